import * as torch from 'torch';

const { DataLoader, TensorDataset } = torch.utils.data;

export async function batch_sums(
  x: torch.Tensor,
  size: number,
  epochs: number,
  seed: number,
): Promise<torch.Tensor> {
  const loader = new DataLoader(new TensorDataset(x), { batch_size: size });
  const sums: torch.Tensor[] = [];
  for await (const [batch] of loader) sums.push(batch.sum());
  return torch.stack(sums);
}
