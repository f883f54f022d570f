import * as torch from 'torch';

/** The numbers of the array minus their mean, leaving the array alone. */
export function centred(array: torch.NdArray): torch.Tensor {
  const x = torch.from_numpy(array);
  return x.sub_(x.mean());
}
