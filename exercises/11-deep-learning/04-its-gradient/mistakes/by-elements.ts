// @says The mean is over the n examples, not over all n · classes scores.
import * as torch from 'torch';

export function gradient(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const wanted = torch.nn.functional.one_hot(labels, scores.size(1));
  return torch.nn.functional.softmax(scores, 1).sub(wanted).div(scores.numel());
}
