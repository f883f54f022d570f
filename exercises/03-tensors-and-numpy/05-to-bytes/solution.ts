import * as torch from 'torch';

export function to_bytes(x: torch.Tensor): torch.Tensor {
  return x.mul(255).round().clamp({ min: 0, max: 255 }).to(torch.uint8);
}
