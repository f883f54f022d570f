import * as torch from 'torch';

export function batches(x: torch.Tensor, size: number): torch.Tensor[] {
  const found: torch.Tensor[] = [];
  for (let start = 0; start < x.size(0); start += size) {
    found.push(x.index(torch.Slice(start, start + size)));
  }
  return found;
}

/** Writes into every batch: x must show it. Leave it as it is. */
export function written_through(x: torch.Tensor, size: number): torch.Tensor {
  for (const batch of batches(x, size)) batch.mul_(2);
  return x;
}
