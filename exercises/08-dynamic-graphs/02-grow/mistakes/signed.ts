// @says Negative elements count against the sum here: take absolute values first.
import type * as torch from 'torch';

export async function grow(x: torch.Tensor, limit: number): Promise<torch.Tensor> {
  let grown = x.mul(1);
  while (((await grown.sum().item()) as number) < limit) grown = grown.mul(2);
  return grown;
}
