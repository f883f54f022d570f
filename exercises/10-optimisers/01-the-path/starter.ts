import * as torch from 'torch';

/** All points of the way, the start first. */
export function path(start: torch.Tensor, rate: number, steps: number): torch.Tensor {
  const p = start.clone().requires_grad_();
  p.pow(2).sum().backward();
  return torch.zeros(steps + 1, 2, { dtype: start.dtype }).add(p.detach().mul(rate));
}
