// @says Differences of either sign cancel out when they are added up: square them first.
import type * as torch from 'torch';

export function nearest(points: torch.Tensor, centres: torch.Tensor): torch.Tensor {
  const differences = points.unsqueeze(1).sub(centres.unsqueeze(0));
  return differences.sum(2).argmin(1);
}
