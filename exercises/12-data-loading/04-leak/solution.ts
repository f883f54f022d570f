import type * as torch from 'torch';

export function standardise(x: torch.Tensor, train: torch.Tensor): torch.Tensor {
  const seen = x.index(train);
  return x.sub(seen.mean(0)).div(seen.std(0));
}
