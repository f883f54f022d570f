/** LU and Cholesky factors, and systems of equations solved with them. */

import { copyOf, type Matrix, zeros } from './matrix.ts';

export interface LU {
  /** U on and above the diagonal, L without its diagonal of ones below. */
  readonly factors: Matrix;
  /** Row k was exchanged for row pivots[k], counted from 1 as LAPACK does. */
  readonly pivots: Int32Array;
  /** The first diagonal element of U that is zero, counted from 1; 0 where there is none. */
  readonly info: number;
}

/** P A = L U with the largest element of each column as its pivot. */
export function luOf(matrix: Matrix): LU {
  const factors = copyOf(matrix);
  const { rows, columns, data } = factors;
  const pivots = new Int32Array(Math.min(rows, columns));
  let info = 0;
  for (let k = 0; k < pivots.length; k++) {
    let pivot = k;
    for (let i = k + 1; i < rows; i++) {
      if (Math.abs(data[i + k * rows]) > Math.abs(data[pivot + k * rows])) pivot = i;
    }
    pivots[k] = pivot + 1;
    const value = data[pivot + k * rows];
    if (value === 0) {
      info ||= k + 1;
      continue;
    }
    if (pivot !== k) swapAll(factors, k, pivot);
    for (let i = k + 1; i < rows; i++) data[i + k * rows] /= value;
    for (let j = k + 1; j < columns; j++) {
      const factor = data[k + j * rows];
      if (factor === 0) continue;
      for (let i = k + 1; i < rows; i++) data[i + j * rows] -= data[i + k * rows] * factor;
    }
  }
  return { factors, pivots, info };
}

function swapAll({ rows, columns, data }: Matrix, i: number, k: number): void {
  for (let j = 0; j < columns; j++) {
    const at = j * rows;
    [data[i + at], data[k + at]] = [data[k + at], data[i + at]];
  }
}

/** Exchanges the rows of `matrix` as the pivots say. */
function permute(matrix: Matrix, pivots: Int32Array): void {
  pivots.forEach((pivot, k) => {
    if (pivot - 1 !== k) swapAll(matrix, k, pivot - 1);
  });
}

/** The order of rows that exchanging them by the pivots gives. */
export function rowOrder(pivots: Int32Array, rows: number): Int32Array {
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  pivots.forEach((pivot, k) => {
    [order[k], order[pivot - 1]] = [order[pivot - 1], order[k]];
  });
  return order;
}

/** Solves A X = B in place of B. */
export function solveWith({ factors, pivots }: LU, right: Matrix): void {
  permute(right, pivots);
  solveTriangular(factors, right, false, true);
  solveTriangular(factors, right, true, false);
}

/** Solves T X = B in place of B, reading one triangle of T alone; `unit` takes its diagonal for ones. */
export function solveTriangular(
  { rows: n, data }: Matrix,
  right: Matrix,
  isUpper: boolean,
  unit: boolean,
): void {
  const x = right.data;
  for (let column = 0; column < right.columns; column++) {
    const start = column * right.rows;
    for (let step = 0; step < n; step++) {
      const k = isUpper ? n - 1 - step : step;
      if (!unit) x[start + k] /= data[k + k * n];
      const value = x[start + k];
      if (value === 0) continue;
      const [from, to] = isUpper ? [0, k] : [k + 1, n];
      for (let i = from; i < to; i++) x[start + i] -= data[i + k * n] * value;
    }
  }
}

/** The lower factor L of A = L Lᵀ from A's lower triangle; `info` is the order of the minor that is not positive. */
export function choleskyOf(matrix: Matrix): { factor: Matrix; info: number } {
  const { rows: n, data: a } = matrix;
  const factor = zeros(n, n);
  const l = factor.data;
  for (let j = 0; j < n; j++) {
    let sum = a[j + j * n];
    for (let k = 0; k < j; k++) sum -= l[j + k * n] ** 2;
    if (!(sum > 0)) return { factor, info: j + 1 };
    const root = Math.sqrt(sum);
    l[j + j * n] = root;
    for (let i = j + 1; i < n; i++) l[i + j * n] = a[i + j * n];
    for (let k = 0; k < j; k++) {
      const value = l[j + k * n];
      for (let i = j + 1; i < n; i++) l[i + j * n] -= l[i + k * n] * value;
    }
    for (let i = j + 1; i < n; i++) l[i + j * n] /= root;
  }
  return { factor, info: 0 };
}
