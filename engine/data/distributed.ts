/** `torch.utils.data.distributed`: which of a data set's items a rank takes. */

import { newByName } from '../core/call.ts';
import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { toNumbers } from '../core/reading.ts';
import { defaultGroup } from '../distributed/default-group.ts';
import { Generator } from '../random/generator.ts';
import { Sampler } from './samplers.ts';

interface Options {
  num_replicas?: number | null;
  rank?: number | null;
  shuffle?: boolean;
  seed?: number;
  drop_last?: boolean;
}

/**
 * Every rank draws the same order and takes each p-th index of it, so that each gets as many as the others. What does
 * not divide is filled up with indices from the start, or left out with `drop_last`.
 * Source: https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler
 */
class RankSampler extends Sampler {
  readonly num_replicas: number;
  readonly rank: number;
  readonly num_samples: number;
  epoch = 0;
  readonly #length: number;
  readonly #options: Options;

  constructor(dataset: { __len__(): number }, options: Options = {}) {
    super();
    this.num_replicas = options.num_replicas ?? defaultGroup().size;
    this.rank = options.rank ?? defaultGroup().rank;
    if (this.rank >= this.num_replicas || this.rank < 0) {
      throw new ValueError(
        `Invalid rank ${this.rank}, rank should be in the interval [0, ${this.num_replicas - 1}]`,
      );
    }
    this.#length = dataset.__len__();
    this.#options = options;
    const share = this.#length / this.num_replicas;
    this.num_samples = options.drop_last ? Math.floor(share) : Math.ceil(share);
  }

  /** To be called before each epoch: without it every epoch has the same order. */
  set_epoch(epoch: number): void {
    this.epoch = epoch;
  }

  *[Symbol.iterator](): Iterator<number> {
    const order = this.#order();
    for (let at = this.rank; at < this.num_samples * this.num_replicas; at += this.num_replicas) {
      yield order[at % order.length];
    }
  }

  __len__(): number {
    return this.num_samples;
  }

  #order(): number[] {
    const { shuffle = true, seed = 0 } = this.#options;
    if (!shuffle) return Array.from({ length: this.#length }, (_, index) => index);
    const generator = new Generator();
    generator.manual_seed(seed + this.epoch);
    return toNumbers(call('randperm', this.#length, { generator, device: 'cpu' }));
  }
}
Object.defineProperty(RankSampler, 'name', { value: 'DistributedSampler' });

/** Each rank's own share of a data set, of the same size for all. Source: https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler */
export const DistributedSampler = newByName(
  RankSampler,
  'dataset | num_replicas, rank, shuffle, seed, drop_last',
);
export type DistributedSampler = RankSampler;
