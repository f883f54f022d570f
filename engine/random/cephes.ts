/**
 * log, sin and cos in float32 steps: PyTorch's vector kernel for normal samples computes them by the methods of the
 * Cephes library, and a compiler for AVX2 fuses each product there with the sum that takes it. With the same
 * roundings in the same order the samples come out the same to the bit.
 * Source: S. L. Moshier, Cephes Mathematical Library (1992), single precision.
 */

import { turned } from './double-double.ts';

const { fround } = Math;

/** a · b + c rounded once: the product is exact in float64, and rounding the sum there first shows in one of 2^29. */
function fma32(a: number, b: number, c: number): number {
  return fround(a * b + c);
}

function polynomial32(x: number, coefficients: Float32Array): number {
  let value = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) value = fma32(value, x, coefficients[i]);
  return value;
}

const LOG_SERIES = new Float32Array([
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
]);
// log 2 in two parts: the first has so few bits that its product with an exponent is exact.
const LOG2_HIGH = 0.693359375;
const LOG2_LOW = fround(-2.1219444e-4);
const SQRT_HALF = fround(Math.SQRT1_2);

/** The natural logarithm of a multiple of 2^-24 in (0, 1]. */
export function log32(x: number): number {
  // x = mantissa · 2^exponent with the mantissa in [1/2, 1), read off the bits of the whole number x · 2^24.
  const bits = x * 2 ** 24;
  const zeros = Math.clz32(bits);
  let exponent = 8 - zeros;
  let mantissa = ((bits << zeros) >>> 0) * 2 ** -32;
  if (mantissa < SQRT_HALF) {
    exponent--;
    mantissa *= 2;
  }
  const rest = fround(mantissa - 1);
  const square = fround(rest * rest);
  let sum = fround(polynomial32(rest, LOG_SERIES) * rest);
  sum = fma32(sum, square, fround(exponent * LOG2_LOW));
  sum = fma32(square, -0.5, sum);
  return fma32(exponent, LOG2_HIGH, fround(rest + sum));
}

const SINE_SERIES = new Float32Array([-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]);
const COSINE_SERIES = new Float32Array([2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2]);
const FOUR_OVER_PI = fround(4 / Math.PI);
// π/4 in three parts, the first two with so few bits that their products with octants are exact.
const QUARTER_PI_1 = 0.78515625;
const QUARTER_PI_2 = 2.4187564849853516e-4;
const QUARTER_PI_3 = fround(3.774894977445941e-8);

/** [sin(x), cos(x)] for x from 0 to 2π. */
export function sinCos32(x: number): [sin: number, cos: number] {
  const octant = (Math.trunc(fround(x * FOUR_OVER_PI)) + 1) & ~1;
  const near = fma32(-octant, QUARTER_PI_2, fma32(-octant, QUARTER_PI_1, x));
  const rest = fma32(-octant, QUARTER_PI_3, near);
  const square = fround(rest * rest);
  const cosineTail = fround(polynomial32(square, COSINE_SERIES) * square);
  const cosine = fround(fma32(cosineTail, square, -square / 2) + 1);
  const sineTail = fround(polynomial32(square, SINE_SERIES) * square);
  const sine = fma32(sineTail, rest, rest);
  return turned(octant / 2, sine, cosine);
}
