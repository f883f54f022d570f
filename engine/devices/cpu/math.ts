/** Functions of expressions on numbers that JavaScript's Math does not have, or defines otherwise than PyTorch. */

import { RuntimeError } from '../../core/errors.ts';

export { i0, i0e, i1, i1e } from './bessel.ts';
export { entr, igamma, igammac, log_ndtr, ndtr, ndtri, xlog1py } from './probability.ts';
export { digamma, erf, erfc, erfcx, erfinv, lgamma, polygamma, zeta } from './special.ts';

/** -1, 0 or 1; PyTorch's sign of nan and of -0 is 0. */
export function sign(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

/** Whether the sign bit is set: also for -0. */
export function signbit(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

// Adding and subtracting 2^52 rounds to whole numbers, halves to the even one.
const big = 2 ** 52;

/** To the nearest integer, halves to the even one. */
export function round(x: number): number {
  if (!(Math.abs(x) < big)) return x;
  const rounded = x < 0 ? x - big + big : x + big - big;
  return rounded === 0 ? x * 0 : rounded;
}

export function rsqrt(x: number): number {
  return 1 / Math.sqrt(x);
}

export function exp2(x: number): number {
  return 2 ** x;
}

/** C's pow: 1 to any power and -1 to an infinite one are 1, even where JavaScript says nan. */
export function pow(base: number, exponent: number): number {
  if (base === 1) return 1;
  if (base === -1 && (exponent === Infinity || exponent === -Infinity)) return 1;
  if (exponent === 2) return base * base;
  if (exponent === 3) return base * base * base;
  return base ** exponent;
}

export function isnan(x: number): boolean {
  return Number.isNaN(x);
}

export function isinf(x: number): boolean {
  return x === Infinity || x === -Infinity;
}

export function isfinite(x: number): boolean {
  return Number.isFinite(x);
}

/** Not a number where either is. */
export function maximum(a: number, b: number): number {
  return a < b || Number.isNaN(b) ? b : a;
}

export function minimum(a: number, b: number): number {
  return b < a || Number.isNaN(b) ? b : a;
}

/** The number where the other is none. */
export function fmax(a: number, b: number): number {
  return a >= b || Number.isNaN(b) ? a : b;
}

export function fmin(a: number, b: number): number {
  return a <= b || Number.isNaN(b) ? a : b;
}

/** Python's %: the sign of the divisor. */
export function remainder(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** C's %: the sign of the dividend. */
export function fmod(a: number, b: number): number {
  return a % b;
}

export function floor_divide(a: number, b: number): number {
  if (b === 0) return a / b;
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && b < 0 !== rest < 0) quotient -= 1;
  if (quotient === 0) return Object.is(a / b, -0) || a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

export function trunc_divide(a: number, b: number): number {
  return Math.trunc(a / b);
}

function divisor(value: number): number {
  if (value === 0) throw new RuntimeError('ZeroDivisionError');
  return value;
}

/** Python's % on integers of up to 32 bits. @throws RuntimeError for a zero divisor, as all integer divisions here. */
export function int_remainder(a: number, b: number): number {
  return remainder(a, divisor(b));
}

export function int_fmod(a: number, b: number): number {
  return a % divisor(b);
}

export function int_trunc_divide(a: number, b: number): number {
  return Math.trunc(a / divisor(b));
}

export function int_floor_divide(a: number, b: number): number {
  return Math.floor(a / divisor(b));
}

/** Wraps around at 32 bits; narrower types keep the low bits when the number is stored. */
export function int_pow(a: number, b: number): number {
  if (b < 0) return a === 1 ? 1 : a === -1 ? (b % 2 === 0 ? 1 : -1) : 0;
  let result = 1;
  for (let base = a, left = b; left > 0; left >>>= 1) {
    if (left & 1) result = Math.imul(result, base);
    base = Math.imul(base, base);
  }
  return result;
}

/** The greatest common divisor: never negative, 0 for two zeros. */
export function gcd(a: number, b: number): number {
  let [high, low] = [Math.abs(a), Math.abs(b)];
  while (low !== 0) [high, low] = [low, high % low];
  return high;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** log(1 + e^x) without overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** log(e^a + e^b) */
export function logaddexp(a: number, b: number): number {
  if (a === b && isinf(a)) return a;
  return maximum(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** log2(2^a + 2^b) */
export function logaddexp2(a: number, b: number): number {
  if (a === b && isinf(a)) return a;
  return maximum(a, b) + Math.log1p(2 ** -Math.abs(a - b)) / Math.LN2;
}

/** x log(y), 0 where x is 0 whatever y. */
export function xlogy(x: number, y: number): number {
  return Number.isNaN(y) ? y : x === 0 ? 0 : x * Math.log(y);
}

/** sin(πx) / πx, 1 at 0. */
export function sinc(x: number): number {
  if (x === 0) return 1;
  const angle = Math.PI * x;
  return Math.sin(angle) / angle;
}

/** sinc as float32 has it: the angle is rounded, so that whole numbers do not give 0. */
export function single_sinc(x: number): number {
  if (x === 0) return 1;
  const angle = Math.fround(Math.fround(Math.PI) * x);
  return Math.fround(Math.sin(angle)) / angle;
}

/** The size of the first with the sign of the second. */
export function copysign(size: number, sign: number): number {
  return signbit(sign) ? -Math.abs(size) : Math.abs(size);
}

const words = new BigInt64Array(1);
const doubles = new Float64Array(words.buffer);
const floats = new Float32Array(words.buffer);
const floatWords = new Int32Array(words.buffer);
const halfWords = new Int16Array(words.buffer);
let halves: Float16Array | null = null;

/** The float64 next to `from` towards `to`. */
export function nextafter64(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return Number.NaN;
  if (from === to) return to;
  if (from === 0) return to > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  doubles[0] = from;
  words[0] += to > from === from > 0 ? 1n : -1n;
  return doubles[0];
}

/** The float32 next to `from` towards `to`. */
export function nextafter32(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return Number.NaN;
  if (from === to) return to;
  if (from === 0) return to > 0 ? 2 ** -149 : -(2 ** -149);
  floats[0] = from;
  floatWords[0] += to > from === from > 0 ? 1 : -1;
  return floats[0];
}

/** The float16 next to `from` towards `to`. */
export function nextafter16(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return Number.NaN;
  if (from === to) return to;
  if (from === 0) return to > 0 ? 2 ** -24 : -(2 ** -24);
  halves ??= new Float16Array(words.buffer);
  halves[0] = from;
  halfWords[0] += to > from === from > 0 ? 1 : -1;
  return halves[0];
}

/** The power of 2 by which a number's mantissa is multiplied: 0 for 0 and what is not finite. */
export function exponent(x: number): number {
  const size = Math.abs(x);
  if (size === 0 || !Number.isFinite(size)) return 0;
  const guess = Math.floor(Math.log2(size)) + 1;
  const ratio = size / 2 ** guess;
  return ratio >= 1 ? guess + 1 : ratio < 0.5 ? guess - 1 : guess;
}

/** From 1/2 up to 1, with the number's sign. */
export function mantissa(x: number): number {
  const power = exponent(x);
  // In two steps: the power of 2 alone may be out of range.
  const half = Math.trunc(power / 2);
  return x / 2 ** half / 2 ** (power - half);
}
