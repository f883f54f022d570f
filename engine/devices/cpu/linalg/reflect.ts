/**
 * Householder reflections: QR, and the reductions of matrices to two diagonals.
 * Signs follow LAPACK's convention: the element that is kept gets the sign opposite to its own.
 * Source: https://netlib.org/lapack/lug/node128.html
 */

import { identity, type Matrix } from './matrix.ts';

/** I - tau v vᵀ, where v starts with 1. */
export interface Reflector {
  readonly tau: number;
  readonly v: Float64Array;
}

/** The reflection that turns `count` elements, `step` apart, into one element followed by zeros; writes that. */
function reflector(data: Float64Array, at: number, step: number, count: number): Reflector {
  const v = new Float64Array(count);
  let scale = 0;
  for (let k = 1; k < count; k++) scale = Math.max(scale, Math.abs(data[at + k * step]));
  if (count > 0) v[0] = 1;
  if (scale === 0) return { tau: 0, v };
  let sum = 0;
  for (let k = 1; k < count; k++) sum += (data[at + k * step] / scale) ** 2;
  const alpha = data[at];
  const length = Math.hypot(alpha, scale * Math.sqrt(sum));
  const beta = alpha >= 0 && !Object.is(alpha, -0) ? -length : length;
  for (let k = 1; k < count; k++) {
    v[k] = data[at + k * step] / (alpha - beta);
    data[at + k * step] = 0;
  }
  data[at] = beta;
  return { tau: (beta - alpha) / beta, v };
}

/** Applies a reflection to `count` vectors that are `across` apart, whose elements are `along` apart. */
function reflect(
  { tau, v }: Reflector,
  data: Float64Array,
  at: number,
  along: number,
  across: number,
  count: number,
): void {
  if (tau === 0) return;
  for (let j = 0; j < count; j++) {
    const start = at + j * across;
    let sum = 0;
    for (let k = 0; k < v.length; k++) sum += v[k] * data[start + k * along];
    sum *= tau;
    for (let k = 0; k < v.length; k++) data[start + k * along] -= sum * v[k];
  }
}

/** Reduces a matrix to upper triangular form in place; hands back the reflections that did it. */
export function triangularize({ rows, columns, data }: Matrix): Reflector[] {
  return Array.from({ length: Math.min(rows, columns) }, (_, i) => {
    const at = i + i * rows;
    const own = reflector(data, at, 1, rows - i);
    reflect(own, data, at + rows, 1, rows, columns - i - 1);
    return own;
  });
}

/** The product of reflections, the first of which acts on the elements from `shift` on, as `columns` columns. */
export function orthogonal(
  reflectors: readonly Reflector[],
  rows: number,
  columns: number,
  shift = 0,
): Matrix {
  const q = identity(rows, columns);
  for (let i = reflectors.length - 1; i >= 0; i--) {
    const first = i + shift;
    reflect(reflectors[i], q.data, first + first * rows, 1, rows, columns - first);
  }
  return q;
}

/** A reflected matrix: the product of reflections with it, in place. */
export function applyReflectors(
  reflectors: readonly Reflector[],
  { rows, columns, data }: Matrix,
  shift = 0,
): void {
  for (let i = reflectors.length - 1; i >= 0; i--) reflect(reflectors[i], data, i + shift, 1, rows, columns);
}

/** Two diagonals and what turns them back into the matrix. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  readonly q: Matrix;
}

/** A = Q T Qᵀ with a tridiagonal T, from the lower (or upper) triangle of a symmetric matrix, which is overwritten. */
export function tridiagonalize(matrix: Matrix, fromUpper: boolean): Tridiagonal {
  const { rows: n, data } = matrix;
  mirror(matrix, fromUpper);
  const reflectors: Reflector[] = [];
  // From the upper triangle LAPACK works from the last column to the first.
  const place = (i: number): number => (fromUpper ? n - 1 - i : i);
  const q = identity(n);
  for (let i = 0; i < n - 1; i++) {
    const count = n - 1 - i;
    const next = place(i + 1);
    const step = fromUpper ? -1 : 1;
    const own = reflector(data, next + place(i) * n, step, count);
    data[place(i) + next * n] = data[next + place(i) * n];
    for (let k = 1; k < count; k++) data[place(i) + (next + k * step) * n] = 0;
    const at = next + next * n;
    reflect(own, data, at, step, step * n, count);
    reflect(own, data, at, step * n, step, count);
    reflectors.push(own);
  }
  for (let i = n - 2; i >= 0; i--) {
    const next = place(i + 1);
    const step = fromUpper ? -1 : 1;
    reflect(reflectors[i], q.data, next + next * n, step, step * n, n - 1 - i);
  }
  const diagonal = Float64Array.from({ length: n }, (_, i) => data[i + i * n]);
  const beside = Float64Array.from({ length: Math.max(n - 1, 0) }, (_, i) => data[i + 1 + i * n]);
  return { diagonal, beside, q };
}

/** Makes a matrix symmetric by one of its triangles. */
function mirror({ rows: n, data }: Matrix, fromUpper: boolean): void {
  for (let j = 0; j < n; j++) {
    for (let i = j + 1; i < n; i++) {
      if (fromUpper) data[i + j * n] = data[j + i * n];
      else data[j + i * n] = data[i + j * n];
    }
  }
}

export interface Bidiagonal {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  /** Reflections of rows (left) and of columns (right), those on the off-diagonal's side shifted by one. */
  readonly left: readonly Reflector[];
  readonly right: readonly Reflector[];
  /** Whether the second diagonal lies above the first. */
  readonly isUpper: boolean;
}

/** A = Q B Pᵀ with a bidiagonal B: upper for a matrix that is at least as high as wide, else lower. Overwrites it. */
export function bidiagonalize({ rows, columns, data }: Matrix): Bidiagonal {
  const isUpper = rows >= columns;
  const count = Math.min(rows, columns);
  const [left, right]: Reflector[][] = [[], []];
  // Steps down a column and along a row, exchanged for a matrix that is wider than high.
  const [along, across] = isUpper ? [1, rows] : [rows, 1];
  const [long, short] = isUpper ? [rows, columns] : [columns, rows];
  const [first, second] = isUpper ? [left, right] : [right, left];
  for (let i = 0; i < count; i++) {
    const at = i + i * rows;
    const own = reflector(data, at, along, long - i);
    first.push(own);
    reflect(own, data, at + across, along, across, short - i - 1);
    if (i >= short - 1) continue;
    const other = reflector(data, at + across, across, short - i - 1);
    second.push(other);
    reflect(other, data, at + across + along, across, along, long - i - 1);
  }
  return {
    diagonal: Float64Array.from({ length: count }, (_, i) => data[i + i * rows]),
    beside: Float64Array.from({ length: Math.max(count - 1, 0) }, (_, i) => data[i + i * rows + across]),
    left,
    right,
    isUpper,
  };
}
