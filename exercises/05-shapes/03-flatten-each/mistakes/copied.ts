// @says The numbers are right, but they were copied: view alone already gives this shape.
import type * as torch from 'torch';

export function flatten_each(x: torch.Tensor): torch.Tensor {
  return x.clone().view(x.size(0), -1);
}
