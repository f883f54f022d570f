// @says The sum is divided by the number of columns. m is the number of rows, which is how many numbers were added.
import type * as torch from 'torch';

export function means(A: torch.Tensor): torch.Tensor {
  return A.sum(0).div(A.size(1));
}
