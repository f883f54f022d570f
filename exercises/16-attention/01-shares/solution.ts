import type * as torch from 'torch';

export function shares(q: torch.Tensor, k: torch.Tensor): torch.Tensor {
  return q
    .matmul(k.mT)
    .div(Math.sqrt(q.size(-1)))
    .softmax(-1);
}
