import * as torch from 'torch';

/** The gradient, of the shape of `scores`. */
export function gradient(scores: torch.Tensor, _labels: torch.Tensor): torch.Tensor {
  return torch.nn.functional.softmax(scores, 1);
}
