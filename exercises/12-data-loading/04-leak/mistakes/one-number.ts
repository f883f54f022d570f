// @says One mean for the whole matrix mixes columns that have nothing to do with each other: give the dimension, 0.
import type * as torch from 'torch';

export function standardise(x: torch.Tensor, train: torch.Tensor): torch.Tensor {
  const seen = x.index(train);
  return x.sub(seen.mean()).div(seen.std());
}
