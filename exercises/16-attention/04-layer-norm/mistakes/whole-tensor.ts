// @says One mean and one variance for the whole tensor: each vector should have its own, along the last dimension.
import type * as torch from 'torch';

export function layer_norm(
  x: torch.Tensor,
  weight: torch.Tensor,
  bias: torch.Tensor,
  eps: number,
): torch.Tensor {
  const variance = x.var({ correction: 0 });
  return x.sub(x.mean()).div(variance.add(eps).sqrt()).mul(weight).add(bias);
}
