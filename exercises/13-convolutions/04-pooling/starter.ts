import type * as torch from 'torch';

/** The maximum of each square of 2 by 2. */
export function pool(x: torch.Tensor): torch.Tensor {
  return x.index('...', '::2', '::2');
}
