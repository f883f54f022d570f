/**
 * The Mersenne Twister as Python's `random` and NumPy's `np.random` use it: the stream is the engine's, what is made of
 * its words is theirs. Sources: CPython's Modules/_randommodule.c; NumPy's legacy distributions (NEP 19).
 */

import { RandomStream } from '../../../engine/random/stream.ts';

export class Twister {
  readonly #stream = new RandomStream(0n);
  #spare: number | null = null;

  /** NumPy's seed: one number. */
  seed(value: number): void {
    this.#stream.restart(BigInt(value));
    this.#spare = null;
  }

  /** Python's seed, and NumPy's of several numbers: words of 32 bits. */
  seedByWords(words: readonly number[]): void {
    this.#stream.restartFromKey(words);
    this.#spare = null;
  }

  word(): number {
    return this.#stream.random();
  }

  /** In [0, 1), of 53 bits. */
  double(): number {
    const high = this.word() >>> 5;
    return (high * 2 ** 26 + (this.word() >>> 6)) / 2 ** 53;
  }

  /** The polar method gives two samples at a time. */
  normal(): number {
    if (this.#spare !== null) {
      const kept = this.#spare;
      this.#spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * this.double() - 1;
      const y = 2 * this.double() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = scale * x;
      return scale * y;
    }
  }

  exponential(): number {
    return -Math.log1p(-this.double());
  }

  upTo(most: number): number {
    return masked(most, () => this.word());
  }

  /** The order in which shuffling leaves as many items. */
  order(count: number): number[] {
    return shuffled(count, 1, (most) => this.upTo(most));
  }

  /** Python's `getrandbits`, for up to 32. */
  bits(count: number): number {
    return count === 0 ? 0 : this.word() >>> (32 - count);
  }
}

/** Items from `first` on change places with one before them, the last first. */
export function shuffled(count: number, first: number, upTo: (most: number) => number): number[] {
  const order = Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k >= first; k--) {
    const other = upTo(k);
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}

/** A whole number from 0 to `most`: masked words, of which those beyond it are dropped. */
export function masked(most: number, word: () => number): number {
  if (most === 0) return 0;
  const isWide = most >= 2 ** 32;
  const mask = 2 ** (32 - Math.clz32(isWide ? most / 2 ** 32 : most)) - 1;
  for (;;) {
    const first = (word() & mask) >>> 0;
    const value = isWide ? first * 2 ** 32 + word() : first;
    if (value <= most) return value;
  }
}
