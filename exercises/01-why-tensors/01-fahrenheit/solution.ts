import type * as torch from 'torch';

export function fahrenheit(celsius: torch.Tensor): torch.Tensor {
  return celsius.mul(1.8).add(32);
}
