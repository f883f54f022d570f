import type * as torch from 'torch';

/** Degrees Celsius in degrees Fahrenheit. */
export function fahrenheit(celsius: torch.Tensor): torch.Tensor {
  return celsius;
}
