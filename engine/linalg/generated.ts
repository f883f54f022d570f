/** Generated from the operator records by `npm run generate`. Do not edit: change the record. */

import '../ops/index.ts';
import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import type * as named from './named.ts';

/** The lower triangular L of A = L Lᵀ for a positive-definite A, or with `upper` its transpose. @throws LinAlgError for another A. */
export const cholesky: {
  (input: Tensor, options?: { upper?: boolean }): Tensor;
} = operatorNamed('linalg_cholesky').call;

/** The Cholesky factor, and for each matrix 0 or the order of the minor that is not positive-definite. */
export const cholesky_ex: {
  (input: Tensor, options?: { upper?: boolean; check_errors?: boolean }): named.Cholesky;
} = operatorNamed('linalg_cholesky_ex').call;

/** The determinant of a square matrix, or of each of a batch. */
export const det: {
  (A: Tensor): Tensor;
} = operatorNamed('linalg_det').call;

/** Eigenvalues in ascending order and eigenvectors as columns of a symmetric matrix, of which the lower (or upper) triangle is read. */
export const eigh: {
  (A: Tensor, options?: { UPLO?: string }): named.Eigen;
  (A: Tensor, UPLO: string): named.Eigen;
} = operatorNamed('linalg_eigh').call;

/** The eigenvalues of a symmetric matrix in ascending order. */
export const eigvalsh: {
  (A: Tensor, options?: { UPLO?: string }): Tensor;
  (A: Tensor, UPLO: string): Tensor;
} = operatorNamed('linalg_eigvalsh').call;

/** The inverse of a square matrix, or of each of a batch. @throws LinAlgError for a singular one. */
export const inv: {
  (A: Tensor): Tensor;
} = operatorNamed('linalg_inv').call;

/** The inverse, and for each matrix 0 or the place of the zero pivot that stopped it. */
export const inv_ex: {
  (A: Tensor, options?: { check_errors?: boolean }): named.Inverse;
} = operatorNamed('linalg_inv_ex').call;

/** A = P L U with a permutation P, a unit lower triangular L and an upper triangular U. */
export const lu: {
  (A: Tensor, options?: { pivot?: boolean }): named.LU;
} = operatorNamed('linalg_lu').call;

/** L and U in one matrix, and the rows that were exchanged, counted from 1. */
export const lu_factor: {
  (A: Tensor, options?: { pivot?: boolean }): named.LUFactor;
} = operatorNamed('linalg_lu_factor').call;

/** L and U in one matrix, the pivots, and for each matrix 0 or the place of a zero pivot. */
export const lu_factor_ex: {
  (A: Tensor, options?: { pivot?: boolean; check_errors?: boolean }): named.LUFactorEx;
} = operatorNamed('linalg_lu_factor_ex').call;

/** A = Q R with orthonormal columns in Q and an upper triangular R. `mode` is reduced, complete (a square Q) or r (R alone). */
export const qr: {
  (A: Tensor, options?: { mode?: string }): named.QR;
  (A: Tensor, mode: string): named.QR;
} = operatorNamed('linalg_qr').call;

/** The determinant's sign and the logarithm of its size, which does not overflow. */
export const slogdet: {
  (A: Tensor): named.LogDeterminant;
} = operatorNamed('linalg_slogdet').call;

/** The solution X of AX = B, or of XA = B where not `left`. @throws LinAlgError for a singular A. */
export const solve: {
  (A: Tensor, B: Tensor, options?: { left?: boolean }): Tensor;
} = operatorNamed('linalg_solve').call;

/** The solution X of AX = B (of XA = B where not `left`), and for each matrix 0 or the place of the zero pivot. */
export const solve_ex: {
  (A: Tensor, B: Tensor, options?: { left?: boolean; check_errors?: boolean }): named.Solution;
} = operatorNamed('linalg_solve_ex').call;

/** The solution X of AX = B for a triangular A, of which one triangle alone is read. */
export const solve_triangular: {
  (A: Tensor, B: Tensor, options?: { left?: boolean; unitriangular?: boolean }): Tensor;
} = operatorNamed('linalg_solve_triangular').call;

/** A = U diag(S) Vh with orthonormal columns in U and rows in Vh, singular values in descending order. */
export const svd: {
  (A: Tensor, options?: { full_matrices?: boolean; driver?: string | null }): named.SVD;
  (A: Tensor, full_matrices: boolean, options?: { driver?: string | null }): named.SVD;
} = operatorNamed('linalg_svd').call;

/** The singular values in descending order. */
export const svdvals: {
  (A: Tensor, options?: { driver?: string | null }): Tensor;
} = operatorNamed('linalg_svdvals').call;

/** The inverse of A as the matrix of its first `ind` dimensions against the rest. */
export const tensorinv: {
  (A: Tensor, options?: { ind?: number }): Tensor;
  (A: Tensor, ind: number): Tensor;
} = operatorNamed('linalg_tensorinv').call;

/** The solution X of tensordot(A, X, X.ndim) = B. */
export const tensorsolve: {
  (A: Tensor, B: Tensor, options?: { dims?: number | readonly number[] | null }): Tensor;
  (A: Tensor, B: Tensor, dims: number | readonly number[] | null): Tensor;
} = operatorNamed('linalg_tensorsolve').call;
