import type * as torch from 'torch';

/** The length of each row. */
export function lengths(v: torch.Tensor): torch.Tensor {
  return v.pow(2).sum(1).sqrt();
}
