import * as torch from 'torch';

export function centred(array: torch.NdArray): torch.Tensor {
  const x = torch.from_numpy(array);
  return x.sub(x.mean());
}
