/** What the test of several threads trains, in one thread and in several: the same model on the same data. */

import * as torch from '../index.ts';

const STEPS = 5;

/** The losses, gradients and parameters after a few steps on the rows from `start` on, each `step` apart. */
export async function train(start: number, step: number, dist?: torch.distributed.Distributed) {
  torch.manual_seed(1);
  const x = torch.randn(12, 3);
  const y = x.pow(2).sum(1, { keepdim: true });
  torch.manual_seed(2 + start); // the ranks begin with parameters of their own: rank 0's have to reach them all
  const model = new torch.nn.Sequential(
    new torch.nn.Linear(3, 5),
    new torch.nn.Tanh(),
    new torch.nn.Linear(5, 1),
  );
  const parallel = dist
    ? await new torch.nn.parallel.DistributedDataParallel(model, { process_group: dist }).ready()
    : null;
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.05, momentum: 0.9 });
  const rows = torch.Slice(start, null, step);
  for (let at = 0; at < STEPS; at++) {
    optimizer.zero_grad();
    const output = (parallel ?? model).forward(x.index(rows));
    torch.nn.functional.mse_loss(output, y.index(rows)).backward();
    await parallel?.synchronize();
    optimizer.step();
  }
  const all = (tensors: torch.Tensor[]) => Promise.all(tensors.map((tensor) => tensor.detach().tolist()));
  const parameters = [...model.parameters()];
  return { parameters: await all(parameters), gradients: await all(parameters.map(({ grad }) => grad!)) };
}

/** What a thread does that is told which rank it is, and given its ports. */
export async function trainAsRank(options: torch.distributed.InitOptions) {
  torch.distributed.init_process_group(options);
  const trained = await train(options.rank, options.world_size, torch.distributed);
  await torch.distributed.barrier();
  torch.distributed.destroy_process_group();
  return trained;
}
