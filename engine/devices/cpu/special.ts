/**
 * Error functions, gamma functions and their relatives to double precision. Where a function is smooth it is a
 * Chebyshev series (special-tables.ts); the rest is brought there by identities of the function.
 * Source of the identities: https://dlmf.nist.gov, chapters 5, 7 and 25
 */

import { erfinvCentre, erfinvTail, erfOverX, lgammaBetween, scaledErfc } from './special-tables.ts';

/** A Chebyshev series at t in [-1, 1], by Clenshaw's recurrence. */
function series(coefficients: readonly number[], t: number): number {
  const double = 2 * t;
  let [next, afterNext] = [0, 0];
  for (let order = coefficients.length - 1; order > 0; order--) {
    const current = double * next - afterNext + coefficients[order];
    afterNext = next;
    next = current;
  }
  return t * next - afterNext + coefficients[0];
}

/** e^(-x²): x is split so that the rounding of its square does no harm. */
function gaussian(x: number): number {
  const high = Math.fround(x);
  return Math.exp(-high * high) * Math.exp(-(x - high) * (x + high));
}

/** e^(x²) erfc(x), which stays in range where erfc does not. */
export function erfcx(x: number): number {
  if (x < 1) return x < -26.7 ? Infinity : erfc(x) / gaussian(x);
  if (x === Infinity) return 0;
  return series(scaledErfc, (x - 3) / (x + 3)) / (1 + 2 * x);
}

/** The error function: 2/√π times the integral of e^(-t²) from 0 to x. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size <= 1) return x * series(erfOverX, 2 * x * x - 1);
  if (!(size < 6)) return size >= 6 ? Math.sign(x) : Number.NaN;
  return Math.sign(x) * (1 - gaussian(size) * erfcx(size));
}

/** 1 - erf(x), without the loss of digits for large x. */
export function erfc(x: number): number {
  if (x < 1) return 1 - erf(x);
  return x < 28 ? gaussian(x) * erfcx(x) : x >= 28 ? 0 : Number.NaN;
}

/** The inverse of erf: a first guess, then two of Halley's steps. */
export function erfinv(y: number): number {
  const size = Math.abs(y);
  if (!(size < 1)) return size === 1 ? y * Infinity : Number.NaN;
  if (size <= 0.75) {
    let x = y * series(erfinvCentre, (2 * y * y) / 0.5625 - 1);
    for (let step = 0; step < 2; step++) x = halley(x, erf(x) - y);
    return x;
  }
  const rest = 1 - size;
  let x = series(erfinvTail, (2 * (Math.sqrt(-Math.log(rest)) - 1.17)) / (6.1 - 1.17) - 1);
  for (let step = 0; step < 2; step++) x = halley(x, rest - erfc(x));
  return y < 0 ? -x : x;
}

function halley(x: number, error: number): number {
  const newton = (error * Math.sqrt(Math.PI)) / 2 / gaussian(x);
  return x - newton / (1 + x * newton);
}

/** sin(πx), exact at whole and half numbers. */
function sinpi(x: number): number {
  const rest = x - 2 * Math.round(x / 2);
  return Math.abs(rest) <= 0.5 ? Math.sin(Math.PI * rest) : Math.sin(Math.PI * (Math.sign(rest) - rest));
}

// Stirling's series, for x >= 13: coefficients B(2k) / (2k (2k - 1)) of 1 / x^(2k - 1).
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * x + coefficients[k];
  return sum;
}

/** The logarithm of the absolute value of the gamma function. */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x <= 0) {
    if (Number.isInteger(x) || x === -Infinity) return Infinity;
    return Math.log(Math.PI / Math.abs(sinpi(x))) - lgamma(1 - x);
  }
  if (x < 1) return lgamma(x + 1) - Math.log(x);
  if (x >= 13) {
    if (x === Infinity) return x;
    const tail = x < 1e8 ? horner(stirling, 1 / (x * x)) / x : 0;
    return (x - 0.5) * (Math.log(x) - 1) - 0.5 + Math.log(2 * Math.PI) / 2 + tail;
  }
  let product = 1;
  let rest = x;
  while (rest > 2) {
    rest--;
    product *= rest;
  }
  return (rest - 1) * (rest - 2) * series(lgammaBetween, 2 * rest - 3) + Math.log(product);
}

// ψ's series, for x >= 10: coefficients B(2k) / 2k of 1 / x^(2k).
const digammaSeries = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/** ψ, the derivative of lgamma: -inf at 0 (inf at -0), not a number at negative whole numbers. */
export function digamma(x: number): number {
  if (x === 0) return Object.is(x, -0) ? Infinity : -Infinity;
  if (x < 0) {
    if (Number.isInteger(x) || x === -Infinity) return Number.NaN;
    const rest = x - Math.trunc(x);
    return digamma(1 - x) - Math.PI / Math.tan(Math.PI * rest);
  }
  let shift = 0;
  let at = x;
  for (; at < 10; at++) shift -= 1 / at;
  if (at === Infinity) return at;
  const square = 1 / (at * at);
  return shift + Math.log(at) - 0.5 / at - square * horner(digammaSeries, square);
}

// Euler-Maclaurin: B(2k) / (2k)!.
const bernoulliOverFactorial = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 10670622842880000,
];

/** Hurwitz's zeta function: the sum of (q + k)^(-s) for k = 0, 1, …; s > 1. */
export function zeta(s: number, q: number): number {
  if (s === 1) return Infinity;
  if (s < 1 || Number.isNaN(q) || Number.isNaN(s)) return Number.NaN;
  if (q <= 0) {
    if (Number.isInteger(q)) return Infinity;
    if (!Number.isInteger(s)) return Number.NaN;
  }
  let sum = 0;
  let at = q;
  for (; at < 10; at++) sum += at ** -s;
  const last = at ** -s;
  sum += (last * at) / (s - 1) + last / 2;
  let term = (last / at) * s;
  for (let k = 0; k < bernoulliOverFactorial.length; k++) {
    sum += bernoulliOverFactorial[k] * term;
    term *= ((s + 2 * k + 1) * (s + 2 * k + 2)) / (at * at);
  }
  return sum;
}

/** The nth derivative of digamma, n >= 0. */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  if (n === 1 && x < 0.5 && !Number.isInteger(x)) {
    // Reflection: the sum in zeta would lose its digits far on the negative side.
    return (Math.PI / sinpi(x)) ** 2 - polygamma(1, 1 - x);
  }
  if (n === 1 && x === Infinity) return 0;
  let factorial = 1;
  for (let k = 2; k <= n; k++) factorial *= k;
  return (n % 2 === 0 ? -1 : 1) * factorial * zeta(n + 1, x);
}
