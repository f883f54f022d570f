// @says This divides by the variance: the standard deviation is its root.
import type * as torch from 'torch';

export function scores(x: torch.Tensor): torch.Tensor {
  const deviations = x.sub(x.mean());
  return deviations.div(deviations.pow(2).mean());
}
