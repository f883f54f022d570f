import type * as torch from 'torch';

/** The mean surprise at the right answers. */
export function cross_entropy(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  return scores.gather(1, labels.unsqueeze(1)).mean();
}
