import type * as torch from 'torch';

export function above_mean(x: torch.Tensor): torch.Tensor {
  return x.index(x.gt(x.mean()));
}
