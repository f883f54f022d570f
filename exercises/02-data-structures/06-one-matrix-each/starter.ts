import type * as torch from 'torch';

/** Each vector times its own matrix. */
export function batched(T: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return T.matmul(x.t());
}
