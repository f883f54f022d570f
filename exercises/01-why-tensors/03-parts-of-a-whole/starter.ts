import type * as torch from 'torch';

/** What part of the whole each element is. */
export function shares(x: torch.Tensor): torch.Tensor {
  return x.div(x.numel());
}
