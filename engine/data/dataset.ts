/** Data sets: things with a length and an item at every index. */

import { IndexError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { toNumbers } from '../core/reading.ts';
import { Tensor } from '../core/tensor.ts';
import type { Generator } from '../random/generator.ts';

/** To be derived from: define `__getitem__(index)` and `__len__()`. Source: https://docs.pytorch.org/docs/stable/data.html */
export abstract class Dataset<T = unknown> {
  abstract __getitem__(index: number): T | Promise<T>;
  abstract __len__(): number;

  get length(): number {
    return this.__len__();
  }
}

/** What has a length and an item at every index: a data set, a list, or a tensor along its first dimension. */
export type Indexed<T = unknown> = Dataset<T> | readonly T[] | Tensor;

/** A list, or a tensor's slices, as a data set. */
class ListDataset<T> extends Dataset<T> {
  readonly items: readonly T[] | Tensor;

  constructor(items: readonly T[] | Tensor) {
    super();
    this.items = items;
  }

  __getitem__(index: number): T {
    if (this.items instanceof Tensor) return this.items.index(index) as T;
    if (index < this.items.length && index >= -this.items.length) return this.items.at(index) as T;
    throw new IndexError('list index out of range');
  }

  __len__(): number {
    return this.items instanceof Tensor ? this.items.sizes[0] : this.items.length;
  }
}

export function datasetOf<T>(given: Indexed<T>): Dataset<T> {
  return Array.isArray(given) || given instanceof Tensor ? new ListDataset<T>(given) : (given as Dataset<T>);
}

/** To be derived from: items come one after the other, and nobody knows how many. Source: https://docs.pytorch.org/docs/stable/data.html */
export abstract class IterableDataset<T = unknown> implements Iterable<T> {
  abstract [Symbol.iterator](): Iterator<T>;
}

/**
 * Tensors of one length, sliced along their first dimension.
 * @throws Error where the lengths differ
 * Source: https://docs.pytorch.org/docs/stable/data.html
 */
export class TensorDataset extends Dataset<Tensor[]> {
  readonly tensors: readonly Tensor[];

  constructor(...tensors: Tensor[]) {
    super();
    if (tensors.some((tensor) => tensor.sizes[0] !== tensors[0].sizes[0])) {
      throw new Error('Size mismatch between tensors');
    }
    this.tensors = tensors;
  }

  __getitem__(index: number): Tensor[] {
    return this.tensors.map((tensor) => tensor.index(index));
  }

  __len__(): number {
    return this.tensors[0].sizes[0];
  }
}

/** Several data sets, one after the other. Source: https://docs.pytorch.org/docs/stable/data.html */
export class ConcatDataset<T> extends Dataset<T> {
  readonly datasets: readonly Dataset<T>[];

  constructor(datasets: Iterable<Indexed<T>>) {
    super();
    this.datasets = [...datasets].map((dataset) => datasetOf(dataset));
    if (this.datasets.length === 0) throw new Error('datasets should not be an empty iterable');
  }

  /** How many items there are up to the end of each. */
  get cumulative_sizes(): number[] {
    let sum = 0;
    return this.datasets.map((dataset) => {
      sum += dataset.__len__();
      return sum;
    });
  }

  __getitem__(index: number): T | Promise<T> {
    if (-index > this.__len__()) {
      throw new ValueError('absolute value of index should not exceed dataset length');
    }
    let rest = index < 0 ? index + this.__len__() : index;
    for (const dataset of this.datasets) {
      if (rest < dataset.__len__()) return dataset.__getitem__(rest);
      rest -= dataset.__len__();
    }
    throw new IndexError('list index out of range');
  }

  __len__(): number {
    return this.datasets.reduce((sum, dataset) => sum + dataset.__len__(), 0);
  }
}

/** Several data sets side by side: an item has one of each, in a list or by name. Source: https://docs.pytorch.org/docs/stable/data.html */
export class StackDataset extends Dataset<unknown> {
  readonly datasets: readonly Dataset[] | Readonly<Record<string, Dataset>>;
  readonly #all: readonly Dataset[];

  constructor(...datasets: readonly Indexed[] | [Readonly<Record<string, Indexed>>]) {
    super();
    const [first] = datasets;
    const isNamed = first !== undefined && Object.getPrototypeOf(first) === Object.prototype;
    const given = Object.entries(isNamed ? (first as Record<string, Indexed>) : (datasets as Indexed[]));
    const made = given.map(([name, dataset]) => [name, datasetOf(dataset)] as const);
    this.#all = made.map(([, dataset]) => dataset);
    this.datasets = isNamed ? Object.fromEntries(made) : this.#all;
    if (this.#all.length === 0) throw new ValueError('At least one dataset should be passed');
    if (this.#all.some((dataset) => dataset.__len__() !== this.#all[0].__len__())) {
      throw new ValueError('Size mismatch between datasets');
    }
  }

  __getitem__(index: number): unknown {
    const items = this.#all.map((dataset) => dataset.__getitem__(index));
    if (Array.isArray(this.datasets)) return items;
    return Object.fromEntries(Object.keys(this.datasets).map((name, k) => [name, items[k]]));
  }

  __len__(): number {
    return this.#all[0].__len__();
  }
}

/** Several iterable data sets, one after the other. Source: https://docs.pytorch.org/docs/stable/data.html */
export class ChainDataset<T> extends IterableDataset<T> {
  readonly datasets: Iterable<IterableDataset<T>>;

  constructor(datasets: Iterable<IterableDataset<T>>) {
    super();
    this.datasets = datasets;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const dataset of this.datasets) yield* dataset;
  }
}

/** Some items of a data set, by their indices. Source: https://docs.pytorch.org/docs/stable/data.html */
export class Subset<T> extends Dataset<T> {
  readonly dataset: Dataset<T>;
  readonly indices: readonly number[];

  constructor(dataset: Indexed<T>, indices: readonly number[]) {
    super();
    this.dataset = datasetOf(dataset);
    this.indices = indices;
  }

  __getitem__(index: number): T | Promise<T> {
    return this.dataset.__getitem__(this.indices[index]);
  }

  __len__(): number {
    return this.indices.length;
  }
}

/** Whole lengths for fractions that add up to 1: what rounding leaves goes to the first parts, one each. */
function wholeLengths(lengths: readonly number[], total: number): number[] {
  const isFractions =
    lengths.some((length) => !Number.isInteger(length)) &&
    lengths.reduce((sum, part) => sum + part, 0) <= 1 + 1e-9;
  if (!isFractions) return [...lengths];
  const result = lengths.map((fraction, index) => {
    if (fraction < 0 || fraction > 1)
      throw new ValueError(`Fraction at index ${index} is not between 0 and 1`);
    return Math.floor(total * fraction);
  });
  const left = total - result.reduce((sum, length) => sum + length, 0);
  for (let k = 0; k < left; k++) result[k % result.length]++;
  return result;
}

/** Random parts of a data set that do not overlap, of these lengths or fractions. */
export function random_split<T>(
  given: Indexed<T>,
  lengths: readonly number[],
  options: { generator?: Generator | null } | Generator | null = null,
): Subset<T>[] {
  const dataset = datasetOf(given);
  const total = dataset.__len__();
  const whole = wholeLengths(lengths, total);
  if (whole.reduce((sum, length) => sum + length, 0) !== total) {
    throw new ValueError('Sum of input lengths does not equal the length of the input dataset!');
  }
  const generator = options && 'generator' in options ? options.generator : (options as Generator | null);
  const order = toNumbers(call('randperm', total, { generator: generator ?? null, device: 'cpu' }));
  let start = 0;
  return whole.map((length) => {
    start += length;
    return new Subset(dataset, order.slice(start - length, start));
  });
}
