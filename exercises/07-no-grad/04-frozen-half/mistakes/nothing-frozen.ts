// @says Now both learn: the frozen layer has a gradient too.
import type * as torch from 'torch';

export function predict(x: torch.Tensor, base: torch.Tensor, head: torch.Tensor): torch.Tensor {
  return x.matmul(base).relu().matmul(head);
}
