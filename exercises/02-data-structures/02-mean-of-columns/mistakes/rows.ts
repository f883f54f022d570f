// @says These are the means of the rows. The index that is summed away is the first, i: dimension 0.
import type * as torch from 'torch';

export function means(A: torch.Tensor): torch.Tensor {
  return A.mean(1);
}
