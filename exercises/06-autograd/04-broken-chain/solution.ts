import type * as torch from 'torch';

export function centred(x: torch.Tensor): torch.Tensor {
  return x.sub(x.mean(1, { keepdim: true }));
}
