/** Samplers: in which order a loader takes the items of a data set. */

import { float64, int64 } from '../core/dtype.ts';
import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { toNumbers } from '../core/reading.ts';
import type { Tensor } from '../core/tensor.ts';
import { Generator } from '../random/generator.ts';

/** Anything with a length: a data set, or a list. */
export type Sized = { __len__(): number } | readonly unknown[];

const sizeOf = (source: Sized): number => ('__len__' in source ? source.__len__() : source.length);

/** To be derived from: indices in some order, and how many. Source: https://docs.pytorch.org/docs/stable/data.html */
export abstract class Sampler<T = number> implements Iterable<T> {
  abstract [Symbol.iterator](): Iterator<T>;
  abstract __len__(): number;
}

/** All items in order. Source: https://docs.pytorch.org/docs/stable/data.html */
export class SequentialSampler extends Sampler {
  readonly #source: Sized;

  constructor(source: Sized) {
    super();
    this.#source = source;
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let index = 0; index < this.__len__(); index++) yield index;
  }

  __len__(): number {
    return sizeOf(this.#source);
  }
}

export interface RandomOptions {
  replacement?: boolean;
  num_samples?: number | null;
  generator?: Generator | null;
}

/** A seed from the default stream, as PyTorch's samplers and loaders draw it: 63 bits. */
export function drawSeed(generator: Generator | null = null): bigint {
  const drawn = call('empty', [], { dtype: int64, device: 'cpu' }).random_({ generator });
  return (drawn.toTypedArray() as BigInt64Array)[0];
}

/**
 * All items in random order, or samples with replacement.
 * @throws ValueError for no items
 * Source: https://docs.pytorch.org/docs/stable/data.html
 */
export class RandomSampler extends Sampler {
  readonly #source: Sized;
  readonly #options: RandomOptions;

  constructor(source: Sized, options: RandomOptions = {}) {
    super();
    this.#source = source;
    this.#options = options;
    if (this.__len__() <= 0) {
      throw new ValueError(
        `num_samples should be a positive integer value, but got num_samples=${this.__len__()}`,
      );
    }
  }

  *[Symbol.iterator](): Iterator<number> {
    const size = sizeOf(this.#source);
    const count = this.__len__();
    let { generator } = this.#options;
    if (!generator) {
      generator = new Generator();
      generator.manual_seed(drawSeed());
    }
    if (this.#options.replacement) {
      // PyTorch draws 32 at a time, which counts for what the generator holds afterwards.
      for (let drawn = 0; drawn < count; drawn += 32) {
        yield* toNumbers(call('randint', size, [Math.min(32, count - drawn)], { generator, device: 'cpu' }));
      }
      return;
    }
    // Also where nothing is left PyTorch draws once more, which counts for what the generator holds afterwards.
    for (let taken = 0; taken <= count; taken += size) {
      yield* toNumbers(call('randperm', size, { generator, device: 'cpu' })).slice(0, count - taken);
    }
  }

  __len__(): number {
    return this.#options.num_samples ?? sizeOf(this.#source);
  }
}

/** Items drawn with these weights, a number each; they need not sum to 1. Source: https://docs.pytorch.org/docs/stable/data.html */
export class WeightedRandomSampler extends Sampler {
  readonly #weights: Tensor;
  readonly #count: number;
  readonly #options: RandomOptions;

  constructor(weights: readonly number[] | Tensor, num_samples: number, options: RandomOptions = {}) {
    super();
    if (!Number.isInteger(num_samples) || num_samples <= 0) {
      throw new ValueError(
        `num_samples should be a positive integer value, but got num_samples=${num_samples}`,
      );
    }
    this.#weights = call('as_tensor', weights, { dtype: float64 });
    this.#count = num_samples;
    this.#options = options;
  }

  *[Symbol.iterator](): Iterator<number> {
    const { replacement = true, generator = null } = this.#options;
    yield* toNumbers(call('multinomial', this.#weights, this.#count, replacement, { generator }));
  }

  __len__(): number {
    return this.#count;
  }
}

/** Some indices in random order. Source: https://docs.pytorch.org/docs/stable/data.html */
export class SubsetRandomSampler extends Sampler {
  readonly #indices: readonly number[];
  readonly #generator: Generator | null;

  constructor(indices: readonly number[], options: { generator?: Generator | null } = {}) {
    super();
    this.#indices = indices;
    this.#generator = options.generator ?? null;
  }

  *[Symbol.iterator](): Iterator<number> {
    for (const position of toNumbers(
      call('randperm', this.#indices.length, { generator: this.#generator, device: 'cpu' }),
    )) {
      yield this.#indices[position];
    }
  }

  __len__(): number {
    return this.#indices.length;
  }
}

/** Another sampler's indices, so many at a time, as lists. Source: https://docs.pytorch.org/docs/stable/data.html */
export class BatchSampler extends Sampler<number[]> {
  readonly #sampler: Iterable<number> & { __len__?(): number };
  readonly #size: number;
  readonly #dropLast: boolean;

  constructor(sampler: Iterable<number> & { __len__?(): number }, batch_size: number, drop_last: boolean) {
    super();
    if (!Number.isInteger(batch_size) || batch_size <= 0) {
      throw new ValueError(`batch_size should be a positive integer value, but got batch_size=${batch_size}`);
    }
    this.#sampler = sampler;
    this.#size = batch_size;
    this.#dropLast = drop_last;
  }

  *[Symbol.iterator](): Iterator<number[]> {
    let batch: number[] = [];
    for (const index of this.#sampler) {
      batch.push(index);
      if (batch.length < this.#size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0 && !this.#dropLast) yield batch;
  }

  __len__(): number {
    const items = this.#sampler.__len__?.() ?? [...this.#sampler].length;
    return this.#dropLast ? Math.floor(items / this.#size) : Math.ceil(items / this.#size);
  }
}
