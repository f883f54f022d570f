import type * as torch from 'torch';

/** The shares of attention that each query gives to each key. */
export function shares(q: torch.Tensor, k: torch.Tensor): torch.Tensor {
  return q.matmul(k.mT);
}
