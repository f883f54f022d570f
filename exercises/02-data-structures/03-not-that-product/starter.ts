import type * as torch from 'torch';

/** The matrix times the vector. */
export function product(A: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return A.mul(x);
}
