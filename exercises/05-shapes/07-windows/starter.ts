import * as torch from 'torch';

/** All windows of `width` neighbours, one a row, on the memory of `x`. */
export function windows(x: torch.Tensor, width: number): torch.Tensor {
  const rows: torch.Tensor[] = [];
  for (let start = 0; start + width <= x.size(0); start += width) {
    rows.push(x.index(torch.Slice(start, start + width)));
  }
  return torch.stack(rows);
}
