/** Functions of expressions on int64 elements: the same names as in math.ts, on bigints. */

import { RuntimeError } from '../../core/errors.ts';

export function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}

export function sign(x: bigint): bigint {
  return x > 0n ? 1n : x < 0n ? -1n : 0n;
}

export function maximum(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

export function minimum(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Without a nan, fmax is maximum. */
export const fmax = maximum;
export const fmin = minimum;

export function signbit(x: bigint): boolean {
  return x < 0n;
}

/** The greatest common divisor: never negative, 0 for two zeros. */
export function gcd(a: bigint, b: bigint): bigint {
  let [high, low] = [abs(a), abs(b)];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}

function divisor(value: bigint): bigint {
  if (value === 0n) throw new RuntimeError('ZeroDivisionError');
  return value;
}

/** Python's %. @throws RuntimeError for a zero divisor, as all integer divisions here. */
export function int_remainder(a: bigint, b: bigint): bigint {
  const rest = a % divisor(b);
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

export function int_fmod(a: bigint, b: bigint): bigint {
  return a % divisor(b);
}

export function int_trunc_divide(a: bigint, b: bigint): bigint {
  return a / divisor(b);
}

export function int_floor_divide(a: bigint, b: bigint): bigint {
  const quotient = a / divisor(b);
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Wraps around at 64 bits, as C does. */
export function int_pow(a: bigint, b: bigint): bigint {
  if (b < 0n) return a === 1n ? 1n : a === -1n ? (b % 2n === 0n ? 1n : -1n) : 0n;
  let result = 1n;
  for (let base = a, left = b; left > 0n; left >>= 1n) {
    if (left & 1n) result = BigInt.asIntN(64, result * base);
    base = BigInt.asIntN(64, base * base);
  }
  return result;
}

export function isnan(_x: bigint): boolean {
  return false;
}

export function isinf(_x: bigint): boolean {
  return false;
}

export function isfinite(_x: bigint): boolean {
  return true;
}
