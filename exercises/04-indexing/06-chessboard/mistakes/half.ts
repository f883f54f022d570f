// @says Only the even rows are done: the odd rows have their own squares, in the even columns.
import type * as torch from 'torch';

export function chessboard(x: torch.Tensor): torch.Tensor {
  x.index_put_(['::2', '1::2'], 0);
  return x;
}
