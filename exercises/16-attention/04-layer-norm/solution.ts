import type * as torch from 'torch';

export function layer_norm(
  x: torch.Tensor,
  weight: torch.Tensor,
  bias: torch.Tensor,
  eps: number,
): torch.Tensor {
  const mean = x.mean(-1, { keepdim: true });
  const variance = x.var(-1, { correction: 0, keepdim: true });
  return x.sub(mean).div(variance.add(eps).sqrt()).mul(weight).add(bias);
}
