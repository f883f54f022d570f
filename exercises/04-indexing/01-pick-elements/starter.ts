import type * as torch from 'torch';

/** The first, the last and the second element of a vector, as a vector of three. */
export function pick_three(x: torch.Tensor): torch.Tensor {
  return x;
}
