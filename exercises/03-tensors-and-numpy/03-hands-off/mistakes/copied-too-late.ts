// @says The copy is taken after the write, so the array is changed all the same. Copy first.
import * as torch from 'torch';

export function centred(array: torch.NdArray): torch.Tensor {
  const x = torch.from_numpy(array);
  return x.sub_(x.mean()).clone();
}
