/**
 * NumPy's `default_rng`: PCG64, seeded by a SeedSequence. Sources: M. E. O'Neill, "PCG: A Family of Simple Fast
 * Space-Efficient Statistically Good Algorithms" (2014) and her seed_seq_fe; D. Lemire, "Fast Random Integer Generation
 * in an Interval" (2019); NumPy's NEP 19.
 */

import { masked, shuffled } from './twister.ts';
import { height, inside, radius, width } from './ziggurat.ts';

const multiplier = 0x2360ed051fc65da44385df649fccf645n;
const mask128 = (1n << 128n) - 1n;
const mask64 = (1n << 64n) - 1n;

export class Pcg {
  #state = 0n;
  readonly #increment: bigint;
  /** The upper half of the last 64 bits, where only the lower was asked for. */
  #half: number | null = null;

  constructor(seed: number | bigint) {
    const [a, b, c, d] = spread(BigInt(seed));
    this.#increment = ((((c << 64n) | d) << 1n) | 1n) & mask128;
    this.#step();
    this.#state = (this.#state + ((a << 64n) | b)) & mask128;
    this.#step();
  }

  #step(): void {
    this.#state = (this.#state * multiplier + this.#increment) & mask128;
  }

  #next(): bigint {
    this.#step();
    const value = ((this.#state >> 64n) ^ this.#state) & mask64;
    const turn = this.#state >> 122n;
    return ((value >> turn) | (value << (64n - turn))) & mask64;
  }

  word(): number {
    if (this.#half !== null) {
      const kept = this.#half;
      this.#half = null;
      return kept;
    }
    const next = this.#next();
    this.#half = Number(next >> 32n);
    return Number(next & 0xffffffffn);
  }

  double(): number {
    return Number(this.#next() >> 11n) / 2 ** 53;
  }

  single(): number {
    return (this.word() >>> 8) / 2 ** 24;
  }

  /** The ziggurat: most samples are settled by one table look-up. */
  normal(): number {
    for (;;) {
      const bits = this.#next();
      const layer = Number(bits & 0xffn);
      const sign = (bits >> 8n) & 1n ? -1 : 1;
      const whole = (bits >> 9n) & 0xfffffffffffffn;
      const x = sign * Number(whole) * width[layer];
      if (whole < inside[layer]) return x;
      if (layer === 0) return this.#tail((whole >> 8n) & 1n ? -1 : 1);
      const y = (height[layer - 1] - height[layer]) * this.double() + height[layer];
      if (y < Math.exp(-0.5 * x * x)) return x;
    }
  }

  #tail(sign: number): number {
    for (;;) {
      const x = -(1 / radius) * Math.log1p(-this.double());
      const y = -Math.log1p(-this.double());
      if (y + y > x * x) return sign * (radius + x);
    }
  }

  /** A whole number from 0 to `most`, by Lemire's method. */
  upTo(most: number): number {
    if (most === 0) return 0;
    if (most === 2 ** 32 - 1) return this.word();
    return most < 2 ** 32
      ? Number(this.#lemire(BigInt(most), 32n, () => BigInt(this.word())))
      : Number(this.#lemire(BigInt(most), 64n, () => this.#next()));
  }

  #lemire(most: bigint, bits: bigint, next: () => bigint): bigint {
    const count = most + 1n;
    const mask = (1n << bits) - 1n;
    let product = next() * count;
    if ((product & mask) < count) {
      const threshold = (mask - most) % count;
      while ((product & mask) < threshold) product = next() * count;
    }
    return product >> bits;
  }

  order(count: number): number[] {
    return shuffled(count, 1, (most) => masked(most, () => this.word()));
  }

  /** Some of `count` indices, each once: all shuffled at their end, or Floyd's method for few of many. */
  some(count: number, wanted: number): number[] {
    const upTo = (most: number): number => this.upTo(most);
    if (count <= 10000 || wanted > Math.floor(count / 50)) {
      // Only where there are many is it worth to leave the front as it lies.
      const first = Math.max(count - wanted, 1);
      if (count > 10000) return shuffled(count, first, upTo).slice(count - wanted);
    }
    const found = new Set<number>();
    for (let k = count - wanted; k < count; k++) {
      const value = this.upTo(k);
      found.add(found.has(value) ? k : value);
    }
    const picked = [...found];
    return shuffled(wanted, 1, upTo).map((index) => picked[index]);
  }
}

/** SeedSequence: four words of 64 bits that all depend on the whole seed. */
function spread(seed: bigint): bigint[] {
  const words: number[] = [];
  for (let rest = seed; rest > 0n || words.length === 0; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  let constant = 0x43b0d7e5;
  const hash = (given: number): number => {
    const value = given ^ constant;
    constant = Math.imul(constant, 0x931e8875);
    const product = Math.imul(value, constant);
    return product ^ (product >>> 16);
  };
  const mix = (x: number, y: number): number => {
    const value = Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y);
    return value ^ ((value | 0) >>> 16);
  };
  const pool = [0, 1, 2, 3].map((k) => hash(words[k] ?? 0));
  for (let from = 0; from < 4; from++) {
    for (let to = 0; to < 4; to++) if (from !== to) pool[to] = mix(pool[to], hash(pool[from]));
  }
  for (const word of words.slice(4)) for (let to = 0; to < 4; to++) pool[to] = mix(pool[to], hash(word));
  constant = 0x8b51f9dd;
  const state = Array.from({ length: 8 }, (_, k) => {
    const value = pool[k % 4] ^ constant;
    constant = Math.imul(constant, 0x58f38ded);
    const product = Math.imul(value, constant);
    return BigInt((product ^ (product >>> 16)) >>> 0);
  });
  return [0, 2, 4, 6].map((k) => state[k] | (state[k + 1] << 32n));
}
