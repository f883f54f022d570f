// @says from_numpy shares, but clamp without the underscore makes a new tensor: the array did not change.
import * as torch from 'torch';

export function clip(array: torch.NdArray): torch.Tensor {
  const shared = torch.from_numpy(array);
  const clipped = shared.clamp({ min: 0 });
  return clipped.view(clipped.shape).mul(1);
}
