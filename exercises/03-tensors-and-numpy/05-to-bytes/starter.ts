import * as torch from 'torch';

/** The image in bytes: 0 to 255. */
export function to_bytes(x: torch.Tensor): torch.Tensor {
  return x.clamp({ min: 0, max: 1 }).to(torch.uint8);
}
