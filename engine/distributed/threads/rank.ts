/** One rank of the test of several threads: a worker of Node that is told its rank and given its ports. */

import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import * as torch from '../../index.ts';
import { train } from './training.ts';

const { rank, world_size, ports } = workerData as {
  rank: number;
  world_size: number;
  ports: Map<number, MessagePort>;
};
torch.distributed.init_process_group({ rank, world_size, ports: ports as never });
const trained = await train(rank, world_size, torch.distributed);
await torch.distributed.barrier();
torch.distributed.destroy_process_group();
parentPort!.postMessage(trained);
