// @says These windows stand side by side. Overlapping ones move on by one element, not by the width.
import type * as torch from 'torch';

export function windows(x: torch.Tensor, width: number): torch.Tensor {
  return x.unfold(0, width, width);
}
