import * as torch from 'torch';

/** The words as rows of one matrix, and their lengths. */
export function pad(words: torch.Tensor[], value: number): torch.Tensor[] {
  return [torch.full([words.length, 1], value), torch.tensor([value])];
}
