/** Which ranges a dtype can be sampled from, and PyTorch's words for the others. */

import { bool, cppNames, type DType, float16, float32 } from '../core/dtype.ts';
import { NotImplementedError, RuntimeError } from '../core/errors.ts';

/** The digits of a float dtype's significand. */
function digitsOf(dtype: DType): number {
  if (dtype === float16) return 11;
  return dtype === float32 ? 24 : 53;
}

function largestFloat(dtype: DType): number {
  if (dtype === float16) return 65504;
  return dtype === float32 ? (2 - 2 ** -23) * 2 ** 127 : Number.MAX_VALUE;
}

/** The smallest and the largest whole number of an integer dtype. */
function integerLimits(dtype: DType): [smallest: bigint, largest: bigint] {
  if (dtype === bool) return [0n, 1n];
  const bits = BigInt(8 * dtype.itemsize);
  return dtype.is_signed ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

/** A number as C++ streams print it: six digits, as C's `%g`. */
export function cppNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const [mantissa, exponent] = value.toExponential(5).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(value.toPrecision(6)));
  return `${Number(mantissa)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** @throws NotImplementedError for a dtype that the sampler has no code for */
export function requireFloat(dtype: DType, kernel: string): void {
  if (!dtype.is_floating_point) {
    throw new NotImplementedError(`"${kernel}" not implemented for '${dtype.scalarName}'`);
  }
}

/** @throws RuntimeError for a range [from, to) that the dtype cannot hold, or that is none */
export function checkUniformRange(dtype: DType, from: number, to: number): void {
  requireFloat(dtype, 'check_uniform_bounds');
  const limit = largestFloat(dtype);
  for (const [name, value] of Object.entries({ from, to })) {
    if (!(Math.abs(value) <= limit))
      throw new RuntimeError(`${name} is out of bounds for ${cppNames[dtype.name]}`);
  }
  const [start, end] = [cppNumber(from), cppNumber(to)];
  if (from > to) {
    throw new RuntimeError(
      `uniform_ expects to return a [from, to) range, but found from=${start} > to=${end}`,
    );
  }
  if (to - from > limit) {
    throw new RuntimeError(
      `uniform_ expects to-from <= std::numeric_limits<${dtype.scalarName}>::max(), but found to=${end} and from=${start} which result in to-from to exceed the limit`,
    );
  }
}

const SMALLEST_INT64 = -(2n ** 63n);

/**
 * The range of whole numbers that `random_(from, to)` samples; without `to`, up to the largest that the dtype has
 * (a float dtype: without gaps).
 * @throws RuntimeError for an empty range, or one that the dtype cannot hold
 */
export function wholeRange(dtype: DType, from: bigint, to: bigint | null): { base: bigint; range: bigint } {
  if (to === null && from === SMALLEST_INT64 && (dtype.itemsize === 8 || dtype === float32)) {
    return { base: from, range: 2n ** 64n };
  }
  if (to !== null && from >= to) {
    throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`);
  }
  const isFloat = dtype.is_floating_point;
  const base = isFloat ? representable(dtype, from, 1n) : from;
  let last = isFloat ? 1n << BigInt(digitsOf(dtype)) : integerLimits(dtype)[1];
  if (to !== null) last = (isFloat ? representable(dtype, to, -1n) : to) - 1n;
  const [smallest, largest] = isFloat
    ? [-BigInt(largestFloat(dtype)), BigInt(largestFloat(dtype))]
    : integerLimits(dtype);
  for (const [name, value] of [
    ['from', base],
    ['to - 1', last],
  ] as const) {
    if (value < smallest || value > largest) {
      throw new RuntimeError(`${name} is out of bounds for ${cppNames[dtype.name]}`);
    }
  }
  return { base, range: last - base + 1n };
}

/** The end of a range, moved inwards (`step` 1 or -1) to where rounding to the dtype does not leave the range. */
function representable(dtype: DType, end: bigint, step: 1n | -1n): bigint {
  const inner = end + step;
  const rounded = BigInt(Number(inner));
  const nearest =
    dtype === float16
      ? Math.f16round(Number(inner))
      : dtype === float32
        ? Math.fround(Number(inner))
        : Number(rounded);
  const reached = Number.isFinite(nearest) ? BigInt(nearest) : inner;
  const leaves = step === 1n ? reached < end : reached >= end;
  if (!leaves) return end;
  const magnitude = inner < 0n ? -inner : inner;
  const gap = 1n << BigInt(magnitude.toString(2).length - digitsOf(dtype));
  return reached + step * gap;
}
