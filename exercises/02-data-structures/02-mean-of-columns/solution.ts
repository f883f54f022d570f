import type * as torch from 'torch';

export function means(A: torch.Tensor): torch.Tensor {
  return A.mean(0);
}
