// @says A recorded write to a leaf is refused: do it within no_grad.
import type * as torch from 'torch';

export function limit_weights(w: torch.Tensor, limit: number): torch.Tensor {
  return w.clamp_({ min: -limit, max: limit });
}
