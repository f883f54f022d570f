/** The loader: batches of a data set, in the order of a sampler, some of them fetched ahead. */

import { float64 } from '../core/dtype.ts';
import { KeyError, RuntimeError, ValueError } from '../core/errors.ts';
import { NdArray } from '../core/ndarray.ts';
import { call } from '../core/operator.ts';
import { typeName } from '../core/schema.ts';
import { Tensor } from '../core/tensor.ts';
import type { Generator } from '../random/generator.ts';
import { type Dataset, datasetOf, type Indexed, IterableDataset } from './dataset.ts';
import { BatchSampler, drawSeed, RandomSampler, type Sampler, SequentialSampler } from './samplers.ts';

/** Items of a batch as one: tensors stacked, numbers made tensors, lists and objects part by part. Source: https://docs.pytorch.org/docs/stable/data.html */
export function default_collate(batch: readonly unknown[]): unknown {
  const [first] = batch;
  if (first instanceof Tensor) return call('stack', batch);
  if (typeof first === 'number' || typeof first === 'boolean' || typeof first === 'bigint') {
    const isWhole = batch.every((value) => typeof value !== 'number' || Number.isInteger(value));
    return call('tensor', batch, isWhole ? {} : { dtype: float64 });
  }
  if (first instanceof NdArray)
    return call(
      'stack',
      batch.map((item) => call('tensor', item)),
    );
  if (Array.isArray(first)) {
    if (batch.some((item) => (item as unknown[]).length !== first.length)) {
      throw new RuntimeError('each element in list of batch should be of equal size');
    }
    return first.map((_, k) => default_collate(batch.map((item) => (item as unknown[])[k])));
  }
  if (typeof first === 'object' && first !== null && Object.getPrototypeOf(first) === Object.prototype) {
    const keys = Object.keys(first);
    const missing = keys.find((key) => batch.some((item) => !(key in (item as object))));
    if (missing !== undefined) throw new KeyError(`'${missing}'`);
    return Object.fromEntries(
      keys.map((key) => [key, default_collate(batch.map((item) => (item as Record<string, unknown>)[key]))]),
    );
  }
  if (first === null || first === undefined || typeof first === 'function') {
    throw new TypeError(
      `default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class '${typeName(first)}'>`,
    );
  }
  return [...batch];
}

export interface LoaderOptions {
  batch_size?: number | null;
  shuffle?: boolean;
  sampler?: Iterable<number> | null;
  batch_sampler?: Iterable<number[]> | null;
  /** How many batches are fetched ahead of the one in use. */
  num_workers?: number;
  timeout?: number;
  prefetch_factor?: number | null;
  // biome-ignore lint/suspicious/noExplicitAny: items and batches are whatever the data set and this function make them
  collate_fn?: ((items: any[]) => any) | null;
  drop_last?: boolean;
  generator?: Generator | null;
}

/** @throws ValueError for settings of workers that make no sense */
function checkSettings({ num_workers = 0, timeout = 0, prefetch_factor = null }: LoaderOptions): void {
  if (num_workers < 0) {
    throw new ValueError(
      'num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.',
    );
  }
  if (timeout < 0) throw new ValueError('timeout option should be non-negative');
  if (num_workers === 0 && prefetch_factor !== null) {
    throw new ValueError(
      'prefetch_factor option could only be specified in multiprocessing.let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.',
    );
  }
}

/** Read with `for await`. Source: https://docs.pytorch.org/docs/stable/data.html */
// biome-ignore lint/suspicious/noExplicitAny: batches are whatever collate_fn makes of the items
export class DataLoader implements AsyncIterable<any> {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly dataset: Dataset<any> | IterableDataset<any>;
  readonly batch_size: number | null;
  readonly sampler: Iterable<number>;
  readonly #isIterable: boolean;
  readonly #batches: Iterable<number[]> | null;
  readonly #options: LoaderOptions;

  // biome-ignore lint/suspicious/noExplicitAny: as above
  constructor(given: Indexed<any> | IterableDataset<any>, options: LoaderOptions = {}) {
    const dataset = given instanceof IterableDataset ? given : datasetOf(given);
    const {
      batch_size = 1,
      shuffle = false,
      sampler,
      batch_sampler,
      drop_last = false,
      generator = null,
    } = options;
    checkSettings(options);
    this.#isIterable = dataset instanceof IterableDataset;
    if (this.#isIterable && shuffle) {
      throw new ValueError(
        'DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle=True',
      );
    }
    if (sampler && shuffle) throw new ValueError('sampler option is mutually exclusive with shuffle');
    if (batch_sampler && (options.batch_size !== undefined || shuffle || sampler || drop_last)) {
      throw new ValueError(
        'batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last',
      );
    }
    if (batch_size === null && drop_last) {
      throw new ValueError(
        'batch_size=None option disables auto-batching and is mutually exclusive with drop_last',
      );
    }
    this.dataset = dataset;
    this.batch_size = batch_sampler ? null : batch_size;
    const source = dataset as Dataset;
    this.sampler =
      sampler ?? (shuffle ? new RandomSampler(source, { generator }) : new SequentialSampler(source));
    this.#batches =
      batch_sampler ??
      (batch_size === null ? null : new BatchSampler(this.sampler as Sampler, batch_size, drop_last));
    this.#options = options;
  }

  get length(): number {
    return this.__len__();
  }

  /** How many batches there are. */
  __len__(): number {
    if (this.#isIterable)
      throw new TypeError(`object of type '${this.dataset.constructor.name}' has no len()`);
    const source = (this.#batches ?? this.sampler) as { __len__?(): number };
    return source.__len__?.() ?? [...(this.#batches ?? this.sampler)].length;
  }

  /** The same with `for`, where the items are there at once: no promise among them, and none fetched ahead. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  *[Symbol.iterator](): Iterator<any> {
    drawSeed(this.#options.generator ?? null);
    const collate = this.#options.collate_fn;
    if (this.#isIterable) {
      yield* this.#inOrder(collate);
      return;
    }
    for (const indices of (this.#batches ?? this.sampler) as Iterable<number | number[]>) {
      const item = (index: number): unknown => (this.dataset as Dataset).__getitem__(index);
      if (Array.isArray(indices)) yield (collate ?? default_collate)(indices.map(item));
      else yield collate ? collate(item(indices) as unknown[]) : item(indices);
    }
  }

  /** The batches of a data set that has no indices. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  *#inOrder(collate: LoaderOptions['collate_fn']): Iterable<any> {
    const size = this.batch_size;
    let batch: unknown[] = [];
    for (const item of this.dataset as IterableDataset) {
      if (size === null) {
        yield collate ? collate(item as unknown[]) : item;
        continue;
      }
      batch.push(item);
      if (batch.length < size) continue;
      yield (collate ?? default_collate)(batch);
      batch = [];
    }
    if (batch.length > 0 && !this.#options.drop_last) yield (collate ?? default_collate)(batch);
  }

  async #fetch(indices: number | number[]): Promise<unknown> {
    if (!Array.isArray(indices)) {
      const item = await (this.dataset as Dataset).__getitem__(indices);
      return this.#options.collate_fn ? this.#options.collate_fn(item as unknown[]) : item;
    }
    const items = await Promise.all(indices.map((index) => (this.dataset as Dataset).__getitem__(index)));
    return (this.#options.collate_fn ?? default_collate)(items);
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  async *[Symbol.asyncIterator](): AsyncIterator<any> {
    // PyTorch draws a seed for its workers at the start of every pass, whether it has any or not.
    drawSeed(this.#options.generator ?? null);
    if (this.#isIterable) {
      yield* this.#inOrder(this.#options.collate_fn);
      return;
    }
    const ahead = Math.max(this.#options.num_workers ?? 0, 0);
    const order: Iterator<number | number[]> = (this.#batches ?? this.sampler)[Symbol.iterator]();
    const pending: Promise<unknown>[] = [];
    const refill = (): void => {
      while (pending.length <= ahead) {
        const next = order.next();
        if (next.done) return;
        const batch = this.#fetch(next.value);
        // An error belongs to whoever awaits the batch, not to the event loop.
        batch.catch(() => {});
        pending.push(batch);
      }
    };
    for (refill(); pending.length > 0; refill()) yield await pending.shift();
  }
}
