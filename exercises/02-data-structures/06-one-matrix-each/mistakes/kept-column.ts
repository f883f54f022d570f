// @says The numbers are right, but each vector still stands in a matrix of one column: squeeze(-1) takes it away.
import type * as torch from 'torch';

export function batched(T: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return T.matmul(x.unsqueeze(-1));
}
