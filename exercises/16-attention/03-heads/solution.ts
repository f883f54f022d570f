import type * as torch from 'torch';

export function split_heads(x: torch.Tensor, heads: number): torch.Tensor {
  const [batch, time, size] = x.shape;
  return x.view(batch, time, heads, size / heads).transpose(1, 2);
}
