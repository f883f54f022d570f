import type * as torch from 'torch';

export function transpose_each(x: torch.Tensor): torch.Tensor {
  return x.transpose(-1, -2);
}
