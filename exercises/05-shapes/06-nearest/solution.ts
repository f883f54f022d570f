import type * as torch from 'torch';

export function nearest(points: torch.Tensor, centres: torch.Tensor): torch.Tensor {
  const differences = points.unsqueeze(1).sub(centres.unsqueeze(0));
  return differences.pow(2).sum(2).argmin(1);
}
