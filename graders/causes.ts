/**
 * Likely causes of a wrong tensor, each proved on the numbers before it is named. Nothing here guesses: a cause
 * that explains only some of the elements is not given.
 */

import { isClose, sameShape, sameValues } from './compare.ts';
import type { TensorData } from './types.ts';

type Cause = (got: TensorData, expected: TensorData, inputs: readonly TensorData[]) => string | null;

/** A copy of the data with its dimensions reversed. */
function reversed({ data, shape, ...rest }: TensorData): TensorData {
  const sizes = [...shape].reverse();
  const result = data.slice();
  const strides = shape
    .map((_, dim) => shape.slice(dim + 1).reduce((product, size) => product * size, 1))
    .reverse();
  const index = sizes.map(() => 0);
  for (let flat = 0; flat < data.length; flat++) {
    result[flat] = data[index.reduce((sum, position, dim) => sum + position * strides[dim], 0)];
    for (let dim = sizes.length - 1; dim >= 0; dim--) {
      if (++index[dim] < sizes[dim]) break;
      index[dim] = 0;
    }
  }
  return { ...rest, data: result, shape: sizes };
}

const withoutOnes = (shape: readonly number[]): number[] => shape.filter((size) => size !== 1);

const isTransposed: Cause = (got, expected) =>
  expected.shape.length > 1 &&
  sameShape(reversed(got).shape, expected.shape) &&
  sameValues(reversed(got), expected)
    ? 'These are the right numbers transposed: rows and columns are exchanged.'
    : null;

const hasOtherOnes: Cause = (got, expected) => {
  if (
    sameShape(got.shape, expected.shape) ||
    !sameShape(withoutOnes(got.shape), withoutOnes(expected.shape))
  ) {
    return null;
  }
  if (!sameValues(got, expected)) return null;
  if (got.shape.length === expected.shape.length) {
    return 'The numbers are right, but a dimension of size 1 stands in another place.';
  }
  return got.shape.length < expected.shape.length
    ? 'The numbers are right, but a dimension of size 1 is missing: keepdim (or unsqueeze) keeps it.'
    : 'The numbers are right, but there is a dimension of size 1 too many: leave keepdim out, or squeeze it.';
};

const isReshaped: Cause = (got, expected) =>
  !sameShape(got.shape, expected.shape) &&
  !sameShape(withoutOnes(got.shape), withoutOnes(expected.shape)) &&
  sameValues(got, expected)
    ? 'The numbers and their order are right; only the shape is not.'
    : null;

const isNegated: Cause = (got, expected) => {
  if (got.data.length < 2 || !sameShape(got.shape, expected.shape)) return null;
  if (got.dtype === 'bool') {
    const inverted = expected.data.every((value, flat) => Number(value) + Number(got.data[flat]) === 1);
    return inverted ? 'The mask is the wrong way round: true where it should be false.' : null;
  }
  return constantFactor(got, expected) === -1 ? 'Every number has the wrong sign.' : null;
};

/** The one factor between all elements, or null where there is none. */
function constantFactor(got: TensorData, expected: TensorData): number | null {
  if (!sameShape(got.shape, expected.shape) || got.dtype === 'bool') return null;
  let factor: number | null = null;
  for (let flat = 0; flat < got.data.length; flat++) {
    const [a, b] = [Number(got.data[flat]), Number(expected.data[flat])];
    if (b === 0 && a === 0) continue;
    if (b === 0 || a === 0) return null;
    factor ??= a / b;
    if (!isClose(a, b * factor, expected.dtype)) return null;
  }
  return factor;
}

const isScaled: Cause = (got, expected, inputs) => {
  const factor = constantFactor(got, expected);
  if (factor === null || factor === -1 || isClose(factor, 1, expected.dtype)) return null;
  const whole = Math.round(factor);
  const times = Number.isInteger(factor) ? String(factor) : Number(factor.toPrecision(6)).toString();
  const counts = new Set(inputs.flatMap((input) => [input.data.length, ...input.shape]));
  if (whole > 1 && isClose(factor, whole, 'float32') && counts.has(whole)) {
    return `Every number is ${whole} times too large, and ${whole} is a number of elements: was a sum taken for a mean?`;
  }
  return `Every number is ${times} times the right one.`;
};

const isShifted: Cause = (got, expected) => {
  if (!sameShape(got.shape, expected.shape) || got.dtype === 'bool' || got.data.length < 2) return null;
  const shift = Number(got.data[0]) - Number(expected.data[0]);
  if (!Number.isFinite(shift)) return null;
  const isOffByIt = (value: number | bigint, flat: number): boolean => {
    const [mine, right] = [Number(got.data[flat]), Number(value)];
    return isClose(mine, right + shift, expected.dtype) && !isClose(mine, right, expected.dtype);
  };
  return [...expected.data].every(isOffByIt)
    ? `Every number is off by ${Number(shift.toPrecision(6))}.`
    : null;
};

const isUnchanged: Cause = (got, expected, inputs) =>
  !sameValues(got, expected) &&
  inputs.some((input) => sameShape(input.shape, got.shape) && sameValues(input, got))
    ? 'This is an input, unchanged.'
    : null;

const isPermuted: Cause = (got, expected) => {
  if (got.data.length < 3 || got.data.length !== expected.data.length || sameValues(got, expected))
    return null;
  const sorted = (data: TensorData): TensorData => ({ ...data, data: data.data.slice().sort() });
  return sameValues(sorted(got), sorted(expected)) ? 'These are the right numbers in another order.' : null;
};

const hasNan: Cause = (got, expected) => {
  const isNan = (value: number | bigint): boolean => Number.isNaN(Number(value));
  return got.data.some(isNan) && !expected.data.some(isNan)
    ? 'There is a nan, which comes of 0 / 0, of infinity minus infinity, or of the logarithm or root of a negative number.'
    : null;
};

const causes: readonly Cause[] = [
  isTransposed,
  hasOtherOnes,
  isReshaped,
  isNegated,
  isScaled,
  isShifted,
  isUnchanged,
  hasNan,
];

/** The causes that explain all of a wrong tensor. */
export function provenCauses(got: TensorData, expected: TensorData, inputs: readonly TensorData[]): string[] {
  const proven = causes.flatMap((cause) => cause(got, expected, inputs) ?? []);
  if (proven.length > 0) return proven;
  const order = isPermuted(got, expected, inputs);
  return order ? [order] : [];
}
