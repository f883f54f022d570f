// @says There are 256 brightnesses, but the largest is 255: scale by that.
import * as torch from 'torch';

export function to_bytes(x: torch.Tensor): torch.Tensor {
  return x.mul(256).round().clamp({ min: 0, max: 255 }).to(torch.uint8);
}
