/**
 * PyTorch's cpu samplers: each fills a typed array from its first element to its last, with PyTorch's own number of
 * draws for each element. Arguments are taken as valid: the operators check them.
 */

import { type DType, float16, float64, int64, type TypedArray } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { fma, sinCos } from './double-double.ts';
import { FILL_MINIMUM, normalFill } from './normal-fill.ts';
import type { RandomStream } from './stream.ts';

/** Writes what `sample` gives into every element, as a C++ cast to the dtype would. */
function fill(out: TypedArray, dtype: DType, sample: () => number): void {
  if (dtype === int64) {
    for (let i = 0; i < out.length; i++) out[i] = BigInt(Math.trunc(sample()));
  } else if (dtype === float16) {
    // From float64 by way of float32, with a rounding each.
    for (let i = 0; i < out.length; i++) out[i] = Math.fround(sample());
  } else {
    for (let i = 0; i < out.length; i++) out[i] = sample();
  }
}

/** Uniform in [from, to). Range and start are joined with one rounding, as processors with a fused multiply-add do it. */
export function uniform(stream: RandomStream, out: TypedArray, dtype: DType, from: number, to: number): void {
  const { fround } = Math;
  if (dtype === float64) {
    const range = to - from;
    fill(out, dtype, () => below(fma(stream.uniform53(), range, from), from, to));
    return;
  }
  const low = fround(from);
  const range = fround(fround(to) - low);
  const round = dtype === float16 ? Math.f16round : fround;
  const first = round(from);
  const end = round(to);
  fill(out, dtype, () => below(round(fround(stream.uniform24() * range + low)), first, end));
}

/** Rounding may reach the end of the range, which does not belong to it. */
function below(value: number, from: number, to: number): number {
  return value === to ? from : value;
}

/**
 * Normal samples. Tensors that are contiguous and have 16 elements or more are filled by blocks, with other
 * samples than the same elements one by one.
 */
export function normal(
  stream: RandomStream,
  out: TypedArray,
  dtype: DType,
  mean: number,
  std: number,
  isContiguous = true,
): void {
  if (isContiguous && out.length >= FILL_MINIMUM) {
    normalFill(stream, out as Float64Array | Float32Array | Float16Array, dtype, mean, std);
  } else {
    fill(out, dtype, () => normalSample(stream, mean, std));
  }
}

/** One normal sample by the method of Box and Muller; the second of each pair waits in the stream. */
function normalSample(stream: RandomStream, mean: number, std: number): number {
  const spare = stream.spareNormal;
  if (spare !== null) {
    stream.spareNormal = null;
    return fma(spare, std, mean);
  }
  const angle = 2 * Math.PI * stream.uniform53();
  const radius = Math.sqrt(-2 * Math.log1p(-stream.uniform53()));
  const [sin, cos] = sinCos(angle);
  stream.spareNormal = radius * sin;
  return fma(radius * cos, std, mean);
}

/** The logarithm of a sample has a normal distribution. */
export function logNormal(
  stream: RandomStream,
  out: TypedArray,
  dtype: DType,
  mean: number,
  std: number,
): void {
  fill(out, dtype, () => Math.exp(normalSample(stream, mean, std)));
}

/** Exponential with rate `lambda`. */
export function exponential(stream: RandomStream, out: TypedArray, dtype: DType, lambda: number): void {
  fill(out, dtype, () => (-1 / lambda) * Math.log1p(-stream.uniform53()));
}

/** Cauchy around `median`, of width `sigma`. */
export function cauchy(
  stream: RandomStream,
  out: TypedArray,
  dtype: DType,
  median: number,
  sigma: number,
): void {
  fill(out, dtype, () => fma(sigma, Math.tan(Math.PI * (stream.uniform53() - 0.5)), median));
}

/** How many trials with success probability `p` it takes to succeed. */
export function geometric(stream: RandomStream, out: TypedArray, dtype: DType, p: number): void {
  fill(out, dtype, () => Math.ceil(Math.log(stream.uniform53()) / Math.log1p(-p)));
}

/** 1 with probability `p`, otherwise 0. Dropout's mask is this with 1 - p. */
export function bernoulli(stream: RandomStream, out: TypedArray, dtype: DType, p: number): void {
  fill(out, dtype, () => (stream.uniform53() < p ? 1 : 0));
}

/**
 * 1 with the probability that stands at the same place in `probabilities`, otherwise 0.
 * @throws RuntimeError at the first probability that is none
 */
export function bernoulliEach(
  stream: RandomStream,
  out: TypedArray,
  dtype: DType,
  probabilities: ArrayLike<number>,
  probabilityDtype: DType,
): void {
  let next = 0;
  fill(out, dtype, () => {
    const p = probabilities[next++];
    if (!(p >= 0 && p <= 1)) {
      throw new RuntimeError(
        'Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)',
      );
    }
    return (probabilityDtype === float64 ? stream.uniform53() : stream.uniform24()) < p ? 1 : 0;
  });
}

// Ranges from here on take 64 bits for each sample: with 32 the remainders would be too uneven.
const WIDE_RANGE = 2n ** 28n;

/** Whole numbers from `base` to below `base + range`. */
export function randomInts(
  stream: RandomStream,
  out: TypedArray,
  dtype: DType,
  base: bigint,
  range: bigint,
): void {
  if (range >= WIDE_RANGE) {
    const sample = (): bigint => BigInt.asIntN(64, (stream.random64() % range) + base);
    if (dtype === int64) for (let i = 0; i < out.length; i++) out[i] = sample();
    else fill(out, dtype, () => Number(sample()));
    return;
  }
  const size = Number(range);
  if (Number.isSafeInteger(Number(base) + size) && Number.isSafeInteger(Number(base))) {
    const start = Number(base);
    fill(out, dtype, () => (stream.random() % size) + start);
  } else {
    for (let i = 0; i < out.length; i++) out[i] = BigInt.asIntN(64, BigInt(stream.random() % size) + base);
  }
}

/** How many whole numbers from 0 on a dtype has, or a float dtype represents without gaps. */
export const wholeNumbers: Record<DType['name'], bigint> = {
  float64: 2n ** 53n + 1n,
  float32: 2n ** 24n + 1n,
  float16: 2n ** 11n + 1n,
  int64: 2n ** 63n,
  int32: 2n ** 31n,
  int16: 2n ** 15n,
  int8: 2n ** 7n,
  uint8: 2n ** 8n,
  bool: 2n,
};

/** Any of the dtype's whole numbers from 0 up. Only the 64-bit dtypes take 64 bits for each. */
export function randomAny(stream: RandomStream, out: TypedArray, dtype: DType): void {
  const count = wholeNumbers[dtype.name];
  if (dtype === int64) {
    for (let i = 0; i < out.length; i++) out[i] = stream.random64() % count;
  } else if (dtype === float64) {
    fill(out, dtype, () => Number(stream.random64() % count));
  } else {
    const size = Number(count);
    fill(out, dtype, () => stream.random() % size);
  }
}

/** The whole numbers from 0 to below `out.length` in random order. */
export function permutation(stream: RandomStream, out: TypedArray, dtype: DType): void {
  const order = new Uint32Array(out.length).map((_, i) => i);
  for (let i = 0; i < order.length - 1; i++) {
    const other = i + (stream.random() % (order.length - i));
    const saved = order[i];
    order[i] = order[other];
    order[other] = saved;
  }
  let next = 0;
  fill(out, dtype, () => order[next++]);
}

/** Draws categories with replacement, each with a probability in proportion to its weight. */
export function multinomialWithReplacement(
  stream: RandomStream,
  out: BigInt64Array,
  weights: ArrayLike<number>,
  dtype: DType,
): void {
  // The running sums are rounded to the weights' dtype, as PyTorch's are.
  const cumulative = new dtype.arrayType(weights.length) as Float64Array | Float32Array | Float16Array;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    cumulative[i] = sum + weights[i];
    sum = cumulative[i];
  }
  for (let i = 0; i < cumulative.length; i++) cumulative[i] /= sum;
  cumulative[cumulative.length - 1] = 1;
  for (let i = 0; i < out.length; i++) out[i] = BigInt(firstNotBelow(cumulative, stream.uniform53()));
}

/** Index of the first element that is not below `value`, in a rising list whose last one is not. */
function firstNotBelow(rising: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
