/** Matrix factorizations of whole batches: each kernel reads matrices from its first tensor and writes the others. */

import { cpuArray, toNumbers } from '../../../core/reading.ts';
import type { Tensor } from '../../../core/tensor.ts';
import { defineKernel } from '../../device.ts';
import { choleskyOf, luOf, rowOrder, solveTriangular, solveWith } from './factor.ts';
import {
  batchStarts,
  clearLower,
  clearUpper,
  identity,
  leadingColumns,
  leadingRows,
  type Matrix,
  readMatrix,
  transposed,
  writeMatrix,
  writeRow,
  zeros,
} from './matrix.ts';
import { orthogonal, triangularize } from './reflect.ts';
import { singularOf } from './singular.ts';
import { eigenOf } from './symmetric.ts';

/** Calls `visit` with each matrix of a batch, and where those of the other tensors start. */
function forEachMatrix(
  source: Tensor,
  others: readonly Tensor[],
  visit: (matrix: Matrix, starts: readonly number[], batch: number) => void,
): void {
  const starts = others.map(batchStarts);
  batchStarts(source).forEach((start, batch) => {
    visit(
      readMatrix(source, start),
      starts.map((list) => list[batch]),
      batch,
    );
  });
}

/** Writes the inverse, and for each matrix 0 or the place of the zero pivot that stopped it. */
export const inverseKernel = defineKernel('linalg_inv_ex', (a: Tensor, out: Tensor, info: Tensor): void => {
  forEachMatrix(a, [out], (matrix, [at], batch) => {
    const lu = luOf(matrix);
    const inverse = identity(matrix.rows);
    if (lu.info === 0) solveWith(lu, inverse);
    writeMatrix(out, at, lu.info === 0 ? inverse : lu.factors);
    writeRow(info, batch, [lu.info]);
  });
});

/** Writes the determinant of each matrix. */
export const determinantKernel = defineKernel('linalg_det', (a: Tensor, out: Tensor): void => {
  forEachMatrix(a, [], (matrix, _, batch) => {
    const { factors, pivots } = luOf(matrix);
    let product = 1;
    pivots.forEach((pivot, k) => {
      const value = factors.data[k * (factors.rows + 1)];
      product *= pivot - 1 === k ? value : -value;
    });
    writeRow(out, batch, [product]);
  });
});

/** Writes the sign of each determinant and the logarithm of its size. */
export const logDeterminantKernel = defineKernel(
  'linalg_slogdet',
  (a: Tensor, sign: Tensor, logarithm: Tensor): void => {
    forEachMatrix(a, [], (matrix, _, batch) => {
      const { factors, pivots } = luOf(matrix);
      let [signs, sum] = [1, 0];
      pivots.forEach((pivot, k) => {
        const value = factors.data[k * (factors.rows + 1)];
        signs *= pivot - 1 === k ? Math.sign(value) : -Math.sign(value);
        sum += Math.log(Math.abs(value));
      });
      writeRow(sign, batch, [Object.is(signs, -0) ? 0 : signs]);
      writeRow(logarithm, batch, [sum]);
    });
  },
);

/** Solves a x = b for matrices b of the same batch. */
export const solveKernel = defineKernel(
  'linalg_solve_ex',
  (a: Tensor, b: Tensor, out: Tensor, info: Tensor): void => {
    forEachMatrix(a, [b, out], (matrix, [right, at], batch) => {
      const lu = luOf(matrix);
      const x = readMatrix(b, right);
      if (lu.info === 0) solveWith(lu, x);
      writeMatrix(out, at, x);
      writeRow(info, batch, [lu.info]);
    });
  },
);

/** Solves a x = b for a triangular a. */
export const solveTriangularKernel = defineKernel(
  'linalg_solve_triangular',
  (a: Tensor, b: Tensor, out: Tensor, isUpper: boolean, unit: boolean): void => {
    forEachMatrix(a, [b, out], (matrix, [right, at]) => {
      const x = readMatrix(b, right);
      solveTriangular(matrix, x, isUpper, unit);
      writeMatrix(out, at, x);
    });
  },
);

/** The matrix that puts rows back where they were before they were exchanged. */
function permutationOf(pivots: Int32Array, rows: number): Matrix {
  const matrix = zeros(rows, rows);
  rowOrder(pivots, rows).forEach((row, k) => {
    matrix.data[row + k * rows] = 1;
  });
  return matrix;
}

/** Writes it for each row of pivots. */
export const permutationKernel = defineKernel('lu_unpack', (pivots: Tensor, out: Tensor): void => {
  const exchanges = Int32Array.from(toNumbers(pivots));
  const count = pivots.sizes[pivots.ndim - 1];
  const [rows] = out.sizes.slice(-1);
  batchStarts(out).forEach((at, batch) => {
    writeMatrix(out, at, permutationOf(exchanges.subarray(batch * count, (batch + 1) * count), rows));
  });
});

/** Writes P L U apart: the permutation as the row of each one in its columns. */
export const luKernel = defineKernel(
  'linalg_lu',
  (a: Tensor, permutation: Tensor, lower: Tensor, upper: Tensor): void => {
    forEachMatrix(a, [permutation, lower, upper], (matrix, [p, l, u]) => {
      const { factors, pivots } = luOf(matrix);
      const count = pivots.length;
      const left = leadingColumns(factors, count);
      const own = { ...left, data: left.data.slice() };
      clearUpper(own);
      for (let k = 0; k < count; k++) own.data[k * (matrix.rows + 1)] = 1;
      const right = leadingRows(factors, count);
      clearLower(right);
      writeMatrix(permutation, p, permutationOf(pivots, matrix.rows));
      writeMatrix(lower, l, own);
      writeMatrix(upper, u, right);
    });
  },
);

/** Writes L and U in one matrix, and the pivots. */
export const luFactorKernel = defineKernel(
  'linalg_lu_factor_ex',
  (a: Tensor, out: Tensor, pivots: Tensor, info: Tensor): void => {
    forEachMatrix(a, [out], (matrix, [at], batch) => {
      const lu = luOf(matrix);
      writeMatrix(out, at, lu.factors);
      writeRow(pivots, batch, lu.pivots);
      writeRow(info, batch, [lu.info]);
    });
  },
);

/** Writes the lower factor (or its transpose). */
export const choleskyKernel = defineKernel(
  'linalg_cholesky_ex',
  (a: Tensor, out: Tensor, info: Tensor, isUpper: boolean): void => {
    forEachMatrix(a, [out], (matrix, [at], batch) => {
      const cholesky = choleskyOf(isUpper ? transposed(matrix) : matrix);
      writeMatrix(out, at, isUpper ? transposed(cholesky.factor) : cholesky.factor);
      writeRow(info, batch, [cholesky.info]);
    });
  },
);

/** Writes Q (as many columns as it has) and R. */
export const qrKernel = defineKernel('linalg_qr', (a: Tensor, q: Tensor | null, r: Tensor): void => {
  forEachMatrix(a, q ? [r, q] : [r], (matrix, [atR, atQ]) => {
    const reflectors = triangularize(matrix);
    const upper = leadingRows(matrix, Math.min(r.sizes[r.ndim - 2], matrix.rows));
    clearLower(upper);
    writeMatrix(r, atR, upper);
    if (q) writeMatrix(q, atQ, orthogonal(reflectors, matrix.rows, q.sizes[q.ndim - 1]));
  });
});

/** Writes eigenvalues in ascending order and eigenvectors as columns. */
export const eigenKernel = defineKernel(
  'linalg_eigh',
  (a: Tensor, values: Tensor, vectors: Tensor, fromUpper: boolean): void => {
    forEachMatrix(a, [vectors], (matrix, [at], batch) => {
      const eigen = eigenOf(matrix, fromUpper);
      writeRow(values, batch, eigen.values);
      writeMatrix(vectors, at, eigen.vectors);
    });
  },
);

/** Writes U, the singular values in descending order, and the transpose of V. */
export const singularKernel = defineKernel(
  'linalg_svd',
  (a: Tensor, u: Tensor, values: Tensor, vt: Tensor, full: boolean): void => {
    forEachMatrix(a, [u, vt], (matrix, [atU, atV], batch) => {
      const singular = singularOf(matrix, full);
      writeMatrix(u, atU, singular.u);
      writeRow(values, batch, singular.values);
      writeMatrix(vt, atV, singular.vt);
    });
  },
);

/** Throws the error for the first matrix whose factorization failed: at once, or on a GPU at the next read. */
export const checkInfoKernel = defineKernel(
  'linalg_check_info',
  (info: Tensor, errorFor: (code: number, batch: number) => Error): void => {
    const codes = cpuArray(info) as Int32Array;
    const failed = codes.findIndex((code) => code !== 0);
    if (failed >= 0) throw errorFor(codes[failed], failed);
  },
);
