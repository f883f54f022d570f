import type * as torch from 'torch';

/** Positive numbers as they are, a tenth of all others. */
export function leaky(x: torch.Tensor): torch.Tensor {
  return x.mul(0.1);
}
