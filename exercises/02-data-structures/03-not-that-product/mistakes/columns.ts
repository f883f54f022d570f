// @says This adds up each column: j is the second index, so it is dimension 1 that should go.
import type * as torch from 'torch';

export function product(A: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return A.mul(x).sum(0);
}
