/** Numbers against numbers: which elements differ, and by how much. */

import type { DTypeName } from 'torch/dtype';
import type { Difference, TensorData } from './types.ts';

/**
 * How far a right answer computed another way may lie: |got - expected| <= absolute + relative * |expected|.
 * Source: https://docs.pytorch.org/docs/stable/testing.html (assert_close), with float32's absolute part widened to
 * the rounding of sums, which engines do in different orders.
 */
const tolerances: Partial<Record<DTypeName, { relative: number; absolute: number }>> = {
  float64: { relative: 1e-7, absolute: 1e-7 },
  float32: { relative: 1e-5, absolute: 1e-5 },
  float16: { relative: 1e-3, absolute: 1e-3 },
};

export function isClose(got: number, expected: number, dtype: DTypeName): boolean {
  if (Object.is(got, expected) || got === expected) return true;
  if (Number.isNaN(got) || Number.isNaN(expected)) return Number.isNaN(got) && Number.isNaN(expected);
  const tolerance = tolerances[dtype];
  if (!tolerance || !Number.isFinite(expected)) return false;
  return Math.abs(got - expected) <= tolerance.absolute + tolerance.relative * Math.abs(expected);
}

/** Flat positions at which two tensors of one shape differ. */
export function differingPositions(got: TensorData, expected: TensorData): number[] {
  const positions: number[] = [];
  for (let flat = 0; flat < expected.data.length; flat++) {
    const [a, b] = [got.data[flat], expected.data[flat]];
    if (typeof b === 'bigint' ? a !== b : !isClose(Number(a), b, expected.dtype)) positions.push(flat);
  }
  return positions;
}

/** The index of a flat position. */
export function indexAt(flat: number, shape: readonly number[]): number[] {
  const index = new Array<number>(shape.length);
  for (let dim = shape.length - 1, rest = flat; dim >= 0; dim--) {
    index[dim] = rest % shape[dim];
    rest = Math.floor(rest / shape[dim]);
  }
  return index;
}

export function measure(got: TensorData, expected: TensorData, positions: readonly number[]): Difference {
  let [worstAbsolute, worstRelative] = [0, 0];
  for (const flat of positions) {
    const [a, b] = [Number(got.data[flat]), Number(expected.data[flat])];
    const absolute = Math.abs(a - b);
    worstAbsolute = Math.max(worstAbsolute, Number.isNaN(absolute) ? Infinity : absolute);
    const relative = b === 0 ? Infinity : absolute / Math.abs(b);
    worstRelative = Math.max(worstRelative, Number.isNaN(relative) ? Infinity : relative);
  }
  return {
    count: positions.length,
    total: expected.data.length,
    first: indexAt(positions[0], expected.shape),
    worstAbsolute,
    worstRelative,
  };
}

/** Whether two tensors hold the same numbers, whatever their dtypes. */
export function sameValues(a: TensorData, b: TensorData): boolean {
  if (a.data.length !== b.data.length) return false;
  for (let flat = 0; flat < a.data.length; flat++) {
    if (!isClose(Number(a.data[flat]), Number(b.data[flat]), 'float32')) return false;
  }
  return true;
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, dim) => size === b[dim]);
}
