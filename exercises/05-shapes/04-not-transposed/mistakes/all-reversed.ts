// @says This reverses all dimensions, so the batch has come last: exchange only the last two.
import type * as torch from 'torch';

export function transpose_each(x: torch.Tensor): torch.Tensor {
  const dims = [...x.shape].map((_, dim) => x.dim() - 1 - dim);
  return x.permute(dims);
}
