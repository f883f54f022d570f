/** `torch.utils.data`. */

import { byName, newByName } from '../core/call.ts';
import { random_split as splitAtRandom } from './dataset.ts';
import * as loader from './loader.ts';
import * as samplers from './samplers.ts';

export {
  ChainDataset,
  ConcatDataset,
  Dataset,
  IterableDataset,
  StackDataset,
  Subset,
  TensorDataset,
} from './dataset.ts';
export * as distributed from './distributed.ts';
export { DistributedSampler } from './distributed.ts';
export { default_collate, type LoaderOptions } from './loader.ts';

export const random_split = byName('dataset, lengths | generator', splitAtRandom);

export const DataLoader = newByName(
  loader.DataLoader,
  'dataset | batch_size, shuffle, sampler, batch_sampler, num_workers, collate_fn, pin_memory, drop_last, timeout, worker_init_fn, multiprocessing_context, generator, prefetch_factor, persistent_workers',
);
export type DataLoader = loader.DataLoader;

export { Sampler, SequentialSampler } from './samplers.ts';
export const RandomSampler = newByName(
  samplers.RandomSampler,
  'data_source | replacement, num_samples, generator',
);
export const WeightedRandomSampler = newByName(
  samplers.WeightedRandomSampler,
  'weights, num_samples | replacement, generator',
);
export const SubsetRandomSampler = newByName(samplers.SubsetRandomSampler, 'indices | generator');
export const BatchSampler = newByName(samplers.BatchSampler, 'sampler, batch_size, drop_last');

export type RandomSampler = samplers.RandomSampler;
export type WeightedRandomSampler = samplers.WeightedRandomSampler;
export type SubsetRandomSampler = samplers.SubsetRandomSampler;
export type BatchSampler = samplers.BatchSampler;
