// @says This cuts off at 1 as well: leave the upper side open.
import * as torch from 'torch';

export function clip(array: torch.NdArray): torch.Tensor {
  return torch.from_numpy(array).clamp_({ min: 0, max: 1 });
}
