import type * as torch from 'torch';

/** backward() adds to what it finds: null makes it begin with a tensor of its own. */
function clear(x: torch.Tensor): void {
  x.grad = null;
}

export function two_slopes(x: torch.Tensor): torch.Tensor[] {
  x.requires_grad_();
  x.sin().sum().backward();
  const first = x.grad as torch.Tensor;
  clear(x);
  x.mul(x).sum().backward();
  const second = x.grad as torch.Tensor;
  clear(x);
  return [first, second];
}
