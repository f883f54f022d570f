// @says Rows and columns are exchanged: the first index is the row.
import * as torch from 'torch';

export function score_of_label(x: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  return x.t().index(torch.arange(x.size(0)).remainder(x.size(1)), labels);
}
