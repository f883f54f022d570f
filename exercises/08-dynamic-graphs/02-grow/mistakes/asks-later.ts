// @says This doubles once before it asks: what is large enough already must stay as it is.
import type * as torch from 'torch';

export async function grow(x: torch.Tensor, limit: number): Promise<torch.Tensor> {
  let grown = x;
  do grown = grown.mul(2);
  while (((await grown.abs().sum().item()) as number) < limit);
  return grown;
}
