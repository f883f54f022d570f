// @says The sums are right, but the counts are those of sending everything to rank 0 and back.
import * as torch from 'torch';

export function all_reduce(tensors: torch.Tensor[]): torch.Tensor[] {
  const sum = torch.stack(tensors).sum(0);
  const others = tensors.length - 1;
  const sent = tensors.map((tensor, rank) => tensor.numel() * (rank === 0 ? others : 1));
  return [...tensors.map(() => sum.clone()), torch.tensor(sent)];
}
