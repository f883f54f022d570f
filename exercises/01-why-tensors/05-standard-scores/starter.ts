import type * as torch from 'torch';

/** The standard scores of all elements. */
export function scores(x: torch.Tensor): torch.Tensor {
  return x.sub(x.mean());
}
