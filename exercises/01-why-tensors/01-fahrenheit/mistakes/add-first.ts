// @says The 32 was added before the multiplication, so it was multiplied as well.
import type * as torch from 'torch';

export function fahrenheit(celsius: torch.Tensor): torch.Tensor {
  return celsius.add(32).mul(1.8);
}
