// @says This is the whole divided by each part: turn it round.
import type * as torch from 'torch';

export function shares(x: torch.Tensor): torch.Tensor {
  return x.sum().div(x);
}
