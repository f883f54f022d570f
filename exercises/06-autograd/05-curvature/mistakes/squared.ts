// @says This is the slope squared. The second derivative is the slope of the slope.
import * as torch from 'torch';

export function curvature(x: torch.Tensor): torch.Tensor {
  x.requires_grad_();
  const y = x.pow(4).add(x.sin()).sum();
  const [slope] = torch.autograd.grad(y, [x]);
  return (slope as torch.Tensor).pow(2);
}
