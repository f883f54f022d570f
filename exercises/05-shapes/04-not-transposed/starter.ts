import type * as torch from 'torch';

/** Each matrix of the batch, transposed, on the same memory. */
export function transpose_each(x: torch.Tensor): torch.Tensor {
  const batch = [...x.shape].slice(0, -2);
  return x.reshape([...batch, x.size(-1), x.size(-2)]);
}
