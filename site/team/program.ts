/** What every worker of the team runs. A program is text: it is shown to the learner, and run in the sandbox. */
import { ENGINE } from '../runner/protocol.ts';

/** As many workers as a run may have. */
export const SIZES = [1, 2, 4];
export const STEPS = 40;

/** A rank's part, as it is shown. */
export const PART = `const rows = torch.Slice(dist.get_rank(), null, dist.get_world_size());
const [mine, wanted] = [X.index(rows).contiguous(), labels.index(rows)];
const ddp = await new nn.parallel.DistributedDataParallel(model).ready();
const optimizer = new torch.optim.SGD(ddp.parameters(), { lr: 0.5 });
for (let step = 0; step < ${STEPS}; step++) {
  optimizer.zero_grad();
  const loss = nn.functional.cross_entropy(ddp.forward(mine), wanted);
  loss.backward();
  await ddp.synchronize();
  optimizer.step();
  await report(step, loss);
}`;

/** A notebook's module (runner/notebook.ts) in which rank 0 prints a Report a step: the loss is the mean of all ranks'. */
export const PROGRAM = `import * as torch from '${ENGINE}';
const { nn, distributed: dist } = torch;
async function train() {
  torch.manual_seed(42);
  const X = torch.randn(1024, 64);
  const labels = X.narrow(1, 0, 10).argmax(1);
  const model = new nn.Sequential(new nn.Linear(64, 256), new nn.ReLU(), new nn.Linear(256, 10));
  let start = 0;
  async function report(step, loss) {
    const mean = loss.detach().clone();
    await dist.all_reduce(mean, { op: 'AVG' });
    start ||= performance.now();
    if (dist.get_rank() > 0) return;
    console.log(JSON.stringify({ step, loss: await mean.item(), ms: performance.now() - start }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  ${PART}
  await dist.barrier();
}
export const cells = [{ run: train, looks: [] }];`;

/** After a step: the loss before it, and the milliseconds since the first step was done. */
export interface Report {
  step: number;
  loss: number;
  ms: number;
}

/** A printed line as a Report; null for anything else. */
export function readReport(text: string): Report | null {
  try {
    const { step, loss, ms } = JSON.parse(text);
    return [step, loss, ms].every(Number.isFinite) ? { step, loss, ms } : null;
  } catch {
    return null;
  }
}
