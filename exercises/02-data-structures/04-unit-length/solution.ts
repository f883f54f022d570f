import type * as torch from 'torch';

export function unit_rows(x: torch.Tensor): torch.Tensor {
  return x.div(x.pow(2).sum(1, { keepdim: true }).sqrt());
}
