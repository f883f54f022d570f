// @says Element by element, j is still there: sum it away.
import type * as torch from 'torch';

export function batched(T: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return T.mul(x.unsqueeze(1));
}
