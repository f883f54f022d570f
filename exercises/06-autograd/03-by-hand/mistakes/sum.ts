// @says This is the gradient of the sum of squares: the mean divides by the number of examples.
import type * as torch from 'torch';

export function loss_gradient(X: torch.Tensor, w: torch.Tensor, y: torch.Tensor): torch.Tensor {
  const errors = X.matmul(w).sub(y);
  return X.t().matmul(errors).mul(2);
}
