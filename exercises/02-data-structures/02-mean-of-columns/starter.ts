import type * as torch from 'torch';

/** The vector of the formula. */
export function means(A: torch.Tensor): torch.Tensor {
  return A.mean();
}
