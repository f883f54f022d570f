import type * as torch from 'torch';

export function product(A: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return A.matmul(x);
}
