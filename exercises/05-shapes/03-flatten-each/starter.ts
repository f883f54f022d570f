import type * as torch from 'torch';

/** One row for each image, on the same memory. */
export function flatten_each(x: torch.Tensor): torch.Tensor {
  return x;
}
