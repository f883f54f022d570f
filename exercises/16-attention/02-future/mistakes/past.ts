// @says This hides the past and shows the future. Row i may look at the columns up to i.
import * as torch from 'torch';

export function causal_mix(scores: torch.Tensor, v: torch.Tensor): torch.Tensor {
  const hidden = torch.ones(scores.shape).tril(-1).bool();
  return scores.masked_fill(hidden, -Infinity).softmax(-1).matmul(v);
}
