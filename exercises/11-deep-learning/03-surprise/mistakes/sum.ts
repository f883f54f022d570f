// @says These are summed up. The loss is their mean over the examples.
import type * as torch from 'torch';

export function cross_entropy(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const right = scores.gather(1, labels.unsqueeze(1)).squeeze(1);
  return scores.logsumexp(1).sub(right).sum();
}
