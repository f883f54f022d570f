// @says The words stand at the end of their rows. They should begin at the left, with the filling after them.
import * as torch from 'torch';

export function pad(words: torch.Tensor[], value: number): torch.Tensor[] {
  const lengths = words.map((word) => word.size(0));
  const width = Math.max(...lengths);
  const padded = torch.full([words.length, width], value);
  words.forEach((word, row) => {
    padded.index(row, torch.Slice(width - word.size(0), width)).copy_(word);
  });
  return [padded, torch.tensor(lengths)];
}
