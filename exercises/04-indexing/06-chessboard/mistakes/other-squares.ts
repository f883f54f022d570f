// @says These are the squares where row and column add up to an even number.
import type * as torch from 'torch';

export function chessboard(x: torch.Tensor): torch.Tensor {
  x.index_put_(['::2', '::2'], 0);
  x.index_put_(['1::2', '1::2'], 0);
  return x;
}
