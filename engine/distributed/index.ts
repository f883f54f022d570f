/**
 * `torch.distributed`. A thread (a worker of the page, or of Node) is one rank: `init_process_group` says which, and
 * the functions here are that rank's. Where all ranks run in one thread, `torch.multiprocessing.spawn` hands each its
 * own set of the same functions.
 * Source: https://docs.pytorch.org/docs/stable/distributed.html
 */

import { defaultGroup } from './default-group.ts';
import { functionsOf } from './functions.ts';

export {
  abort_process_group,
  destroy_process_group,
  type InitOptions,
  init_process_group,
  is_initialized,
} from './default-group.ts';
export type { Distributed } from './functions.ts';
export type { Port } from './group.ts';
export { ReduceOp } from './reduce-op.ts';

export const {
  get_rank,
  get_world_size,
  traffic,
  send,
  recv,
  broadcast,
  reduce,
  all_reduce,
  all_gather,
  reduce_scatter,
  barrier,
} = functionsOf(defaultGroup);
