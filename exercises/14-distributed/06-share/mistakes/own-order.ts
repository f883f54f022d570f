// @says Each rank draws an order of its own, so some examples are seen twice and others not at all. All must draw the same.
import * as torch from 'torch';

export function share(
  length: number,
  ranks: number,
  rank: number,
  seed: number,
  epoch: number,
): torch.Tensor {
  const generator = new torch.Generator();
  generator.manual_seed(seed + epoch + rank);
  const order = torch.randperm(length, { generator });
  const rounds = Math.ceil(length / ranks);
  const places = torch.arange(rank, rounds * ranks, ranks);
  return order.index(places.remainder(length));
}
