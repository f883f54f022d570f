// @says The probabilities of an example add up to 1 along its row: softmax runs along dimension 1.
import * as torch from 'torch';

export function gradient(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const wanted = torch.nn.functional.one_hot(labels, scores.size(1));
  return torch.nn.functional.softmax(scores, 0).sub(wanted).div(scores.size(0));
}
