// @says no_grad cuts the graph as detach does: nothing within it is recorded.
import * as torch from 'torch';

export function centred(x: torch.Tensor): torch.Tensor {
  return torch.no_grad(() => x.sub(x.mean(1, { keepdim: true })));
}
