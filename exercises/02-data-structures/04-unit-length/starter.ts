import type * as torch from 'torch';

/** Every row scaled to the length 1. */
export function unit_rows(x: torch.Tensor): torch.Tensor {
  return x.div(x.pow(2).sum().sqrt());
}
