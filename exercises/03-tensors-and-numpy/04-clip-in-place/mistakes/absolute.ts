// @says These are absolute values: a negative number should become 0, not positive.
import * as torch from 'torch';

export function clip(array: torch.NdArray): torch.Tensor {
  return torch.from_numpy(array).abs_();
}
