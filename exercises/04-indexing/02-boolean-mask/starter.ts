import type * as torch from 'torch';

/** The elements above the mean of all, as a vector. */
export function above_mean(x: torch.Tensor): torch.Tensor {
  return x;
}
