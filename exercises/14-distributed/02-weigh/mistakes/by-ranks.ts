// @says The weights are right, but they add up to the number of examples: divide by that, and not by the number of ranks.
import * as torch from 'torch';

export function average(gradients: torch.Tensor[], counts: number[]): torch.Tensor {
  return torch.stack(gradients.map((gradient, rank) => gradient.mul(counts[rank]))).mean(0);
}
