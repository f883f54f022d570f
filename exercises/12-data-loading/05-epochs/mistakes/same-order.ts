// @says Every epoch has the order of the first, since the seed is set anew in each. Seed once, before them all.
import * as torch from 'torch';

const { DataLoader, TensorDataset } = torch.utils.data;

export async function batch_sums(
  x: torch.Tensor,
  size: number,
  epochs: number,
  seed: number,
): Promise<torch.Tensor> {
  const loader = new DataLoader(new TensorDataset(x), { batch_size: size, shuffle: true, drop_last: true });
  const sums: torch.Tensor[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    torch.manual_seed(seed);
    for await (const [batch] of loader) sums.push(batch.sum());
  }
  return torch.stack(sums);
}
