/** `torch.utils.data`. */

import { newByName } from '../core/call.ts';
import * as loader from './loader.ts';

export * from './dataset.ts';
export * as distributed from './distributed.ts';
export { DistributedSampler } from './distributed.ts';
export { default_collate, type LoaderOptions } from './loader.ts';

export const DataLoader = newByName(
  loader.DataLoader,
  'dataset | batch_size, shuffle, sampler, batch_sampler, num_workers, collate_fn, pin_memory, drop_last, timeout, worker_init_fn, multiprocessing_context, generator, prefetch_factor, persistent_workers',
);
export type DataLoader = loader.DataLoader;

export * from './samplers.ts';
