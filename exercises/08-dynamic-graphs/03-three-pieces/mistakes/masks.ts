// @says Multiplying by a mask is fine, but these masks overlap: every element above 1 counts as a square as well.
import type * as torch from 'torch';

export function pieces(x: torch.Tensor): torch.Tensor {
  const low = x.mul(0.1).mul(x.lt(0));
  const middle = x.pow(2).mul(x.ge(0));
  const high = x.mul(2).sub(1).mul(x.ge(1));
  return low.add(middle).add(high);
}
