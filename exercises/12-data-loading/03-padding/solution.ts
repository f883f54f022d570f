import * as torch from 'torch';

export function pad(words: torch.Tensor[], value: number): torch.Tensor[] {
  const lengths = words.map((word) => word.size(0));
  const padded = torch.full([words.length, Math.max(...lengths)], value);
  words.forEach((word, row) => {
    padded.index(row, torch.Slice(word.size(0))).copy_(word);
  });
  return [padded, torch.tensor(lengths)];
}
