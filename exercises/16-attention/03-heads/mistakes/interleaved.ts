// @says Head h takes every so-manieth number. Its part is a piece in one: heads stand before c / heads when you cut.
import type * as torch from 'torch';

export function split_heads(x: torch.Tensor, heads: number): torch.Tensor {
  const [batch, time, size] = x.shape;
  return x.view(batch, time, size / heads, heads).permute(0, 3, 1, 2);
}
