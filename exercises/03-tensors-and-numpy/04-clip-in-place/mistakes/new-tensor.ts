// @says from_numpy shares, but clamp without the underscore makes a new tensor: the array did not change.
import * as torch from 'torch';

export function clip(array: torch.NdArray): torch.Tensor {
  return torch.from_numpy(array).clamp({ min: 0 });
}
