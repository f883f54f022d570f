// @says This is the sum: the factor 1/m in front of it is missing.
import type * as torch from 'torch';

export function means(A: torch.Tensor): torch.Tensor {
  return A.sum(0);
}
