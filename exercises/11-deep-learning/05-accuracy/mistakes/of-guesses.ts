// @says This divides by how often a class was guessed. Asked for is the share of the examples that belong to it.
import * as torch from 'torch';

export function accuracy(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const members = torch.nn.functional.one_hot(labels, scores.size(1)).float();
  const right = scores.argmax(1).eq(labels).float().unsqueeze(1);
  return members
    .mul(right)
    .sum(0)
    .div(torch.nn.functional.one_hot(scores.argmax(1), scores.size(1)).sum(0));
}
