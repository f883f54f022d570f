// @says These are shares of all examples. Divide by how many belong to the class.
import * as torch from 'torch';

export function accuracy(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const members = torch.nn.functional.one_hot(labels, scores.size(1)).float();
  const right = scores.argmax(1).eq(labels).float().unsqueeze(1);
  return members.mul(right).sum(0).div(labels.numel());
}
