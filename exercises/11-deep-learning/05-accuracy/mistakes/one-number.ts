// @says This is one number for all classes together: sum over the examples alone, dimension 0.
import type * as torch from 'torch';

export function accuracy(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const right = scores.argmax(1).eq(labels).float().unsqueeze(1);
  return right.mean().expand(scores.size(1));
}
