import * as torch from 'torch';

/** The gradient of the whole batch. */
export function average(gradients: torch.Tensor[], counts: number[]): torch.Tensor {
  return torch.stack(gradients).mean(0);
}
