/**
 * The stream of random bits behind PyTorch's cpu generator: the Mersenne Twister MT19937.
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998).
 */

import { RuntimeError } from '../core/errors.ts';

const WORDS = 624;
const SHIFT = 397;

/** Bytes of a saved state, laid out as `torch.get_rng_state()` gives it. */
export const STATE_BYTES = 5056;
// Where the fields lie in it; each of the 624 words takes eight bytes.
const field = { seed: 0, left: 8, seeded: 12, next: 16, words: 24, normal: 5024, hasNormal: 5040 };

export class RandomStream {
  #seed: bigint;
  #words = new Uint32Array(WORDS);
  /** Draws until new words are made, counted as PyTorch does: 1 means at the next draw. */
  #left = 1;
  /** Index of the next word. */
  #next = 0;

  /**
   * The second of a pair of normal samples, kept for the next call: the method of Box and Muller makes two at a
   * time. Part of the state, as in PyTorch.
   */
  spareNormal: number | null = null;

  constructor(seed: bigint) {
    this.#seed = seed;
    this.restart(seed);
  }

  /** Starts over from `seed`, of which the lower 32 bits count. */
  restart(seed: bigint): void {
    this.#seed = BigInt.asUintN(64, seed);
    this.spareNormal = null;
    const words = this.#words;
    words[0] = Number(BigInt.asUintN(32, seed));
    for (let i = 1; i < WORDS; i++) {
      words[i] = Math.imul(1812433253, words[i - 1] ^ (words[i - 1] >>> 30)) + i;
    }
    this.#left = 1;
    this.#next = 0;
  }

  /** Starts over from several words of 32 bits. */
  restartFromKey(key: readonly number[]): void {
    this.restart(19650218n);
    const words = this.#words;
    const mixed = (i: number, factor: number): number =>
      words[i] ^ Math.imul(words[i - 1] ^ (words[i - 1] >>> 30), factor);
    let i = 1;
    const move = (): void => {
      if (++i < WORDS) return;
      words[0] = words[WORDS - 1];
      i = 1;
    };
    for (let count = Math.max(WORDS, key.length), j = 0; count > 0; count--, j = (j + 1) % key.length) {
      words[i] = mixed(i, 1664525) + key[j] + j;
      move();
    }
    for (let count = WORDS - 1; count > 0; count--) {
      words[i] = mixed(i, 1566083941) - i;
      move();
    }
    words[0] = 0x80000000;
  }

  /** The seed it was started from. */
  get initialSeed(): bigint {
    return this.#seed;
  }

  /** 32 random bits, as a whole number from 0 up. */
  random(): number {
    if (--this.#left === 0) this.#twist();
    let y = this.#words[this.#next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** 64 random bits: two draws, the first of them on top. */
  random64(): bigint {
    const high = BigInt(this.random());
    return (high << 32n) | BigInt(this.random());
  }

  /** Uniform in [0, 1) with the 24 bits of a float32: one draw. */
  uniform24(): number {
    return (this.random() & 0xffffff) * 2 ** -24;
  }

  /** Uniform in [0, 1) with the 53 bits of a float64: two draws. */
  uniform53(): number {
    const high = this.random() & 0x1fffff;
    return (high * 2 ** 32 + this.random()) * 2 ** -53;
  }

  #twist(): void {
    const words = this.#words;
    for (let i = 0; i < WORDS; i++) {
      const mixed = (words[i] & 0x80000000) | (words[(i + 1) % WORDS] & 0x7fffffff);
      words[i] = words[(i + SHIFT) % WORDS] ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    }
    this.#left = WORDS;
    this.#next = 0;
  }

  /** The state, byte for byte as PyTorch saves it. */
  save(): Uint8Array {
    const view = new DataView(new ArrayBuffer(STATE_BYTES));
    view.setBigUint64(field.seed, this.#seed, true);
    view.setInt32(field.left, this.#left, true);
    view.setInt32(field.seeded, 1, true);
    view.setBigUint64(field.next, BigInt(this.#next), true);
    this.#words.forEach((word, i) => {
      view.setUint32(field.words + 8 * i, word, true);
    });
    if (this.spareNormal !== null) {
      view.setFloat64(field.normal, this.spareNormal, true);
      view.setInt32(field.hasNormal, 1, true);
    }
    return new Uint8Array(view.buffer);
  }

  /** Takes over a state that `save` or `torch.get_rng_state()` gave. @throws RuntimeError for bytes that are none */
  restore(bytes: Uint8Array): void {
    if (bytes.length !== STATE_BYTES) {
      throw new RuntimeError(
        `Expected a CPUGeneratorImplState of size ${STATE_BYTES} but found the input RNG state size to be ${bytes.length}`,
      );
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const left = view.getInt32(field.left, true);
    const next = view.getUint32(field.next, true);
    const isSeeded = view.getInt32(field.seeded, true) !== 0;
    if (!isSeeded || left <= 0 || left > WORDS || next > WORDS)
      throw new RuntimeError('Invalid mt19937 state');
    this.#seed = view.getBigUint64(field.seed, true);
    this.#left = left;
    this.#next = next;
    for (let i = 0; i < WORDS; i++) this.#words[i] = view.getUint32(field.words + 8 * i, true);
    const hasNormal = view.getInt32(field.hasNormal, true) !== 0;
    this.spareNormal = hasNormal ? view.getFloat64(field.normal, true) : null;
  }
}
