import * as torch from 'torch';

export function leaky(x: torch.Tensor): torch.Tensor {
  return torch.where(x.gt(0), x, x.mul(0.1));
}
