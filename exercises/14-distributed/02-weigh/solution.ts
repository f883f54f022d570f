import * as torch from 'torch';

export function average(gradients: torch.Tensor[], counts: number[]): torch.Tensor {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return torch.stack(gradients.map((gradient, rank) => gradient.mul(counts[rank] / total))).sum(0);
}
