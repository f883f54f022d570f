// @says The gaps are filled with 0 whatever `value` is.
import * as torch from 'torch';

export function pad(words: torch.Tensor[], value: number): torch.Tensor[] {
  const lengths = words.map((word) => word.size(0));
  const padded = torch.zeros(words.length, Math.max(...lengths), { dtype: torch.int64 });
  words.forEach((word, row) => {
    padded.index(row, torch.Slice(word.size(0))).copy_(word);
  });
  return [padded, torch.tensor(lengths)];
}
