import type * as torch from 'torch';

/** For each row of `x`, its element in column `labels[row]`. */
export function score_of_label(x: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  return x.index(':', labels);
}
