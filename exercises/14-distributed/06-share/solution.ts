import * as torch from 'torch';

export function share(
  length: number,
  ranks: number,
  rank: number,
  seed: number,
  epoch: number,
): torch.Tensor {
  const generator = new torch.Generator();
  generator.manual_seed(seed + epoch);
  const order = torch.randperm(length, { generator });
  const rounds = Math.ceil(length / ranks);
  const places = torch.arange(rank, rounds * ranks, ranks);
  return order.index(places.remainder(length));
}
