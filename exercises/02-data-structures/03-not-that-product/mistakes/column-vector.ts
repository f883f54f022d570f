// @says The numbers are right, but x was made a matrix of one column, and so the result is one too. A vector may stay a vector.
import type * as torch from 'torch';

export function product(A: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return A.matmul(x.unsqueeze(1));
}
