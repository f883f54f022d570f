import type * as torch from 'torch';

export function shares(x: torch.Tensor): torch.Tensor {
  return x.div(x.sum());
}
