import type * as torch from 'torch';

export function sandwich(x: torch.Tensor, A: torch.Tensor, y: torch.Tensor): torch.Tensor {
  return x.dot(A.matmul(y));
}
