// @says This is the mask: true and false. Index x by it to get the elements.
import type * as torch from 'torch';

export function above_mean(x: torch.Tensor): torch.Tensor {
  return x.gt(x.mean());
}
