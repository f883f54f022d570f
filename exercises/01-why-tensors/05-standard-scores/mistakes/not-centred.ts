// @says The spread is right, but the mean has not been taken off what is divided by it.
import type * as torch from 'torch';

export function scores(x: torch.Tensor): torch.Tensor {
  const deviations = x.sub(x.mean());
  return x.div(deviations.pow(2).mean().sqrt());
}
