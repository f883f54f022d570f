// @says The numbers are right, but they are still floats, of four bytes each: convert them at the end.
import type * as torch from 'torch';

export function to_bytes(x: torch.Tensor): torch.Tensor {
  return x.mul(255).round().clamp({ min: 0, max: 255 });
}
