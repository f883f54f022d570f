import type * as torch from 'torch';

/** The rows of x, so many at a time. */
export function batches(x: torch.Tensor, size: number): torch.Tensor[] {
  return [x];
}

/** Writes into every batch: x must show it. Leave it as it is. */
export function written_through(x: torch.Tensor, size: number): torch.Tensor {
  for (const batch of batches(x, size)) batch.mul_(2);
  return x;
}
