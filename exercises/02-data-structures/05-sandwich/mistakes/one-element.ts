// @says The number is right, but it stands in a tensor of rank 1 or 2: a scalar has rank 0.
import type * as torch from 'torch';

export function sandwich(x: torch.Tensor, A: torch.Tensor, y: torch.Tensor): torch.Tensor {
  return x.unsqueeze(0).matmul(A).matmul(y);
}
