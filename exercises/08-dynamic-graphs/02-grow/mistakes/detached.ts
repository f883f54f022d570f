// @says The numbers are right, but the loop works on a detached copy: its doublings are not in the graph of x.
import type * as torch from 'torch';

export async function grow(x: torch.Tensor, limit: number): Promise<torch.Tensor> {
  let grown = x.detach().mul(1);
  while (((await grown.abs().sum().item()) as number) < limit) grown = grown.mul(2);
  return grown;
}
