// @says The root is still taken of 0: its infinite slope meets the gradient 0 of the road that was not taken, and that is nan.
import * as torch from 'torch';

export function lengths(v: torch.Tensor): torch.Tensor {
  const squares = v.pow(2).sum(1);
  return torch.where(squares.gt(0), squares.sqrt(), 0);
}
