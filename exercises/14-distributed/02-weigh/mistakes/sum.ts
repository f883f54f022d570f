// @says That is the gradient of the sum of all losses. For their mean, divide by how many examples there are.
import * as torch from 'torch';

export function average(gradients: torch.Tensor[], counts: number[]): torch.Tensor {
  return torch.stack(gradients.map((gradient, rank) => gradient.mul(counts[rank]))).sum(0);
}
