// @says Without replacement every row is drawn exactly once, and the labels are as uneven as before.
import * as torch from 'torch';

const { DataLoader, TensorDataset, WeightedRandomSampler } = torch.utils.data;

export async function balanced(
  x: torch.Tensor,
  y: torch.Tensor,
  size: number,
  seed: number,
): Promise<torch.Tensor[]> {
  const weights = torch.bincount(y).reciprocal().index(y);
  torch.manual_seed(seed);
  const sampler = new WeightedRandomSampler(weights, x.size(0), { replacement: false });
  const batches: torch.Tensor[][] = await Array.fromAsync(
    new DataLoader(new TensorDataset(x, y), { batch_size: size, sampler }),
  );
  return [torch.cat(batches.map((batch) => batch[0])), torch.cat(batches.map((batch) => batch[1]))];
}
