// @says chunk takes the number of pieces, not the size of one. The method that takes a size is split.
import type * as torch from 'torch';

export function batches(x: torch.Tensor, size: number): torch.Tensor[] {
  return [...x.chunk(size)];
}

/** Writes into every batch: x must show it. Leave it as it is. */
export function written_through(x: torch.Tensor, size: number): torch.Tensor {
  for (const batch of batches(x, size)) batch.mul_(2);
  return x;
}
