// @says The numbers changed in place, but what is returned is the detached view: it no longer requires gradients. Return w.
import type * as torch from 'torch';

export function limit_weights(w: torch.Tensor, limit: number): torch.Tensor {
  return w.detach().clamp_({ min: -limit, max: limit });
}
