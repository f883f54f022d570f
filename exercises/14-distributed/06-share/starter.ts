import * as torch from 'torch';

/** The indices that a rank sees in an epoch. */
export function share(
  length: number,
  ranks: number,
  rank: number,
  seed: number,
  epoch: number,
): torch.Tensor {
  return torch.arange(rank, length + seed + epoch, ranks);
}
