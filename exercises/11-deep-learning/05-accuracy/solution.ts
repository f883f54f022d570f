import * as torch from 'torch';

export function accuracy(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const members = torch.nn.functional.one_hot(labels, scores.size(1)).float();
  const right = scores.argmax(1).eq(labels).float().unsqueeze(1);
  return members.mul(right).sum(0).div(members.sum(0));
}
