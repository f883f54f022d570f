import type * as torch from 'torch';

/** The slope of x³ - 2x at each element of `x`. */
export function slope(x: torch.Tensor): torch.Tensor {
  const y = x.pow(3).sub(x.mul(2));
  return y;
}
