// @says These are columns, centred: the rows run along dimension 1.
import type * as torch from 'torch';

export function centred(x: torch.Tensor): torch.Tensor {
  return x.sub(x.mean(0, { keepdim: true }));
}
