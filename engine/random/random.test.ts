import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DType, dtypeNamed, float64, type TypedArray } from '../core/dtype.ts';
import * as distributions from './distributions.ts';
import { RandomStream } from './stream.ts';

interface Call {
  name: string;
  dtype: string;
  count: number;
  // biome-ignore lint/suspicious/noExplicitAny: each sampler has its own arguments
  arguments: any[];
  contiguous: boolean;
  bytes: string;
  sha256?: string;
}

interface Recorded {
  savedState: { bytes: string; normal: number[] };
  streams: { seed: string; calls: Call[]; state: string }[];
}

const recorded: Recorded = JSON.parse(
  readFileSync(new URL('./expected/streams.json', import.meta.url), 'utf8'),
);

function sample(stream: RandomStream, call: Call): TypedArray {
  const dtype = dtypeNamed(call.dtype)!;
  const out = new (call.name === 'multinomial' ? BigInt64Array : dtype.arrayType)(call.count);
  const [a, b] = call.arguments;
  switch (call.name) {
    case 'uniform':
      distributions.uniform(stream, out, dtype, a, b);
      break;
    case 'normal':
      distributions.normal(stream, out, dtype, a, b, call.contiguous);
      break;
    case 'logNormal':
      distributions.logNormal(stream, out, dtype, a, b);
      break;
    case 'cauchy':
      distributions.cauchy(stream, out, dtype, a, b);
      break;
    case 'exponential':
      distributions.exponential(stream, out, dtype, a);
      break;
    case 'geometric':
      distributions.geometric(stream, out, dtype, a);
      break;
    case 'bernoulli':
      distributions.bernoulli(stream, out, dtype, a);
      break;
    case 'bernoulliEach':
      distributions.bernoulliEach(stream, out, dtype, elementsOf(a, dtypeNamed(b)!), dtypeNamed(b)!);
      break;
    case 'random':
      distributions.randomAny(stream, out, dtype);
      break;
    case 'randomFromTo':
      distributions.randomInts(stream, out, dtype, BigInt(a), BigInt(b) - BigInt(a));
      break;
    case 'randperm':
      distributions.permutation(stream, out, dtype);
      break;
    case 'multinomial':
      distributions.multinomialWithReplacement(stream, out as BigInt64Array, elementsOf(a, dtype), dtype);
      break;
    default:
      throw new Error(`no sampler is called ${call.name}`);
  }
  return out;
}

function elementsOf(values: number[], dtype: DType): ArrayLike<number> {
  const array = new dtype.arrayType(values.length) as Float64Array;
  array.set(values);
  return array;
}

const bytesOf = (array: TypedArray): Uint8Array => new Uint8Array(array.buffer);
const sha256 = (array: TypedArray): string => createHash('sha256').update(bytesOf(array)).digest('hex');

/** Where float64 goes through log, sin and their like, PyTorch's own last bit depends on its C library. */
function isExact({ name, dtype }: Call): boolean {
  return dtype !== float64.name || !['normal', 'exponential', 'logNormal', 'cauchy'].includes(name);
}

function compare(out: TypedArray, call: Call): void {
  const shown = new Uint8Array(Buffer.from(call.bytes, 'base64'));
  const expected = new (out.constructor as Float64ArrayConstructor)(shown.buffer);
  const first = Array.from(out.subarray(0, expected.length) as Float64Array);
  if (isExact(call)) {
    expect(first).toEqual(Array.from(expected));
    if (call.sha256) expect(sha256(out)).toBe(call.sha256);
  } else {
    first.forEach((value, i) => {
      expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(2 ** -51 * Math.abs(expected[i]));
    });
  }
}

describe('the default stream', () => {
  test.each(recorded.streams.map((stream, index) => ({ ...stream, index })))(
    'stream $index from seed $seed',
    ({ seed, calls, state }) => {
      const stream = new RandomStream(BigInt.asUintN(64, BigInt(seed)));
      for (const call of calls) compare(sample(stream, call), call);
      if (stream.spareNormal === null) expect(sha256(stream.save() as TypedArray)).toBe(state);
    },
  );
});

test('a state that PyTorch saved is taken up, with the waiting half of a pair of normal samples', () => {
  const bytes = new Uint8Array(Buffer.from(recorded.savedState.bytes, 'base64'));
  const stream = new RandomStream(0n);
  stream.restore(bytes);
  expect(stream.save()).toEqual(bytes);
  const out = new Float64Array(3);
  distributions.normal(stream, out, float64, 0, 1);
  out.forEach((value, i) => {
    expect(value).toBeCloseTo(recorded.savedState.normal[i], 14);
  });
});
