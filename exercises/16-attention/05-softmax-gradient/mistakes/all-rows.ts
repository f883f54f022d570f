// @says The sum runs over all rows. Each row is a softmax of its own: sum along the last dimension.
import type * as torch from 'torch';

export function softmax_backward(p: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  return p.mul(grad.sub(p.mul(grad).sum()));
}
