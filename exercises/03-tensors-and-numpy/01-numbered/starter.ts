import * as torch from 'torch';

/** A matrix that counts from 1, row by row, in float32. */
export function numbered(rows: number, columns: number): torch.Tensor {
  return torch.ones(rows, columns);
}
