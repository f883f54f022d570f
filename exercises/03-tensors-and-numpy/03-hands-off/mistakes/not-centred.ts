// @says The array is safe now, but the mean has not been taken off: the difference is a new tensor, and this returns the old one.
import * as torch from 'torch';

export function centred(array: torch.NdArray): torch.Tensor {
  const x = torch.tensor(array);
  x.sub(x.mean());
  return x;
}
