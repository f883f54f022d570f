import * as torch from 'torch';

/** Zero for every negative number, in the array itself; returns a tensor on its memory. */
export function clip(array: torch.NdArray): torch.Tensor {
  return torch.tensor(array).clamp({ min: 0 });
}
