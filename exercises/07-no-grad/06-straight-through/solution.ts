import type * as torch from 'torch';

export function quantize(x: torch.Tensor): torch.Tensor {
  const limited = x.clamp({ min: -4, max: 4 });
  return limited.add(limited.round().sub(limited).detach());
}
