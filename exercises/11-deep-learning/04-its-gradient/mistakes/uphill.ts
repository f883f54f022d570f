// @says The sign is the wrong way round: the right class has a negative gradient, so that a step downhill raises its score.
import * as torch from 'torch';

export function gradient(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const wanted = torch.nn.functional.one_hot(labels, scores.size(1));
  return wanted.sub(torch.nn.functional.softmax(scores, 1)).div(scores.size(0));
}
