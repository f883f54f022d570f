// @says Every rank trains on its own rows alone, and their weights drift apart. They have to agree on a gradient in each step.
import * as torch from 'torch';

export async function train(
  w: torch.Tensor,
  x: torch.Tensor,
  y: torch.Tensor,
  ranks: number,
  steps: number,
): Promise<torch.Tensor[]> {
  const weights: torch.Tensor[] = [];
  await torch.multiprocessing.spawn(
    async (rank) => {
      const rows = torch.Slice(rank, null, ranks);
      const [mine, wanted] = [x.index(rows), y.index(rows)];
      const own = w.clone().requires_grad_();
      for (let step = 0; step < steps; step++) {
        const gradient = torch.autograd.grad(mine.matmul(own).sub(wanted).pow(2).sum(), [own])[0]!;
        gradient.div_(x.size(0));
        own.data = own.detach().sub(gradient.mul(0.1));
      }
      weights[rank] = own.detach();
    },
    { nprocs: ranks },
  );
  return weights;
}
