// @says The wrong half is frozen: base gets the gradient, and head does not.
import type * as torch from 'torch';

export function predict(x: torch.Tensor, base: torch.Tensor, head: torch.Tensor): torch.Tensor {
  return x.matmul(base).relu().matmul(head.detach());
}
