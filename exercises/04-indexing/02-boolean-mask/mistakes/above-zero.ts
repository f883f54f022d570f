// @says These are the elements above zero. The bound is the mean.
import type * as torch from 'torch';

export function above_mean(x: torch.Tensor): torch.Tensor {
  return x.index(x.gt(0));
}
