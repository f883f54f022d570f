/** Eigenvalues and eigenvectors of symmetric matrices. Source: https://netlib.org/lapack/explore-html/ (dsyevd, dsteqr) */

import { RuntimeError } from '../../../core/errors.ts';
import type { Matrix } from './matrix.ts';
import { tridiagonalize } from './reflect.ts';
import { EPSILON, rotateColumns, rotationByLarger, swapColumns, symmetricPair, withSign } from './rotate.ts';

export interface Eigen {
  /** In ascending order. */
  readonly values: Float64Array;
  /** One a column. */
  readonly vectors: Matrix;
}

/** From the lower (or upper) triangle of a symmetric matrix, which is overwritten. */
export function eigenOf(matrix: Matrix, fromUpper: boolean): Eigen {
  const { diagonal, beside, q } = tridiagonalize(matrix, fromUpper);
  diagonalize(diagonal, beside, q);
  sortAscending(diagonal, q);
  return { values: diagonal, vectors: q };
}

/** Turns the tridiagonal matrix into a diagonal one by rotations, block by block, which the vectors follow. */
function diagonalize(d: Float64Array, e: Float64Array, vectors: Matrix): void {
  const n = d.length;
  let start = 0;
  let stepsLeft = 30 * n;
  while (start < n) {
    let end = start;
    while (end < n - 1 && !isNegligible(d, e, end)) end++;
    if (end < n - 1) e[end] = 0;
    // The end with the smaller element is where eigenvalues come off.
    if (Math.abs(d[end]) < Math.abs(d[start]))
      stepsLeft = deflateFromEnd(d, e, end, start, vectors, stepsLeft);
    else stepsLeft = deflateFromStart(d, e, start, end, vectors, stepsLeft);
    start = end + 1;
  }
}

function isNegligible(d: Float64Array, e: Float64Array, k: number): boolean {
  return Math.abs(e[k]) <= Math.sqrt(Math.abs(d[k])) * Math.sqrt(Math.abs(d[k + 1])) * EPSILON;
}

function isTiny(d: Float64Array, e: Float64Array, k: number): boolean {
  return e[k] * e[k] <= EPSILON * EPSILON * Math.abs(d[k]) * Math.abs(d[k + 1]) + Number.MIN_VALUE;
}

function refuseMore(stepsLeft: number): void {
  if (stepsLeft <= 0) {
    throw new RuntimeError(
      'linalg.eigh: The algorithm failed to converge because the input matrix is ill-conditioned or has too many repeated eigenvalues.',
    );
  }
}

/** The shift for a step: the eigenvalue of the 2 by 2 block at the end that is nearer to `near`. */
function shifted(near: number, next: number, beside: number, far: number): number {
  const g = (next - near) / (2 * beside);
  return far - near + beside / (g + withSign(Math.hypot(g, 1), g));
}

/** QL steps on the block from `l` to `end`: eigenvalues converge at its start. */
function deflateFromStart(
  d: Float64Array,
  e: Float64Array,
  l: number,
  end: number,
  vectors: Matrix,
  stepsLeft: number,
): number {
  while (l <= end) {
    let m = l;
    while (m < end && !isTiny(d, e, m)) m++;
    if (m < end) e[m] = 0;
    if (m === l) {
      l++;
    } else if (m === l + 1) {
      const [first, second, cos, sin] = symmetricPair(d[l], e[l], d[l + 1]);
      rotateColumns(vectors, l, l + 1, cos, sin);
      [d[l], d[l + 1], e[l]] = [first, second, 0];
      l += 2;
    } else {
      refuseMore(stepsLeft--);
      let g = shifted(d[l], d[l + 1], e[l], d[m]);
      let [sin, cos, p] = [1, 1, 0];
      for (let i = m - 1; i >= l; i--) {
        const [f, b] = [sin * e[i], cos * e[i]];
        const turn = rotationByLarger(g, f);
        [cos, sin] = [turn.cos, turn.sin];
        if (i !== m - 1) e[i + 1] = turn.r;
        g = d[i + 1] - p;
        const r = (d[i] - g) * sin + 2 * cos * b;
        p = sin * r;
        d[i + 1] = g + p;
        g = cos * r - b;
        rotateColumns(vectors, i, i + 1, cos, -sin);
      }
      d[l] -= p;
      e[l] = g;
    }
  }
  return stepsLeft;
}

/** QR steps on the block from `end` to `l`: eigenvalues converge at its end. */
function deflateFromEnd(
  d: Float64Array,
  e: Float64Array,
  l: number,
  end: number,
  vectors: Matrix,
  stepsLeft: number,
): number {
  while (l >= end) {
    let m = l;
    while (m > end && !isTiny(d, e, m - 1)) m--;
    if (m > end) e[m - 1] = 0;
    if (m === l) {
      l--;
    } else if (m === l - 1) {
      const [first, second, cos, sin] = symmetricPair(d[l - 1], e[l - 1], d[l]);
      rotateColumns(vectors, l - 1, l, cos, sin);
      [d[l - 1], d[l], e[l - 1]] = [first, second, 0];
      l -= 2;
    } else {
      refuseMore(stepsLeft--);
      let g = shifted(d[l], d[l - 1], e[l - 1], d[m]);
      let [sin, cos, p] = [1, 1, 0];
      for (let i = m; i < l; i++) {
        const [f, b] = [sin * e[i], cos * e[i]];
        const turn = rotationByLarger(g, f);
        [cos, sin] = [turn.cos, turn.sin];
        if (i !== m) e[i - 1] = turn.r;
        g = d[i] - p;
        const r = (d[i + 1] - g) * sin + 2 * cos * b;
        p = sin * r;
        d[i] = g + p;
        g = cos * r - b;
        rotateColumns(vectors, i, i + 1, cos, sin);
      }
      d[l] -= p;
      e[l - 1] = g;
    }
  }
  return stepsLeft;
}

function sortAscending(values: Float64Array, vectors: Matrix): void {
  for (let i = 0; i < values.length - 1; i++) {
    let least = i;
    for (let j = i + 1; j < values.length; j++) if (values[j] < values[least]) least = j;
    if (least === i) continue;
    [values[i], values[least]] = [values[least], values[i]];
    swapColumns(vectors, i, least);
  }
}
