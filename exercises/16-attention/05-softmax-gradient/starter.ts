import type * as torch from 'torch';

/** The gradient of the scores, from that of their shares. */
export function softmax_backward(p: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  return p.mul(grad);
}
