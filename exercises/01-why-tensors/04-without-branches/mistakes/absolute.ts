// @says The sign of the negative numbers is lost: a tenth of -2 is -0.2.
import * as torch from 'torch';

export function leaky(x: torch.Tensor): torch.Tensor {
  return torch.where(x.gt(0), x, x.abs().mul(0.1));
}
