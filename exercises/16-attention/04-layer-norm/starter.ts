import type * as torch from 'torch';

/** Vectors at mean 0 and variance 1, scaled and shifted. */
export function layer_norm(
  x: torch.Tensor,
  weight: torch.Tensor,
  bias: torch.Tensor,
  eps: number,
): torch.Tensor {
  const mean = x.mean(-1, { keepdim: true });
  return x.sub(mean).mul(weight).add(bias);
}
