import type * as torch from 'torch';

/** The gradients of sum(sin(x)) and of sum(x²). */
export function two_slopes(x: torch.Tensor): torch.Tensor[] {
  x.requires_grad_();
  x.sin().sum().backward();
  const first = x.grad as torch.Tensor;
  x.mul(x).sum().backward();
  const second = x.grad as torch.Tensor;
  return [first, second];
}
