// @says This subtracts the mean of the whole matrix: each row has its own.
import type * as torch from 'torch';

export function centred(x: torch.Tensor): torch.Tensor {
  return x.sub(x.mean());
}
