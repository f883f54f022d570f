import type * as torch from 'torch';

/** The second derivative of x⁴ + sin x at each element of `x`. */
export function curvature(x: torch.Tensor): torch.Tensor {
  x.requires_grad_();
  const y = x.pow(4).add(x.sin()).sum();
  y.backward();
  return x.grad as torch.Tensor;
}
