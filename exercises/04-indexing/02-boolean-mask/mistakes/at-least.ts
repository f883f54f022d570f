// @says These are the elements below the mean: the comparison is the wrong way round.
import type * as torch from 'torch';

export function above_mean(x: torch.Tensor): torch.Tensor {
  return x.index(x.lt(x.mean()));
}
