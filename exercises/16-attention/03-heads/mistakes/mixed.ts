// @says The shape is right, but places and features are mixed up: a view cannot swap dimensions, only transpose can.
import type * as torch from 'torch';

export function split_heads(x: torch.Tensor, heads: number): torch.Tensor {
  const [batch, time, size] = x.shape;
  return x.view(batch, heads, time, size / heads);
}
