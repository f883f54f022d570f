// @says This has the shape [n, 1]: right for broadcasting, but an index needs all of the shape of x. Expand it.
import type * as torch from 'torch';

export function spread_rows(mask: torch.Tensor): torch.Tensor {
  return mask.unsqueeze(1);
}
