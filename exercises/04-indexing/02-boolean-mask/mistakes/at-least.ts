// @says gt and lt are strict comparisons: this keeps the elements below the mean.
import type * as torch from 'torch';

export function above_mean(x: torch.Tensor): torch.Tensor {
  return x.index(x.lt(x.mean()));
}
