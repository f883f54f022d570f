// @says These are neighbouring rows. Dealt out like cards, rank 0 gets every so-manieth row, starting from the first.
import type * as torch from 'torch';

export function deal(x: torch.Tensor, ranks: number): torch.Tensor[] {
  return [...x.tensor_split(ranks)];
}

/** Writes into every share: x must show it. Leave it as it is. */
export function written_through(x: torch.Tensor, ranks: number): torch.Tensor {
  for (const [rank, share] of deal(x, ranks).entries()) share.mul_(rank + 1);
  return x;
}
