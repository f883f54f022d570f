import type * as torch from 'torch';

/** Zeros where row + column is odd, written into `x` itself. */
export function chessboard(x: torch.Tensor): torch.Tensor {
  return x;
}
