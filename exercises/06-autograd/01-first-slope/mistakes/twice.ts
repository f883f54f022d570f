// @says backward() adds to grad: called for each term on its own graph twice, the slopes add up.
import type * as torch from 'torch';

export function slope(x: torch.Tensor): torch.Tensor {
  x.requires_grad_();
  x.pow(3).sub(x.mul(2)).sum().backward();
  x.pow(3).sub(x.mul(2)).sum().backward();
  return x.grad as torch.Tensor;
}
