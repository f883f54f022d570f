// @says Without the new dimension the mask is aligned with the last one: it would need an entry for each column.
import type * as torch from 'torch';

export function spread_rows(mask: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return mask.expand_as(x.t()).t().t();
}
