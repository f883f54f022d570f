import type * as torch from 'torch';

export function slope(x: torch.Tensor): torch.Tensor {
  x.requires_grad_();
  const y = x.pow(3).sub(x.mul(2));
  y.sum().backward();
  return x.grad as torch.Tensor;
}
