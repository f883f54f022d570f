import type * as torch from 'torch';

/** The scalar of the formula. */
export function sandwich(x: torch.Tensor, A: torch.Tensor, y: torch.Tensor): torch.Tensor {
  return x.sum().mul(A.sum()).mul(y.sum());
}
