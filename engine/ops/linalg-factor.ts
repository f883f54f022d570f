/** Factorizations: Cholesky, LU, QR; and what is solved with them. */

import { int32 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { namedTuple } from '../core/pairs.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import {
  checkInfoKernel,
  choleskyKernel,
  luFactorKernel,
  luKernel,
  permutationKernel,
  qrKernel,
} from '../devices/cpu/linalg/kernels.ts';
import {
  allocateColumns,
  allocateInfo,
  allocateLike,
  batchOf,
  checkFloat,
  checkMatrix,
  checkSquare,
  throwForInfo,
} from './linalg-checks.ts';
import { choleskyBackward, luBackward, qrBackward } from './linalg-gradients.ts';
import { checkSystem } from './linalg-solve.ts';

// ── Cholesky ─────────────────────────────────────────────────────────────────────────────────────────────────

const choleskyEx = defineOperator({
  name: 'linalg_cholesky_ex',
  schema: 'self: Tensor, *, upper: bool = false, check_errors: bool = false',
  doc: 'The Cholesky factor, and for each matrix 0 or the order of the minor that is not positive-definite.',
  example: 'torch.linalg.cholesky_ex(torch.tensor([[4, 2], [2, 3.5]]))',
  as: 'linalg',
  returns: 'named.Cholesky',
  grad: {
    self: (grad, { results, upper }) =>
      upper ? choleskyBackward(grad.mT, results[0].mT) : choleskyBackward(grad, results[0]),
  },
  saves: ['results'],
  forward({ self, upper, check_errors }) {
    checkSquare('linalg.cholesky', self);
    checkFloat('linalg.cholesky', self);
    const [L, info] = [allocateColumns(self, self.sizes), allocateInfo(self)];
    choleskyKernel.for(self.storage.device)(self, L, info, upper);
    if (check_errors) throwIfNotPositive('linalg.cholesky_ex', info);
    return namedTuple('linalg_cholesky_ex', { L, info });
  },
});

function throwIfNotPositive(name: string, info: Tensor): void {
  throwForInfo(
    name,
    info,
    (code) =>
      `The factorization could not be completed because the input is not positive-definite (the leading minor of order ${code} is not positive-definite).`,
  );
}

const cholesky = defineOperator({
  name: 'linalg_cholesky',
  schema: 'self: Tensor, *, upper: bool = false',
  doc: 'The lower triangular L of A = L Lᵀ for a positive-definite A, or with `upper` its transpose. @throws LinAlgError for another A.',
  example: 'torch.linalg.cholesky(torch.tensor([[4, 2], [2, 3.5]]))',
  as: 'linalg',
  forward({ self, upper }) {
    const [L, info] = choleskyEx(self, { upper });
    throwIfNotPositive('linalg.cholesky', info);
    return L;
  },
});

defineOperator({
  name: 'cholesky',
  schema: 'self: Tensor, upper: bool = false',
  doc: 'The Cholesky factor: torch.linalg.cholesky is the newer name.',
  example: 'torch.tensor([[4, 2], [2, 3.5]]).cholesky()',
  forward({ self, upper }) {
    checkMatrix('cholesky', self);
    return cholesky(self, { upper });
  },
});

defineOperator({
  name: 'cholesky_solve',
  schema: 'self: Tensor, L: Tensor, upper: bool = false',
  doc: 'The solution of A X = B, given B and the Cholesky factor of A.',
  example: 'torch.tensor([[1], [2.5]]).cholesky_solve(torch.tensor([[2, 0], [1, 1.5]]))',
  forward({ self, L, upper }) {
    checkSquare('cholesky_solve', L);
    if (self.sizes[self.ndim - 2] !== L.sizes[L.ndim - 2]) {
      const [b, a] = [self, L].map(({ sizes }) => sizes.slice(-2).join(' by '));
      throw new RuntimeError(
        `Incompatible matrix sizes for cholesky_solve: each A matrix is ${a} but each b matrix is ${b}`,
      );
    }
    const lower = upper ? L.mT : L;
    const halfway = call('linalg_solve_triangular', lower, self, { upper: false });
    return call('linalg_solve_triangular', lower.mT, halfway, { upper: true });
  },
});

defineOperator({
  name: 'cholesky_inverse',
  schema: 'self: Tensor, upper: bool = false',
  doc: 'The inverse of A, given its Cholesky factor.',
  example: 'torch.tensor([[2, 0], [1, 1.5]]).cholesky_inverse()',
  forward({ self, upper }) {
    checkSquare('cholesky_inverse', self);
    const n = self.sizes[self.ndim - 1];
    const eye = call('eye', n, { dtype: self.dtype, device: self.device });
    return eye.expand([...self.sizes]).cholesky_solve(self, upper);
  },
});

// ── LU ───────────────────────────────────────────────────────────────────────────────────────────────────────

defineOperator({
  name: 'linalg_lu',
  schema: 'A: Tensor, *, pivot: bool = true',
  doc: 'A = P L U with a permutation P, a unit lower triangular L and an upper triangular U.',
  example: 'torch.linalg.lu(torch.tensor([[1, 2.5], [3, 4]]))',
  as: 'linalg',
  returns: 'named.LU',
  grad: { A: (_grad, { grads, results }) => luBackward(grads, results) },
  saves: ['results'],
  nondifferentiable: [0],
  forward({ A, pivot }) {
    if (A.ndim < 2) {
      throw new RuntimeError(
        `linalg.lu: Expected tensor with 2 or more dimensions. Got size: [${A.sizes.join(', ')}] instead`,
      );
    }
    checkFloat('linalg.lu', A);
    if (!pivot) throw new RuntimeError('linalg.lu_factor: LU without pivoting is not implemented on the CPU');
    const [rows, columns] = A.sizes.slice(-2);
    const count = Math.min(rows, columns);
    const P = allocateLike(A, [...batchOf(A), rows, rows]);
    const L = allocateLike(A, [...batchOf(A), rows, count]);
    const U = allocateLike(A, [...batchOf(A), count, columns]);
    luKernel.for(A.storage.device)(A, P, L, U);
    return namedTuple('linalg_lu', { P, L, U });
  },
});

const luFactorEx = defineOperator({
  name: 'linalg_lu_factor_ex',
  schema: 'A: Tensor, *, pivot: bool = true, check_errors: bool = false',
  doc: 'L and U in one matrix, the pivots, and for each matrix 0 or the place of a zero pivot.',
  example: 'torch.linalg.lu_factor_ex(torch.tensor([[1, 2.5], [3, 4]]))',
  as: 'linalg',
  returns: 'named.LUFactorEx',
  grad: {
    A(grad, { results: [LU, pivots] }) {
      const parts = [permutationOf(pivots, LU.sizes[LU.ndim - 2], LU), ...factorsOf(LU)];
      const [rows, columns] = LU.sizes.slice(-2);
      const count = Math.min(rows, columns);
      return luBackward([null, grad.narrow(-1, 0, count).tril(-1), grad.narrow(-2, 0, count).triu()], parts);
    },
  },
  saves: ['results'],
  nondifferentiable: [1, 2],
  forward({ A, pivot }) {
    if (A.ndim < 2) {
      throw new RuntimeError(
        `torch.lu_factor: Expected tensor with 2 or more dimensions. Got size: [${A.sizes.join(', ')}] instead`,
      );
    }
    checkFloat('torch.lu_factor', A);
    if (!pivot) throw new RuntimeError('linalg.lu_factor: LU without pivoting is not implemented on the CPU');
    const count = Math.min(...A.sizes.slice(-2));
    const LU = allocateColumns(A, A.sizes);
    const pivots = allocate([...batchOf(A), count], int32, A.storage.device);
    const info = allocateInfo(A);
    luFactorKernel.for(A.storage.device)(A, LU, pivots, info);
    return namedTuple('linalg_lu_factor_ex', { LU, pivots, info });
  },
});

defineOperator({
  name: 'linalg_lu_factor',
  schema: 'A: Tensor, *, pivot: bool = true',
  doc: 'L and U in one matrix, and the rows that were exchanged, counted from 1.',
  example: 'torch.linalg.lu_factor(torch.tensor([[1, 2.5], [3, 4]]))',
  as: 'linalg',
  returns: 'named.LUFactor',
  forward({ A, pivot }) {
    const [LU, pivots, info] = luFactorEx(A, { pivot });
    checkInfoKernel.for(info.storage.device)(
      info,
      (code) =>
        new RuntimeError(
          `torch.linalg.lu_factor: U[${code},${code}] is zero and using it on lu_solve would result in a division by zero. If you still want to perform the factorization, consider calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)`,
        ),
    );
    return namedTuple('linalg_lu_factor', { LU, pivots });
  },
});

defineOperator({
  name: 'lu_unpack',
  schema: 'LU_data: Tensor, LU_pivots: Tensor, unpack_data: bool = true, unpack_pivots: bool = true',
  doc: 'P, L and U, out of what lu_factor gives.',
  example: 'torch.lu_unpack(...torch.linalg.lu_factor(torch.tensor([[1, 2.5], [3, 4]])))',
  returns: 'named.LU',
  as: 'function',
  forward({ LU_data, LU_pivots, unpack_data, unpack_pivots }) {
    if (LU_pivots.dtype !== int32) {
      throw new RuntimeError(
        'torch.lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype.',
      );
    }
    const none = allocateLike(LU_data, [0]);
    const [L, U] = unpack_data ? factorsOf(LU_data) : [none, none];
    return namedTuple('lu_unpack', {
      P: unpack_pivots ? permutationOf(LU_pivots, LU_data.sizes[LU_data.ndim - 2], LU_data) : none,
      L,
      U,
    });
  },
});

/** L with ones on its diagonal, and U, out of the matrix that holds both. */
function factorsOf(LU: Tensor): [Tensor, Tensor] {
  const [rows, columns] = LU.sizes.slice(-2);
  const count = Math.min(rows, columns);
  const ones = call('eye', rows, count, { dtype: LU.dtype, device: LU.device });
  return [LU.narrow(-1, 0, count).tril(-1).add(ones), LU.narrow(-2, 0, count).triu()];
}

/** The matrix that puts rows back where they were before the exchanges that `pivots` tells. */
function permutationOf(pivots: Tensor, rows: number, like: Tensor): Tensor {
  const out = allocateLike(like, [...pivots.sizes.slice(0, -1), rows, rows]);
  if (out.numel() > 0) permutationKernel.for(like.storage.device)(pivots, out);
  return out;
}

const luSolve = defineOperator({
  name: 'linalg_lu_solve',
  schema: 'LU: Tensor, pivots: Tensor, B: Tensor, *, left: bool = true, adjoint: bool = false',
  doc: 'The solution X of AX = B (of XA = B where not `left`), given what lu_factor made of A.',
  example:
    'torch.linalg.lu_solve(...torch.linalg.lu_factor(torch.tensor([[1, 2.5], [3, 4]])), torch.tensor([[1], [2.5]]))',
  as: 'linalg',
  forward({ LU, pivots, B, left, adjoint }): Tensor {
    checkSquare('torch.linalg.lu_solve', LU, 'LU');
    checkSystem('linalg.lu_solve', LU, B, left);
    if (!left) return luSolve(LU, pivots, B.mT, { adjoint: !adjoint }).mT.contiguous();
    const [L, U] = factorsOf(LU);
    const P = permutationOf(pivots, LU.sizes[LU.ndim - 1], LU);
    const solve = (A: Tensor, b: Tensor, upper: boolean): Tensor =>
      call('linalg_solve_triangular', A, b, { upper });
    return adjoint
      ? P.matmul(solve(L.mT, solve(U.mT, B, false), true))
      : solve(U, solve(L, P.mT.matmul(B), false), true);
  },
});

defineOperator({
  name: 'lu_solve',
  schema: 'self: Tensor, LU_data: Tensor, LU_pivots: Tensor',
  doc: 'The solution X of AX = B, given B and what lu_factor made of A.',
  example: 'torch.tensor([[1], [2.5]]).lu_solve(...torch.linalg.lu_factor(torch.tensor([[1, 2.5], [3, 4]])))',
  forward: ({ self, LU_data, LU_pivots }) => luSolve(LU_data, LU_pivots, self),
});

// ── QR ───────────────────────────────────────────────────────────────────────────────────────────────────────

const qr = defineOperator({
  name: 'linalg_qr',
  schema: "A: Tensor, mode: str = 'reduced'",
  doc: 'A = Q R with orthonormal columns in Q and an upper triangular R. `mode` is reduced, complete (a square Q) or r (R alone).',
  example: 'torch.linalg.qr(torch.tensor([[3, 1], [4, 2.5]]))',
  as: 'linalg',
  returns: 'named.QR',
  grad: { A: (_grad, { grads, results, mode }) => qrBackward(grads, results, mode) },
  saves: ['results'],
  forward({ A, mode }) {
    checkMatrix('linalg.qr', A);
    checkFloat('linalg.qr', A);
    if (!['reduced', 'complete', 'r'].includes(mode)) {
      throw new RuntimeError(
        `qr received unrecognized mode '${mode}' but expected one of 'reduced' (default), 'r', or 'complete'`,
      );
    }
    const [rows, columns] = A.sizes.slice(-2);
    const count = mode === 'complete' ? rows : Math.min(rows, columns);
    const R = allocateColumns(A, [...batchOf(A), count, columns]);
    const Q = mode === 'r' ? null : allocateColumns(A, [...batchOf(A), rows, count]);
    qrKernel.for(A.storage.device)(A, Q, R);
    return namedTuple('linalg_qr', { Q: Q ?? allocateLike(A, [0]), R });
  },
});

defineOperator({
  name: 'qr',
  schema: 'self: Tensor, some: bool = true',
  doc: 'A = Q R: torch.linalg.qr is the newer name.',
  example: 'torch.tensor([[1, 2.5], [3, 4]]).qr()',
  returns: 'named.QR',
  forward({ self, some }) {
    const [Q, R] = qr(self, some ? 'reduced' : 'complete');
    return namedTuple('qr', { Q, R });
  },
});
