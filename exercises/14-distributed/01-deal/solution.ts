import * as torch from 'torch';

export function deal(x: torch.Tensor, ranks: number): torch.Tensor[] {
  return Array.from({ length: ranks }, (_, rank) => x.index(torch.Slice(rank, null, ranks)));
}

/** Writes into every share: x must show it. Leave it as it is. */
export function written_through(x: torch.Tensor, ranks: number): torch.Tensor {
  for (const [rank, share] of deal(x, ranks).entries()) share.mul_(rank + 1);
  return x;
}
