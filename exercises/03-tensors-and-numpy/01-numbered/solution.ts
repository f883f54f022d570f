import * as torch from 'torch';

export function numbered(rows: number, columns: number): torch.Tensor {
  return torch.arange(1, rows * columns + 1, { dtype: torch.float32 }).reshape(rows, columns);
}
