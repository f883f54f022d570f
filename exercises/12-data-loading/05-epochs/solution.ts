import * as torch from 'torch';

const { DataLoader, TensorDataset } = torch.utils.data;

export async function batch_sums(
  x: torch.Tensor,
  size: number,
  epochs: number,
  seed: number,
): Promise<torch.Tensor> {
  torch.manual_seed(seed);
  const loader = new DataLoader(new TensorDataset(x), { batch_size: size, shuffle: true, drop_last: true });
  const sums: torch.Tensor[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for await (const [batch] of loader) sums.push(batch.sum());
  }
  return torch.stack(sums);
}
