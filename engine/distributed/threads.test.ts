/** Several threads of Node train one model together, and it becomes what one thread makes of the whole batch. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { train } from './training.ts';

/** A thread's program: the module that does the work is named by what it is given. */
const PROGRAM = `import { parentPort, workerData } from 'node:worker_threads';
const { trainAsRank } = await import(workerData.module);
parentPort.postMessage(await trainAsRank(workerData));`;

type Trained = Awaited<ReturnType<typeof train>>;

async function trainInThreads(world_size: number): Promise<Trained[]> {
  const ports = Array.from({ length: world_size }, () => new Map<number, MessagePort>());
  for (let one = 0; one < world_size; one++) {
    for (let other = 0; other < one; other++) {
      const { port1, port2 } = new MessageChannel();
      ports[one].set(other, port1);
      ports[other].set(one, port2);
    }
  }
  return Promise.all(
    ports.map(async (own, rank) => {
      const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`), {
        workerData: { module: new URL('./training.ts', import.meta.url).href, rank, world_size, ports: own },
        transferList: [...own.values()] as never,
      });
      const [trained] = await once(worker, 'message');
      return trained as Trained;
    }),
  );
}

it('four threads: gradients of the whole batch, and parameters that stay equal', async () => {
  const alone = await train(0, 1);
  const ranks = await trainInThreads(4);
  for (const rank of ranks) expect(rank).toEqual(ranks[0]);
  const numbers = ({ gradients, parameters }: Trained) => [gradients, parameters].flat(4) as number[];
  const expected = numbers(alone);
  expect(numbers(ranks[0])).toHaveLength(expected.length);
  numbers(ranks[0]).forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k], 5);
  });
}, 30_000);
