/** The exercise on ranks, solved in Python with ranks: what calls the function here is no Python. */

import { expect, test } from 'vitest';
import { casesOf, readExercise } from '../exercises.ts';
import { judge } from '../judge.ts';
import { gradePython } from './program.ts';
import { PythonSession } from './session.ts';
import { readSources } from './sources.ts';

const answer = `
import torch
import torch.distributed as dist
import torch.multiprocessing as mp


def worker(rank, ranks, w, x, y, steps, queue):
    dist.init_process_group("gloo", init_method="tcp://localhost:29500", rank=rank, world_size=ranks)
    own = w.clone().requires_grad_()
    for _ in range(steps):
        (gradient,) = torch.autograd.grad((x[rank::ranks] @ own - y[rank::ranks]).pow(2).sum(), own)
        dist.all_reduce(gradient)
        with torch.no_grad():
            own -= 0.1 * gradient / len(x)
    queue.put((rank, own.detach()))
    dist.destroy_process_group()


def train(w, x, y, ranks, steps):
    queue = mp.SimpleQueue()
    mp.start_processes(worker, args=(ranks, w, x, y, steps, queue), nprocs=ranks, start_method="fork")
    return [own for _, own in sorted((queue.get() for _ in range(ranks)), key=lambda pair: pair[0])]
`;

test('ranks in an answer to an exercise', async () => {
  const cases = casesOf(readExercise('14-distributed/07-as-one'));
  const session = new PythonSession(readSources(), { write: () => {}, show: () => {} });
  const graded = await gradePython(session, [answer], cases, 'cpu');
  if (!Array.isArray(graded)) throw new Error(graded.message);
  expect(judge(graded[0], cases).state).toBe('passed');
});
