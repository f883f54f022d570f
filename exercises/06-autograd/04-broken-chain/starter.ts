import type * as torch from 'torch';

/** Every row minus its mean, with the gradient of that. */
export function centred(x: torch.Tensor): torch.Tensor {
  const mean = x.detach().mean(1, { keepdim: true });
  return x.sub(mean);
}
