// @says This divides by the square of the length: take the root.
import type * as torch from 'torch';

export function unit_rows(x: torch.Tensor): torch.Tensor {
  return x.div(x.pow(2).sum(1, { keepdim: true }));
}
