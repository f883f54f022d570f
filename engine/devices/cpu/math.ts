/** Functions of expressions on numbers that JavaScript's Math does not have, or defines otherwise than PyTorch. */

import { RuntimeError } from '../../core/errors.ts';

/** -1, 0 or 1; PyTorch's sign of nan and of -0 is 0. */
export function sign(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

/** To the nearest integer, halves to the even one. */
export function round(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5) return rest === 0 ? x : floor === 0 && x < 0 ? -0 : floor;
  if (rest > 0.5) return floor === -1 ? -0 : floor + 1;
  return floor % 2 === 0 ? floor : floor === -1 ? -0 : floor + 1;
}

export function rsqrt(x: number): number {
  return 1 / Math.sqrt(x);
}

export function isnan(x: number): boolean {
  return x !== x;
}

export function isinf(x: number): boolean {
  return x === Infinity || x === -Infinity;
}

export function isfinite(x: number): boolean {
  return Number.isFinite(x);
}

/** Not a number where either is. */
export function maximum(a: number, b: number): number {
  return Math.max(a, b);
}

export function minimum(a: number, b: number): number {
  return Math.min(a, b);
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

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
