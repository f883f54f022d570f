// @says This is the way from Fahrenheit to Celsius.
import type * as torch from 'torch';

export function fahrenheit(celsius: torch.Tensor): torch.Tensor {
  return celsius.sub(32).div(1.8);
}
