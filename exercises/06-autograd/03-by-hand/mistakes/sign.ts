// @says The errors have the wrong sign: prediction minus target.
import type * as torch from 'torch';

export function loss_gradient(X: torch.Tensor, w: torch.Tensor, y: torch.Tensor): torch.Tensor {
  const errors = y.sub(X.matmul(w));
  return X.t()
    .matmul(errors)
    .mul(2 / y.numel());
}
