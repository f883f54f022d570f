// @says These are the first two dimensions. In a batch the matrices are the last two: count from the end.
import type * as torch from 'torch';

export function transpose_each(x: torch.Tensor): torch.Tensor {
  return x.transpose(0, 1);
}
