// @says What lies beyond the ends wraps around to the other one: clamp before the conversion, not after it.
import * as torch from 'torch';

export function to_bytes(x: torch.Tensor): torch.Tensor {
  return x.mul(255).round().to(torch.int32).to(torch.uint8).clamp({ min: 0, max: 255 });
}
