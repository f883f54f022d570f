// @says The result is right, but the tensor that came in was overwritten: leave the underscores out.
import type * as torch from 'torch';

export function fahrenheit(celsius: torch.Tensor): torch.Tensor {
  return celsius.mul_(1.8).add_(32);
}
