// @says Starting from the mean divides every slope by the number of elements: start from the sum.
import type * as torch from 'torch';

export function slope(x: torch.Tensor): torch.Tensor {
  x.requires_grad_();
  x.pow(3).sub(x.mul(2)).mean().backward();
  return x.grad as torch.Tensor;
}
