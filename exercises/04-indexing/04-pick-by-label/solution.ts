import * as torch from 'torch';

export function score_of_label(x: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  return x.index(torch.arange(x.size(0)), labels);
}
