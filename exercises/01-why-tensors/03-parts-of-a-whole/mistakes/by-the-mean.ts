// @says Divided by the mean, the shares add up to the number of elements.
import type * as torch from 'torch';

export function shares(x: torch.Tensor): torch.Tensor {
  return x.div(x.mean());
}
