// @says The gradients go where they should, but the relu between the layers is gone.
import type * as torch from 'torch';

export function predict(x: torch.Tensor, base: torch.Tensor, head: torch.Tensor): torch.Tensor {
  return x.matmul(base).detach().matmul(head);
}
