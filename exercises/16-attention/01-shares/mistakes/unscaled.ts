// @says The scores are not divided by the square root of d: with long vectors one key would get nearly everything.
import type * as torch from 'torch';

export function shares(q: torch.Tensor, k: torch.Tensor): torch.Tensor {
  return q.matmul(k.mT).softmax(-1);
}
