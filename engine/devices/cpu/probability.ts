/** Functions of probabilities: entropies, the normal distribution, incomplete gamma functions. */

import { erfc, erfcx, erfinv, lgamma } from './special.ts';

/** -x log(x): 0 at 0, -inf below. */
export function entr(x: number): number {
  if (x > 0) return -x * Math.log(x);
  return x === 0 ? 0 : Number.isNaN(x) ? x : -Infinity;
}

/** x log(1 + y), and 0 where x is 0. */
export function xlog1py(x: number, y: number): number {
  if (Number.isNaN(y)) return y;
  return x === 0 ? 0 : x * Math.log1p(y);
}

/** The part of the standard normal distribution that lies below x. */
export function ndtr(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}

export function log_ndtr(x: number): number {
  if (x < -1) return Math.log(erfcx(-x * Math.SQRT1_2) / 2) - (x * x) / 2;
  return Math.log1p(-erfc(x * Math.SQRT1_2) / 2);
}

/** The inverse of ndtr. */
export function ndtri(p: number): number {
  if (p < 0 || p > 1 || Number.isNaN(p)) return Number.NaN;
  if (p === 0) return -Infinity;
  if (p >= 0.05) return Math.SQRT2 * erfinv(2 * p - 1);
  // Newton's steps on the logarithm, where the tail is nearly a parabola.
  const target = Math.log(p);
  let x = -Math.sqrt(-2 * target);
  for (let step = 0; step < 8; step++) {
    const slope = Math.sqrt(2 / Math.PI) / erfcx(-x * Math.SQRT1_2);
    x -= (log_ndtr(x) - target) / slope;
  }
  return x;
}

/** x^a e^-x / Γ(a), which both forms of the incomplete gamma function are multiples of. */
function gammaDensity(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - lgamma(a));
}

/** Source: https://dlmf.nist.gov/8.11.E4 */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < 10_000 && term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return gammaDensity(a, x) * sum;
}

/** By Lentz's method. Source: https://dlmf.nist.gov/8.9.E2 */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 10_000; k++) {
    const factor = -k * (k - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    const ratio = c * d;
    value *= ratio;
    if (Math.abs(ratio - 1) < 1e-16) break;
  }
  return gammaDensity(a, x) * value;
}

/** The regularized lower incomplete gamma function. */
export function igamma(a: number, x: number): number {
  if (!(a >= 0 && x >= 0)) return Number.NaN;
  if (a === 0) return x > 0 ? 1 : Number.NaN;
  if (x === 0) return 0;
  if (a === Infinity) return x === Infinity ? Number.NaN : 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** The regularized upper incomplete gamma function. */
export function igammac(a: number, x: number): number {
  if (!(a >= 0 && x >= 0)) return Number.NaN;
  if (a === 0) return x > 0 ? 0 : Number.NaN;
  if (x === 0) return 1;
  if (a === Infinity) return x === Infinity ? Number.NaN : 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}
