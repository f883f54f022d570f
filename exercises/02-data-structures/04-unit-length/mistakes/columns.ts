// @says Now every column has the length 1: the rows run along dimension 1, so that is the one to sum over.
import type * as torch from 'torch';

export function unit_rows(x: torch.Tensor): torch.Tensor {
  return x.div(x.pow(2).sum(0, { keepdim: true }).sqrt());
}
