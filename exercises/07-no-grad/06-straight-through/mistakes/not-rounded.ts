// @says The gradient is right, but nothing was rounded: add the detached difference between the rounded and the limited number.
import type * as torch from 'torch';

export function quantize(x: torch.Tensor): torch.Tensor {
  const limited = x.clamp({ min: -4, max: 4 });
  return limited.add(limited.sub(limited).detach());
}
