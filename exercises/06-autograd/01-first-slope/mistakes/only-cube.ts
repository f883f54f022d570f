// @says This is the slope of the cube alone: the term -2x has a slope, too.
import type * as torch from 'torch';

export function slope(x: torch.Tensor): torch.Tensor {
  x.requires_grad_();
  x.pow(3).sub(x.detach().mul(2)).sum().backward();
  return x.grad as torch.Tensor;
}
