import type * as torch from 'torch';

export function softmax_backward(p: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  return p.mul(grad.sub(p.mul(grad).sum(-1, { keepdim: true })));
}
