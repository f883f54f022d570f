// @says The pattern is right, but it was painted on a copy: write to x itself.
import type * as torch from 'torch';

export function chessboard(x: torch.Tensor): torch.Tensor {
  const board = x.clone();
  board.index_put_(['::2', '1::2'], 0);
  board.index_put_(['1::2', '::2'], 0);
  return board;
}
