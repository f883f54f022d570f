// @says The columns add up to one. The shares of one query stand in a row: softmax along the last dimension.
import type * as torch from 'torch';

export function shares(q: torch.Tensor, k: torch.Tensor): torch.Tensor {
  return q
    .matmul(k.mT)
    .div(Math.sqrt(q.size(-1)))
    .softmax(-2);
}
