import * as torch from 'torch';

/** The mask, repeated along the rows of `x`. */
export function spread_rows(mask: torch.Tensor, x: torch.Tensor): torch.Tensor {
  const columns: torch.Tensor[] = [];
  for (let column = 0; column < x.size(1); column++) columns.push(mask);
  return torch.stack(columns, 1);
}
