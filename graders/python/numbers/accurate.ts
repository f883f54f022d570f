/**
 * exp, log, pow and trigonometry rounded correctly, as C's library does nearly always and JavaScript's often does not:
 * calculated with 120 bits behind the point.
 */

import { exactly } from './digits.ts';

const bits = 120n;
const one = 1n << bits;
const ln2 = 921350637599661305226344307672478454n;
const halfPi = 2087946453251888179413438228831778873n;

/** A finite number with so many bits behind the point. */
function fix(value: number): bigint {
  const [mantissa, exponent] = exactly(value);
  const shift = bits + BigInt(exponent);
  const size = shift >= 0n ? mantissa << shift : mantissa >> -shift;
  return value < 0 ? -size : size;
}

/** Rounded once, then times a power of two. */
function toNumber(value: bigint, power = 0): number {
  const near = Number(value);
  // In two steps, since neither power alone may be a number.
  const half = Math.trunc((power - Number(bits)) / 2);
  return near * 2 ** half * 2 ** (power - Number(bits) - half);
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> bits;

function roundedQuotient(a: bigint, b: bigint): bigint {
  const twice = 2n * a + b;
  const quotient = twice / (2n * b);
  return twice < 0n ? quotient - 1n : quotient;
}

/** e to a power: a number from 0.7 to 1.5, and the power of two that it is to be multiplied with. */
function expFixed(power: bigint): [value: bigint, twos: number] {
  const twos = roundedQuotient(power, ln2);
  const rest = (power - twos * ln2) >> 8n;
  let [term, sum] = [one, one];
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = times(term, rest) / k;
    sum += term;
  }
  for (let k = 0; k < 8; k++) sum = times(sum, sum);
  return [sum, Number(twos)];
}

function logFixed(value: number): bigint {
  const [mantissa, exponent] = exactly(value);
  const length = mantissa.toString(2).length;
  const fraction = mantissa << (bits - BigInt(length));
  const near = fix(Math.log(toNumber(fraction)));
  const [inverse, twos] = expFixed(-near);
  const scaled = twos >= 0 ? inverse << BigInt(twos) : inverse >> BigInt(-twos);
  const off = times(fraction, scaled) - one;
  return BigInt(length + exponent) * ln2 + near + off - times(off, off) / 2n;
}

export function exp(value: number): number {
  if (!(Math.abs(value) < 750) || value === 0) return Math.exp(value);
  return toNumber(...expFixed(fix(value)));
}

export function log(value: number): number {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY) || value === 1) return Math.log(value);
  return toNumber(logFixed(value));
}

/** For a base that is not negative. */
export function pow(base: number, exponent: number): number {
  const near = base ** exponent;
  if (!(base > 0) || !Number.isFinite(near) || near < 1e-300 || base === 1 || exponent === 1) return near;
  if (exponent === 0.5) return Math.sqrt(base);
  if (exponent > 1 && exponent <= 16 && Number.isInteger(exponent)) {
    const [mantissa, twos] = exactly(base);
    return Number(mantissa ** BigInt(exponent)) * 2 ** (twos * exponent);
  }
  return toNumber(...expFixed(times(logFixed(base), fix(exponent))));
}

function sineAndCosine(angle: bigint): [sine: bigint, cosine: bigint] {
  const quarters = roundedQuotient(angle, halfPi);
  const rest = angle - quarters * halfPi;
  const square = times(rest, rest);
  let [sine, cosine, term] = [0n, 0n, one];
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    cosine += term;
    const odd = times(term, rest) / k;
    sine += odd;
    term = -times(term, square) / (k * (k + 1n));
  }
  const turns = ((quarters % 4n) + 4n) % 4n;
  if (turns === 0n) return [sine, cosine];
  if (turns === 1n) return [cosine, -sine];
  return turns === 2n ? [-sine, -cosine] : [-cosine, sine];
}

/** Whether the bits are enough for an angle; beyond, JavaScript's own has to do. */
const isUsual = (value: number): boolean => Math.abs(value) < 1e9 && Math.abs(value) > 1e-9;

export function sin(value: number): number {
  return isUsual(value) ? toNumber(sineAndCosine(fix(value))[0]) : Math.sin(value);
}

export function cos(value: number): number {
  return isUsual(value) ? toNumber(sineAndCosine(fix(value))[1]) : Math.cos(value);
}

export function tan(value: number): number {
  if (!isUsual(value)) return Math.tan(value);
  const [sine, cosine] = sineAndCosine(fix(value));
  return toNumber((sine << bits) / cosine);
}

/** One step of Newton's from an angle that is nearly right, whose `offset` from the right one its sine and cosine tell. */
function refined(near: number, offset: (sine: bigint, cosine: bigint) => bigint): number {
  const angle = fix(near);
  return toNumber(angle + offset(...sineAndCosine(angle)));
}

export function atan(value: number): number {
  if (!(Math.abs(value) < 1e6 && Math.abs(value) > 1e-9)) return Math.atan(value);
  const x = fix(value);
  return refined(
    Math.atan(value),
    (sine, cosine) => ((times(x, cosine) - sine) << bits) / (cosine + times(x, sine)),
  );
}

const isSlope = (value: number): boolean => Math.abs(value) < 0.999 && Math.abs(value) > 1e-9;

export function asin(value: number): number {
  if (!isSlope(value)) return Math.asin(value);
  return refined(Math.asin(value), (sine, cosine) => ((fix(value) - sine) << bits) / cosine);
}

export function acos(value: number): number {
  if (!isSlope(value)) return Math.acos(value);
  return refined(Math.acos(value), (sine, cosine) => ((cosine - fix(value)) << bits) / sine);
}
