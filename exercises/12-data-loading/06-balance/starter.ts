import * as torch from 'torch';

const { DataLoader, TensorDataset } = torch.utils.data;

/** As many examples as there are, every label equally likely. */
export async function balanced(
  x: torch.Tensor,
  y: torch.Tensor,
  size: number,
  seed: number,
): Promise<torch.Tensor[]> {
  torch.manual_seed(seed);
  const batches: torch.Tensor[][] = await Array.fromAsync(
    new DataLoader(new TensorDataset(x, y), { batch_size: size }),
  );
  return [torch.cat(batches.map((batch) => batch[0])), torch.cat(batches.map((batch) => batch[1]))];
}
