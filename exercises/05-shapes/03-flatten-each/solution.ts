import type * as torch from 'torch';

export function flatten_each(x: torch.Tensor): torch.Tensor {
  return x.view(x.size(0), -1);
}
