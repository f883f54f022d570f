// @says Multiplying by the mask puts zeros where the elements should be gone: the shape stays, and it should not.
import type * as torch from 'torch';

export function above_mean(x: torch.Tensor): torch.Tensor {
  return x.mul(x.gt(x.mean()));
}
