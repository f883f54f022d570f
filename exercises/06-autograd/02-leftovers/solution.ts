import type * as torch from 'torch';

export function two_slopes(x: torch.Tensor): torch.Tensor[] {
  x.requires_grad_();
  x.sin().sum().backward();
  const first = x.grad as torch.Tensor;
  x.grad = null;
  x.mul(x).sum().backward();
  const second = x.grad as torch.Tensor;
  x.grad = null;
  return [first, second];
}
