/** Singular values and vectors. Source: https://netlib.org/lapack/explore-html/ (dgesdd, dbdsqr) */

import { RuntimeError } from '../../../core/errors.ts';
import { clearLower, identity, leadingRows, type Matrix, transposed } from './matrix.ts';
import { applyReflectors, bidiagonalize, triangularize } from './reflect.ts';
import {
  EPSILON,
  type Rotation,
  rotateColumns,
  rotateRows,
  rotation,
  singularPair,
  smallerSingularValue,
  swapColumns,
  swapRows,
  withSign,
} from './rotate.ts';

export interface Singular {
  readonly u: Matrix;
  /** In descending order. */
  readonly values: Float64Array;
  readonly vt: Matrix;
}

/** A = U S Vᵀ with square U and V, or (not `full`) with as many columns and rows as there are values. Overwrites A. */
export function singularOf(matrix: Matrix, full: boolean): Singular {
  const { rows, columns } = matrix;
  // LAPACK makes a much higher matrix square first; from where on, was measured.
  const isHigh = rows > columns && rows >= Math.floor(1.5 * columns) && columns > 0;
  return isHigh ? ofHighMatrix(matrix, full) : ofAnyShape(matrix, full);
}

/** Puts a smaller matrix into the corner of zeros with ones on the rest of the diagonal. */
function padded(small: Matrix, rows: number, columns: number): Matrix {
  const result = identity(rows, columns);
  for (let j = 0; j < small.columns; j++) {
    result.data.fill(0, j * rows, j * rows + small.rows);
    result.data.set(small.data.subarray(j * small.rows, (j + 1) * small.rows), j * rows);
  }
  return result;
}

function ofHighMatrix(matrix: Matrix, full: boolean): Singular {
  const { rows, columns } = matrix;
  const reflectors = triangularize(matrix);
  const square = leadingRows(matrix, columns);
  clearLower(square);
  const { u: small, values, vt } = ofAnyShape(square, true);
  const u = padded(small, rows, full ? rows : columns);
  applyReflectors(reflectors, u);
  return { u, values, vt };
}

function ofAnyShape(matrix: Matrix, full: boolean): Singular {
  const { rows, columns } = matrix;
  const { diagonal, beside, left, right, isUpper } = bidiagonalize(matrix);
  const count = diagonal.length;
  const [u, vt] = [identity(count), identity(count)];
  const turns = isUpper ? [] : toUpper(diagonal, beside);
  diagonalize(diagonal, beside, u, vt);
  for (let i = turns.length - 1; i >= 0; i--) rotateRows(u, i, i + 1, turns[i].cos, -turns[i].sin);
  const wholeU = padded(u, rows, full ? rows : count);
  applyReflectors(left, wholeU, isUpper ? 0 : 1);
  const wholeV = padded(transposed(vt), columns, full ? columns : count);
  applyReflectors(right, wholeV, isUpper ? 1 : 0);
  return { u: wholeU, values: diagonal, vt: transposed(wholeV) };
}

/** Rotates a lower bidiagonal matrix to an upper one. */
function toUpper(d: Float64Array, e: Float64Array): Rotation[] {
  return Array.from(e, (_, i) => {
    const turn = rotation(d[i], e[i]);
    d[i] = turn.r;
    e[i] = turn.sin * d[i + 1];
    d[i + 1] *= turn.cos;
    return turn;
  });
}

const TOLERANCE = Math.max(10, Math.min(100, EPSILON ** (-1 / 8))) * EPSILON;

/** The size below which an element beside the diagonal counts as zero. */
function threshold(d: Float64Array, e: Float64Array): number {
  const n = d.length;
  let mu = Math.abs(d[0]);
  let least = mu;
  for (let i = 1; i < n && least > 0; i++) {
    mu = Math.abs(d[i]) * (mu / (mu + Math.abs(e[i - 1])));
    least = Math.min(least, mu);
  }
  return Math.max((TOLERANCE * least) / Math.sqrt(n), 6 * n * n * 2.2250738585072014e-308);
}

/** The part of a bidiagonal matrix that is worked on, from element `first` to `last`. */
interface Block {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly u: Matrix;
  readonly vt: Matrix;
  readonly first: number;
  readonly last: number;
}

/** Makes an upper bidiagonal matrix diagonal by rotations, positive and descending, which u and vt follow. */
function diagonalize(d: Float64Array, e: Float64Array, u: Matrix, vt: Matrix): void {
  const n = d.length;
  if (n === 0) return;
  if (n === 1) {
    // The sign of a single value goes to u, as in LAPACK.
    u.data[0] = withSign(1, d[0]);
    d[0] = Math.abs(d[0]);
    return;
  }
  const small = threshold(d, e);
  let last = n - 1;
  let [oldFirst, oldLast, downwards] = [-1, -1, true];
  let stepsLeft = 6 * n * n;
  while (last > 0) {
    if (stepsLeft-- < 0) {
      throw new RuntimeError(
        'linalg.svd: The algorithm failed to converge because the input matrix is ill-conditioned or has too many repeated singular values.',
      );
    }
    let largest = Math.abs(d[last]);
    let first = last;
    while (first > 0 && !(Math.abs(e[first - 1]) <= small)) {
      first--;
      largest = Math.max(largest, Math.abs(d[first]), Math.abs(e[first]));
    }
    if (first > 0) e[first - 1] = 0;
    if (first === last) {
      last--;
      continue;
    }
    const block = { d, e, u, vt, first, last };
    if (first === last - 1) {
      splitPair(block);
      last -= 2;
      continue;
    }
    if (first > oldLast || last < oldFirst) downwards = Math.abs(d[first]) >= Math.abs(d[last]);
    const least = leastOrDeflated(block, downwards);
    if (least === null) continue;
    [oldFirst, oldLast] = [first, last];
    const shift =
      n * TOLERANCE * (least / largest) <= Math.max(EPSILON, 0.01 * TOLERANCE)
        ? 0
        : shiftOf(block, downwards);
    if (shift === 0) (downwards ? chaseDownWithoutShift : chaseUpWithoutShift)(block);
    else (downwards ? chaseDown : chaseUp)(block, shift);
    const end = downwards ? last - 1 : first;
    if (Math.abs(e[end]) <= small) e[end] = 0;
  }
  makePositive(d, vt);
  sortDescending(d, u, vt);
}

function splitPair({ d, e, u, vt, first, last }: Block): void {
  const { smaller, larger, right, left } = singularPair(d[first], e[first], d[last]);
  [d[first], e[first], d[last]] = [larger, 0, smaller];
  rotateRows(vt, first, last, ...right);
  rotateColumns(u, first, last, ...left);
}

/** A lower bound of the block's singular values; null where an element beside the diagonal could be set to zero. */
function leastOrDeflated({ d, e, first, last }: Block, downwards: boolean): number | null {
  const isSmall = (k: number, beside: number): boolean => Math.abs(e[k]) <= TOLERANCE * beside;
  const outer = downwards ? last - 1 : first;
  if (isSmall(outer, Math.abs(d[downwards ? last : first]))) {
    e[outer] = 0;
    return null;
  }
  let mu = Math.abs(d[downwards ? first : last]);
  let least = mu;
  for (let step = 0; step < last - first; step++) {
    const k = downwards ? first + step : last - 1 - step;
    if (isSmall(k, mu)) {
      e[k] = 0;
      return null;
    }
    mu = Math.abs(d[downwards ? k + 1 : k]) * (mu / (mu + Math.abs(e[k])));
    least = Math.min(least, mu);
  }
  return least;
}

/** Zero where the shift would be lost beside the block's other end. */
function shiftOf({ d, e, first, last }: Block, downwards: boolean): number {
  const shift = downwards
    ? smallerSingularValue(d[last - 1], e[last - 1], d[last])
    : smallerSingularValue(d[first], e[first], d[first + 1]);
  const start = Math.abs(d[downwards ? first : last]);
  return start > 0 && (shift / start) ** 2 < EPSILON ? 0 : shift;
}

function chaseDownWithoutShift({ d, e, u, vt, first, last }: Block): void {
  let [cos, oldCos, oldSin] = [1, 1, 0];
  for (let i = first; i < last; i++) {
    const right = rotation(d[i] * cos, e[i]);
    if (i > first) e[i - 1] = oldSin * right.r;
    const left = rotation(oldCos * right.r, d[i + 1] * right.sin);
    [cos, oldCos, oldSin, d[i]] = [right.cos, left.cos, left.sin, left.r];
    rotateRows(vt, i, i + 1, right.cos, right.sin);
    rotateColumns(u, i, i + 1, left.cos, left.sin);
  }
  const h = d[last] * cos;
  d[last] = h * oldCos;
  e[last - 1] = h * oldSin;
}

function chaseUpWithoutShift({ d, e, u, vt, first, last }: Block): void {
  let [cos, oldCos, oldSin] = [1, 1, 0];
  for (let i = last; i > first; i--) {
    const left = rotation(d[i] * cos, e[i - 1]);
    if (i < last) e[i] = oldSin * left.r;
    const right = rotation(oldCos * left.r, d[i - 1] * left.sin);
    [cos, oldCos, oldSin, d[i]] = [left.cos, right.cos, right.sin, right.r];
    rotateRows(vt, i - 1, i, right.cos, -right.sin);
    rotateColumns(u, i - 1, i, left.cos, -left.sin);
  }
  const h = d[first] * cos;
  d[first] = h * oldCos;
  e[first] = h * oldSin;
}

function chaseDown({ d, e, u, vt, first, last }: Block, shift: number): void {
  let f = (Math.abs(d[first]) - shift) * (withSign(1, d[first]) + shift / d[first]);
  let g = e[first];
  for (let i = first; i < last; i++) {
    const right = rotation(f, g);
    if (i > first) e[i - 1] = right.r;
    f = right.cos * d[i] + right.sin * e[i];
    e[i] = right.cos * e[i] - right.sin * d[i];
    g = right.sin * d[i + 1];
    d[i + 1] *= right.cos;
    const left = rotation(f, g);
    d[i] = left.r;
    f = left.cos * e[i] + left.sin * d[i + 1];
    d[i + 1] = left.cos * d[i + 1] - left.sin * e[i];
    if (i < last - 1) {
      g = left.sin * e[i + 1];
      e[i + 1] *= left.cos;
    }
    rotateRows(vt, i, i + 1, right.cos, right.sin);
    rotateColumns(u, i, i + 1, left.cos, left.sin);
  }
  e[last - 1] = f;
}

function chaseUp({ d, e, u, vt, first, last }: Block, shift: number): void {
  let f = (Math.abs(d[last]) - shift) * (withSign(1, d[last]) + shift / d[last]);
  let g = e[last - 1];
  for (let i = last; i > first; i--) {
    const left = rotation(f, g);
    if (i < last) e[i] = left.r;
    f = left.cos * d[i] + left.sin * e[i - 1];
    e[i - 1] = left.cos * e[i - 1] - left.sin * d[i];
    g = left.sin * d[i - 1];
    d[i - 1] *= left.cos;
    const right = rotation(f, g);
    d[i] = right.r;
    f = right.cos * e[i - 1] + right.sin * d[i - 1];
    d[i - 1] = right.cos * d[i - 1] - right.sin * e[i - 1];
    if (i > first + 1) {
      g = right.sin * e[i - 2];
      e[i - 2] *= right.cos;
    }
    rotateRows(vt, i - 1, i, right.cos, -right.sin);
    rotateColumns(u, i - 1, i, left.cos, -left.sin);
  }
  e[first] = f;
}

function makePositive(values: Float64Array, vt: Matrix): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] >= 0 && !Object.is(values[i], -0)) continue;
    values[i] = -values[i];
    for (let at = i; at < vt.data.length; at += vt.rows) vt.data[at] = -vt.data[at];
  }
}

function sortDescending(values: Float64Array, u: Matrix, vt: Matrix): void {
  for (let end = values.length - 1; end > 0; end--) {
    let least = 0;
    for (let j = 1; j <= end; j++) if (values[j] <= values[least]) least = j;
    if (least === end) continue;
    [values[least], values[end]] = [values[end], values[least]];
    swapRows(vt, least, end);
    swapColumns(u, least, end);
  }
}
