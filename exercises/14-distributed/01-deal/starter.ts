import type * as torch from 'torch';

/** The rows of x, dealt out to so many ranks. */
export function deal(x: torch.Tensor, ranks: number): torch.Tensor[] {
  return [x];
}

/** Writes into every share: x must show it. Leave it as it is. */
export function written_through(x: torch.Tensor, ranks: number): torch.Tensor {
  for (const [rank, share] of deal(x, ranks).entries()) share.mul_(rank + 1);
  return x;
}
