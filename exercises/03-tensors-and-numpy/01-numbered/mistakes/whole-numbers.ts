// @says The numbers are right, but they are int64: arange makes whole numbers of whole numbers, unless dtype says otherwise.
import * as torch from 'torch';

export function numbered(rows: number, columns: number): torch.Tensor {
  return torch.arange(1, rows * columns + 1).reshape(rows, columns);
}
