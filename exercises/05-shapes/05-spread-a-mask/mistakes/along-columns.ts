// @says Shapes are aligned from the right, so the mask met the columns, and it has an entry for each row: give it the shape [n, 1] first.
import type * as torch from 'torch';

export function spread_rows(mask: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return mask.expand_as(x);
}
