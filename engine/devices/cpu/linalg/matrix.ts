/** Matrices of doubles, column by column as LAPACK keeps them, and their way from and to tensors. */

import { cpuArray } from '../../../core/reading.ts';
import type { Tensor } from '../../../core/tensor.ts';

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Element (i, j) stands at i + j * rows. */
  readonly data: Float64Array;
}

export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

export function identity(rows: number, columns: number = rows): Matrix {
  const matrix = zeros(rows, columns);
  for (let i = 0; i < Math.min(rows, columns); i++) matrix.data[i * (rows + 1)] = 1;
  return matrix;
}

export function copyOf({ rows, columns, data }: Matrix): Matrix {
  return { rows, columns, data: data.slice() };
}

export function transposed({ rows, columns, data }: Matrix): Matrix {
  const result = zeros(columns, rows);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) result.data[j + i * columns] = data[i + j * rows];
  }
  return result;
}

/** The first columns of a matrix, on the same memory. */
export function leadingColumns({ rows, data }: Matrix, columns: number): Matrix {
  return { rows, columns, data: data.subarray(0, rows * columns) };
}

/** The first rows of a matrix, copied. */
export function leadingRows({ rows, columns, data }: Matrix, count: number): Matrix {
  const result = zeros(count, columns);
  for (let j = 0; j < columns; j++) {
    result.data.set(data.subarray(j * rows, j * rows + count), j * count);
  }
  return result;
}

/** Zeros below the diagonal. */
export function clearLower({ rows, columns, data }: Matrix): void {
  for (let j = 0; j < columns; j++) data.fill(0, j * rows + Math.min(j + 1, rows), (j + 1) * rows);
}

/** Zeros above the diagonal. */
export function clearUpper({ rows, columns, data }: Matrix): void {
  for (let j = 1; j < columns; j++) data.fill(0, j * rows, j * rows + Math.min(j, rows));
}

/** Where each matrix of a batch starts: all dimensions but the last two, in row-major order. */
export function batchStarts({ sizes, strides, offset }: Tensor): number[] {
  let starts = [offset];
  for (let dim = 0; dim < sizes.length - 2; dim++) {
    starts = starts.flatMap((start) =>
      Array.from({ length: sizes[dim] }, (_, k) => start + k * strides[dim]),
    );
  }
  return starts;
}

/** The matrix of a batch that starts there. */
export function readMatrix(tensor: Tensor, start: number): Matrix {
  const source = cpuArray(tensor) as Float64Array;
  const [rows, columns] = tensor.sizes.slice(-2);
  const [down, across] = tensor.strides.slice(-2);
  const matrix = zeros(rows, columns);
  for (let j = 0, flat = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++, flat++) matrix.data[flat] = source[start + i * down + j * across];
  }
  return matrix;
}

export function writeMatrix(tensor: Tensor, start: number, { rows, columns, data }: Matrix): void {
  const target = cpuArray(tensor) as Float64Array;
  const [down, across] = tensor.strides.slice(-2);
  for (let j = 0, flat = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++, flat++) target[start + i * down + j * across] = data[flat];
  }
}

/** Numbers as row `batch` of a tensor whose last dimension they fill; the tensor is row-major. */
export function writeRow(tensor: Tensor, batch: number, values: ArrayLike<number>): void {
  (cpuArray(tensor) as Float64Array).set(values, tensor.offset + batch * values.length);
}
