/** Eigenvalues and singular values. */

import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { namedTuple } from '../core/pairs.ts';
import type { Tensor } from '../core/tensor.ts';
import { eigenKernel, singularKernel } from '../devices/cpu/linalg/kernels.ts';
import {
  allocateColumns,
  allocateLike,
  batchOf,
  checkFloat,
  checkMatrix,
  checkSquare,
} from './linalg-checks.ts';
import { eigenBackward, singularBackward } from './linalg-gradients.ts';

const eigh = defineOperator({
  name: 'linalg_eigh',
  schema: "A: Tensor, UPLO: str = 'L'",
  doc: 'Eigenvalues in ascending order and eigenvectors as columns of a symmetric matrix, of which the lower (or upper) triangle is read.',
  example: 'torch.linalg.eigh(torch.tensor([[2, 1.5], [1.5, 2]]))',
  as: 'linalg',
  returns: 'named.Eigen',
  grad: { A: (_grad, { grads, results }) => eigenBackward(grads, results) },
  saves: ['results'],
  forward({ A, UPLO }) {
    checkSquare('linalg.eigh', A);
    checkFloat('linalg.eigh', A);
    const side = UPLO.toUpperCase();
    if (side !== 'L' && side !== 'U') {
      throw new RuntimeError(`Expected UPLO argument to be 'L' or 'U', but got ${UPLO}`);
    }
    const eigenvalues = allocateLike(A, A.sizes.slice(0, -1));
    const eigenvectors = allocateColumns(A, A.sizes);
    eigenKernel.for(A.storage.device)(A, eigenvalues, eigenvectors, side === 'U');
    return namedTuple('linalg_eigh', { eigenvalues, eigenvectors });
  },
});

defineOperator({
  name: 'linalg_eigvalsh',
  schema: "A: Tensor, UPLO: str = 'L'",
  doc: 'The eigenvalues of a symmetric matrix in ascending order.',
  example: 'torch.linalg.eigvalsh(torch.tensor([[2, 1.5], [1.5, 2]]))',
  as: 'linalg',
  forward: ({ A, UPLO }) => eigh(A, UPLO)[0],
});

for (const [name, doc, instead] of [
  ['eig', 'Eigenvalues and eigenvectors of any square matrix', 'eigh'],
  ['eigvals', 'The eigenvalues of any square matrix', 'eigvalsh'],
]) {
  defineOperator({
    name: `linalg_${name}`,
    schema: 'A: Tensor',
    doc: `${doc}: always complex numbers in PyTorch, and so refused here. @throws RuntimeError always`,
    example: `torch.linalg.${instead}(torch.tensor([[2, 1], [1, 2.5]]))`, // what there is in its place
    as: 'linalg',
    forward({ A }) {
      checkSquare(`linalg.${name}`, A);
      throw new RuntimeError(
        `linalg.${name}: its results are complex numbers, which are not supported here. For symmetric matrices, whose eigenvalues are real, use torch.linalg.${instead}`,
      );
    },
  });
}

const svd = defineOperator({
  name: 'linalg_svd',
  schema: 'A: Tensor, full_matrices: bool = true, *, driver: str? = null',
  doc: 'A = U diag(S) Vh with orthonormal columns in U and rows in Vh, singular values in descending order.',
  example: 'torch.linalg.svd(torch.tensor([[3, 1], [4, 2.5]]))',
  as: 'linalg',
  returns: 'named.SVD',
  grad: { A: (_grad, { grads, results }) => singularBackward(grads, results) },
  saves: ['results'],
  forward({ A, full_matrices, driver }) {
    checkMatrix('linalg.svd', A);
    checkFloat('linalg.svd', A);
    if (driver !== null) {
      throw new RuntimeError(
        'torch.linalg.svd: keyword argument `driver=` is only supported on CUDA inputs with cuSOLVER backend.',
      );
    }
    const [rows, columns] = A.sizes.slice(-2);
    const count = Math.min(rows, columns);
    const U = allocateColumns(A, [...batchOf(A), rows, full_matrices ? rows : count]);
    const S = allocateLike(A, [...batchOf(A), count]);
    const Vh = allocateColumns(A, [...batchOf(A), full_matrices ? columns : count, columns]);
    singularKernel.for(A.storage.device)(A, U, S, Vh, full_matrices);
    return namedTuple('linalg_svd', { U, S, Vh });
  },
});

defineOperator({
  name: 'linalg_svdvals',
  schema: 'A: Tensor, *, driver: str? = null',
  doc: 'The singular values in descending order.',
  example: 'torch.linalg.svdvals(torch.tensor([[1, 2.5], [3, 4]]))',
  as: 'linalg',
  forward: ({ A, driver }) => svd(A, false, { driver })[1],
});

defineOperator({
  name: 'svd',
  schema: 'self: Tensor, some: bool = true, compute_uv: bool = true',
  doc: 'A = U diag(S) Vᵀ: torch.linalg.svd is the newer name, and gives Vᵀ.',
  example: 'torch.tensor([[1, 2.5], [3, 4]]).svd()',
  returns: 'named.OldSVD',
  forward({ self, some, compute_uv }) {
    if (self.ndim < 2) {
      throw new RuntimeError(
        `linalg.svd: input should have at least 2 dimensions, but has ${self.ndim} dimensions instead`,
      );
    }
    const [U, S, Vh] = svd(self, !some);
    if (compute_uv) return namedTuple('svd', { U, S, V: Vh.mT });
    const [rows, columns] = self.sizes.slice(-2);
    const empty = (size: number): Tensor => self.new_zeros([...batchOf(self), size, size]);
    return namedTuple('svd', { U: empty(rows), S, V: empty(columns) });
  },
});
