import * as torch from 'torch';

export function clip(array: torch.NdArray): torch.Tensor {
  return torch.from_numpy(array).clamp_({ min: 0 });
}
