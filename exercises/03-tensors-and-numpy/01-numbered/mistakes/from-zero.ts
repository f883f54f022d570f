// @says arange without a start counts from 0: the first square should be 1.
import * as torch from 'torch';

export function numbered(rows: number, columns: number): torch.Tensor {
  return torch.arange(rows * columns, { dtype: torch.float32 }).reshape(rows, columns);
}
