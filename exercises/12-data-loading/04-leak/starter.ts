import type * as torch from 'torch';

/** The columns of x at mean 0 and standard deviation 1. */
export function standardise(x: torch.Tensor, train: torch.Tensor): torch.Tensor {
  const mean = x.mean(0);
  const deviation = x.std(0);
  return x.sub(mean).div(deviation);
}
