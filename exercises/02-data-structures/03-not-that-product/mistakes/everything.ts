// @says All of it was added up. The index i is left over, so there should be one number for each row.
import type * as torch from 'torch';

export function product(A: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return A.mul(x).sum();
}
