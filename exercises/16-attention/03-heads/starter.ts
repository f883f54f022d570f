import type * as torch from 'torch';

/** Every head's part of every place, [batch, heads, time, c / heads]. */
export function split_heads(x: torch.Tensor, heads: number): torch.Tensor {
  const [batch, time, size] = x.shape;
  return x.view(batch, time, heads, size / heads);
}
