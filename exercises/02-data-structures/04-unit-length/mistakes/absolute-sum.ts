// @says Each row adds up to 1 in absolute value. The length is the root of the sum of squares.
import type * as torch from 'torch';

export function unit_rows(x: torch.Tensor): torch.Tensor {
  return x.div(x.abs().sum(1, { keepdim: true }));
}
