// @says The batches were added up: b stands on the left of the formula, so it stays.
import * as torch from 'torch';

export function batched(T: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return torch.einsum('bij,bj->i', T, x);
}
