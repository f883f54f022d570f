/** Generated from the operator records by `npm run generate`. Do not edit: change the record. */

import '../ops/index.ts';
import { functionNamed } from '../core/operator.ts';
import type { DType } from '../core/dtype.ts';
import type { Scalar } from '../core/dtype.ts';
import type { Tensor } from '../core/tensor.ts';
import type * as named from '../linalg/named.ts';

/** The lower triangular L of A = L Lᵀ for a positive-definite A, or with `upper` its transpose. @throws LinAlgError for another A. */
export const cholesky: {
  (input: Tensor, options?: { upper?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_cholesky');

/** The Cholesky factor, and for each matrix 0 or the order of the minor that is not positive-definite. */
export const cholesky_ex: {
  (input: Tensor, options?: { upper?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): named.Cholesky;
} = /* @__PURE__ */ functionNamed('linalg_cholesky_ex');

/** The condition number: a matrix's norm times its inverse's, by default the largest singular value over the smallest. */
export const cond: {
  (A: Tensor, options?: { p?: unknown; out?: Tensor | null }): Tensor;
  (A: Tensor, p: unknown, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; p?: unknown; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_cond');

/** The cross product of vectors of three numbers: a vector at right angles to both. */
export const cross: {
  (input: Tensor, other: Tensor, options?: { dim?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_cross');

/** The determinant of a square matrix, or of each of a batch. */
export const det: {
  (A: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_det');

/** A view of the diagonals of a batch of matrices. */
export const diagonal: {
  (A: Tensor, options?: { offset?: number; dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; offset?: number; dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_diagonal');

/** Eigenvalues and eigenvectors of any square matrix: always complex numbers in PyTorch, and so refused here. @throws RuntimeError always */
export const eig: {
  (A: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_eig');

/** Eigenvalues in ascending order and eigenvectors as columns of a symmetric matrix, of which the lower (or upper) triangle is read. */
export const eigh: {
  (A: Tensor, options?: { UPLO?: string; out?: readonly Tensor[] | null }): named.Eigen;
  (A: Tensor, UPLO: string, options?: { out?: readonly Tensor[] | null }): named.Eigen;
  (options: { A: Tensor; UPLO?: string; out?: readonly Tensor[] | null }): named.Eigen;
} = /* @__PURE__ */ functionNamed('linalg_eigh');

/** The eigenvalues of any square matrix: always complex numbers in PyTorch, and so refused here. @throws RuntimeError always */
export const eigvals: {
  (A: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_eigvals');

/** The eigenvalues of a symmetric matrix in ascending order. */
export const eigvalsh: {
  (A: Tensor, options?: { UPLO?: string; out?: Tensor | null }): Tensor;
  (A: Tensor, UPLO: string, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; UPLO?: string; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_eigvalsh');

/** The inverse of a square matrix, or of each of a batch. @throws LinAlgError for a singular one. */
export const inv: {
  (A: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_inv');

/** The inverse, and for each matrix 0 or the place of the zero pivot that stopped it. */
export const inv_ex: {
  (A: Tensor, options?: { check_errors?: boolean; out?: readonly Tensor[] | null }): named.Inverse;
  (options: { A: Tensor; check_errors?: boolean; out?: readonly Tensor[] | null }): named.Inverse;
} = /* @__PURE__ */ functionNamed('linalg_inv_ex');

/** The X for which A X comes nearest to B: of several, the smallest. Also the squared distances, the rank of A and (for the drivers gelsd and gelss) its singular values. */
export const lstsq: {
  (A: Tensor, B: Tensor, options?: { rcond?: number | null; driver?: string | null; out?: readonly Tensor[] | null }): named.LeastSquares;
  (A: Tensor, B: Tensor, rcond: number | null, options?: { driver?: string | null; out?: readonly Tensor[] | null }): named.LeastSquares;
  (options: { A: Tensor; B: Tensor; rcond?: number | null; driver?: string | null; out?: readonly Tensor[] | null }): named.LeastSquares;
  (A: Tensor, options: { B: Tensor; rcond?: number | null; driver?: string | null; out?: readonly Tensor[] | null }): named.LeastSquares;
} = /* @__PURE__ */ functionNamed('linalg_lstsq');

/** A = P L U with a permutation P, a unit lower triangular L and an upper triangular U. */
export const lu: {
  (A: Tensor, options?: { pivot?: boolean; out?: readonly Tensor[] | null }): named.LU;
  (options: { A: Tensor; pivot?: boolean; out?: readonly Tensor[] | null }): named.LU;
} = /* @__PURE__ */ functionNamed('linalg_lu');

/** L and U in one matrix, and the rows that were exchanged, counted from 1. */
export const lu_factor: {
  (A: Tensor, options?: { pivot?: boolean; out?: readonly Tensor[] | null }): named.LUFactor;
  (options: { A: Tensor; pivot?: boolean; out?: readonly Tensor[] | null }): named.LUFactor;
} = /* @__PURE__ */ functionNamed('linalg_lu_factor');

/** L and U in one matrix, the pivots, and for each matrix 0 or the place of a zero pivot. */
export const lu_factor_ex: {
  (A: Tensor, options?: { pivot?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): named.LUFactorEx;
  (options: { A: Tensor; pivot?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): named.LUFactorEx;
} = /* @__PURE__ */ functionNamed('linalg_lu_factor_ex');

/** The solution X of AX = B (of XA = B where not `left`), given what lu_factor made of A. */
export const lu_solve: {
  (LU: Tensor, pivots: Tensor, B: Tensor, options?: { left?: boolean; adjoint?: boolean; out?: Tensor | null }): Tensor;
  (options: { LU: Tensor; pivots: Tensor; B: Tensor; left?: boolean; adjoint?: boolean; out?: Tensor | null }): Tensor;
  (LU: Tensor, options: { pivots: Tensor; B: Tensor; left?: boolean; adjoint?: boolean; out?: Tensor | null }): Tensor;
  (LU: Tensor, pivots: Tensor, options: { B: Tensor; left?: boolean; adjoint?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_lu_solve');

/** The matrix product: torch.matmul by another name. */
export const matmul: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_matmul');

/** The exponential of a matrix: 1 + A + A²/2! + A³/3! + … */
export const matrix_exp: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_matrix_exp');

/** A matrix's norm: `'fro'` the root of the sum of squares, `'nuc'` the sum of singular values, 2 (-2) the largest (smallest) singular value, 1 (-1) the largest (smallest) sum of a column, inf (-inf) that of a row. */
export const matrix_norm: {
  (A: Tensor, options?: { ord?: unknown; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (A: Tensor, ord: unknown, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (A: Tensor, ord: unknown, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (A: Tensor, ord: unknown, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; ord?: unknown; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_matrix_norm');

/** A matrix multiplied by itself n times: the identity for 0, powers of the inverse below. */
export const matrix_power: {
  (A: Tensor, n: number, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; n: number; out?: Tensor | null }): Tensor;
  (A: Tensor, options: { n: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_matrix_power');

/** How many singular values are above a tolerance: by default the largest, times the larger size, times the type's precision. */
export const matrix_rank: {
  (A: Tensor, options?: { tol?: unknown; hermitian?: boolean; atol?: unknown; rtol?: unknown; out?: Tensor | null }): Tensor;
  (A: Tensor, tol: unknown, options?: { hermitian?: boolean; atol?: unknown; rtol?: unknown; out?: Tensor | null }): Tensor;
  (A: Tensor, tol: unknown, hermitian: boolean, options?: { atol?: unknown; rtol?: unknown; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; tol?: unknown; hermitian?: boolean; atol?: unknown; rtol?: unknown; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_matrix_rank');

/** The product of several matrices, multiplied in the order that takes the fewest operations. The first and the last may be vectors. */
export const multi_dot: {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_multi_dot');

/** The norm of a vector or a matrix (see `vector_norm` and `matrix_norm`); without an order, the root of the sum of all squares. */
export const norm: {
  (A: Tensor, options?: { ord?: unknown; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (A: Tensor, ord: unknown, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (A: Tensor, ord: unknown, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (A: Tensor, ord: unknown, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; ord?: unknown; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_norm');

/** The pseudo-inverse: the inverse of what A does not lose. Singular values under a tolerance count as 0. */
export const pinv: {
  (A: Tensor, options?: { rcond?: unknown; hermitian?: boolean; atol?: unknown; rtol?: unknown; out?: Tensor | null }): Tensor;
  (A: Tensor, rcond: unknown, options?: { hermitian?: boolean; atol?: unknown; rtol?: unknown; out?: Tensor | null }): Tensor;
  (A: Tensor, rcond: unknown, hermitian: boolean, options?: { atol?: unknown; rtol?: unknown; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; rcond?: unknown; hermitian?: boolean; atol?: unknown; rtol?: unknown; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_pinv');

/** A = Q R with orthonormal columns in Q and an upper triangular R. `mode` is reduced, complete (a square Q) or r (R alone). */
export const qr: {
  (A: Tensor, options?: { mode?: string; out?: readonly Tensor[] | null }): named.QR;
  (A: Tensor, mode: string, options?: { out?: readonly Tensor[] | null }): named.QR;
  (options: { A: Tensor; mode?: string; out?: readonly Tensor[] | null }): named.QR;
} = /* @__PURE__ */ functionNamed('linalg_qr');

/** The determinant's sign and the logarithm of its size, which does not overflow. */
export const slogdet: {
  (A: Tensor, options?: { out?: readonly Tensor[] | null }): named.LogDeterminant;
  (options: { A: Tensor; out?: readonly Tensor[] | null }): named.LogDeterminant;
} = /* @__PURE__ */ functionNamed('linalg_slogdet');

/** The solution X of AX = B, or of XA = B where not `left`. @throws LinAlgError for a singular A. */
export const solve: {
  (A: Tensor, B: Tensor, options?: { left?: boolean; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; B: Tensor; left?: boolean; out?: Tensor | null }): Tensor;
  (A: Tensor, options: { B: Tensor; left?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_solve');

/** The solution X of AX = B (of XA = B where not `left`), and for each matrix 0 or the place of the zero pivot. */
export const solve_ex: {
  (A: Tensor, B: Tensor, options?: { left?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): named.Solution;
  (options: { A: Tensor; B: Tensor; left?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): named.Solution;
  (A: Tensor, options: { B: Tensor; left?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): named.Solution;
} = /* @__PURE__ */ functionNamed('linalg_solve_ex');

/** The solution X of AX = B for a triangular A, of which one triangle alone is read. */
export const solve_triangular: {
  (A: Tensor, B: Tensor, options: { upper: boolean; left?: boolean; unitriangular?: boolean; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; B: Tensor; upper: boolean; left?: boolean; unitriangular?: boolean; out?: Tensor | null }): Tensor;
  (A: Tensor, options: { B: Tensor; upper: boolean; left?: boolean; unitriangular?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_solve_triangular');

/** A = U diag(S) Vh with orthonormal columns in U and rows in Vh, singular values in descending order. */
export const svd: {
  (A: Tensor, options?: { full_matrices?: boolean; driver?: string | null; out?: readonly Tensor[] | null }): named.SVD;
  (A: Tensor, full_matrices: boolean, options?: { driver?: string | null; out?: readonly Tensor[] | null }): named.SVD;
  (options: { A: Tensor; full_matrices?: boolean; driver?: string | null; out?: readonly Tensor[] | null }): named.SVD;
} = /* @__PURE__ */ functionNamed('linalg_svd');

/** The singular values in descending order. */
export const svdvals: {
  (A: Tensor, options?: { driver?: string | null; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; driver?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_svdvals');

/** The inverse of A as the matrix of its first `ind` dimensions against the rest. */
export const tensorinv: {
  (A: Tensor, options?: { ind?: number; out?: Tensor | null }): Tensor;
  (A: Tensor, ind: number, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; ind?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_tensorinv');

/** The solution X of tensordot(A, X, X.ndim) = B. */
export const tensorsolve: {
  (A: Tensor, B: Tensor, options?: { dims?: number | readonly number[] | null; out?: Tensor | null }): Tensor;
  (A: Tensor, B: Tensor, dims: number | readonly number[] | null, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; B: Tensor; dims?: number | readonly number[] | null; out?: Tensor | null }): Tensor;
  (A: Tensor, options: { B: Tensor; dims?: number | readonly number[] | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_tensorsolve');

/** Vandermonde's matrix: each row holds the powers 0, 1, 2 … of one element. */
export const vander: {
  (x: Tensor, options?: { N?: number | null; out?: Tensor | null }): Tensor;
  (options: { x: Tensor; N?: number | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_vander');

/** The dot products of vectors along a dimension. */
export const vecdot: {
  (x: Tensor, y: Tensor, options?: { dim?: number; out?: Tensor | null }): Tensor;
  (options: { x: Tensor; y: Tensor; dim?: number; out?: Tensor | null }): Tensor;
  (x: Tensor, options: { y: Tensor; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_vecdot');

/** The norm of all elements, or along dimensions: the `ord`th root of the sum of `ord`th powers; for inf the largest, for -inf the smallest size, for 0 how many are not zero. */
export const vector_norm: {
  (input: Tensor, options?: { ord?: Scalar; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: Scalar, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: Scalar, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: Scalar, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linalg_vector_norm');
