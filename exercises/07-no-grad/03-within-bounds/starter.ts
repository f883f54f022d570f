import type * as torch from 'torch';

/** The weights, limited in place. */
export function limit_weights(w: torch.Tensor, limit: number): torch.Tensor {
  return w.clamp({ min: -limit, max: limit });
}
