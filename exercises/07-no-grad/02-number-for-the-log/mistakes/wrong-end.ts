// @says The zero at the start has no history to lose. It is each loss that brings one into the total.
import * as torch from 'torch';

export function mean_loss(x: torch.Tensor): torch.Tensor {
  let total = torch.zeros([], { dtype: x.dtype }).detach();
  for (let row = 0; row < x.size(0); row++) {
    total = total.add(x.index(row).pow(2).mean());
  }
  return total.div(x.size(0));
}
