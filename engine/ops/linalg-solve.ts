/** Inverses, determinants, and systems of linear equations. */

import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { namedTuple } from '../core/pairs.ts';
import { broadcastShapes, sameSizes } from '../core/shape.ts';
import { alias, type Tensor } from '../core/tensor.ts';
import {
  determinantKernel,
  inverseKernel,
  logDeterminantKernel,
  solveKernel,
  solveTriangularKernel,
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
import { choose } from './support.ts';

/** A batch of numbers as multiples of the identity. */
function onDiagonal(values: Tensor, n: number): Tensor {
  return values
    .unsqueeze(-1)
    .expand([...values.sizes, n])
    .diag_embed();
}

// ── inverse ──────────────────────────────────────────────────────────────────────────────────────────────────

export const inverseEx = defineOperator({
  name: 'linalg_inv_ex',
  schema: 'A: Tensor, *, check_errors: bool = false',
  doc: 'The inverse, and for each matrix 0 or the place of the zero pivot that stopped it.',
  example: 'torch.linalg.inv_ex(torch.tensor([[1, 2.5], [3, 4]]))',
  as: 'linalg',
  returns: 'named.Inverse',
  grad: { A: (grad, { results }) => results[0].mT.matmul(grad).matmul(results[0].mT).neg() },
  saves: ['results'],
  forward({ A, check_errors }) {
    checkSquare('linalg.inv', A);
    checkFloat('linalg.inv', A);
    const [inverse, info] = [allocateColumns(A, A.sizes), allocateInfo(A)];
    inverseKernel.for(A.storage.device)(A, inverse, info);
    if (check_errors) throwIfSingular('linalg.inv_ex', info);
    return namedTuple('linalg_inv_ex', { inverse, info });
  },
});

function throwIfSingular(name: string, info: Tensor): void {
  throwForInfo(
    name,
    info,
    (code) =>
      `The diagonal element ${code} is zero, the inversion could not be completed because the input matrix is singular.`,
  );
}

export const inv = defineOperator({
  name: 'linalg_inv',
  schema: 'A: Tensor',
  doc: 'The inverse of a square matrix, or of each of a batch. @throws LinAlgError for a singular one.',
  example: 'torch.linalg.inv(torch.tensor([[2.5, 1], [1, 1]]))',
  as: 'linalg',
  forward({ A }) {
    const [inverse, info] = inverseEx(A);
    throwIfSingular('linalg.inv', info);
    return inverse;
  },
});

defineOperator({
  name: 'inverse',
  schema: 'self: Tensor',
  doc: 'The inverse of a square matrix, or of each of a batch.',
  example: 'torch.tensor([[1, 2.5], [3, 4]]).inverse()',
  forward: ({ self }) => inv(self),
});

// ── determinant ──────────────────────────────────────────────────────────────────────────────────────────────

/** The matrix, or the identity in place of one whose determinant is 0: there the gradient is 0 as in PyTorch. */
function solvable(A: Tensor, determinant: Tensor): Tensor {
  const ones = call('eye', A.sizes[A.ndim - 1], { dtype: A.dtype, device: A.device });
  return choose(determinant.eq(0).unsqueeze(-1).unsqueeze(-1), ones, A);
}

const det = defineOperator({
  name: 'linalg_det',
  schema: 'A: Tensor',
  doc: 'The determinant of a square matrix, or of each of a batch.',
  example: 'torch.linalg.det(torch.tensor([[1.5, 2], [3, 4]]))',
  as: 'linalg',
  grad: {
    A: (grad, { A, result }) =>
      call('linalg_solve', solvable(A, result).mT, onDiagonal(grad.mul(result), A.sizes[A.ndim - 1])),
  },
  saves: ['A', 'result'],
  forward({ A }) {
    checkSquare('linalg.det', A);
    checkFloat('linalg.det', A);
    const out = allocateLike(A, batchOf(A));
    determinantKernel.for(A.storage.device)(A, out);
    return out;
  },
});

defineOperator({
  name: 'det',
  schema: 'self: Tensor',
  doc: 'The determinant of a square matrix, or of each of a batch.',
  example: 'torch.tensor([[1, 2.5], [3, 4]]).det()',
  forward: ({ self }) => det(self),
});

const slogdet = defineOperator({
  name: 'linalg_slogdet',
  schema: 'A: Tensor',
  doc: "The determinant's sign and the logarithm of its size, which does not overflow.",
  example: 'torch.linalg.slogdet(torch.tensor([[1, 2.5], [3, 4]]))',
  as: 'linalg',
  returns: 'named.LogDeterminant',
  grad: {
    A(_grad, { A, grads, results }) {
      const flow = grads[1] ?? results[1].mul(0);
      return call('linalg_solve', A.mT, onDiagonal(flow, A.sizes[A.ndim - 1]));
    },
  },
  saves: ['A', 'results'],
  forward({ A }) {
    checkSquare('linalg.slogdet', A);
    checkFloat('linalg.slogdet', A);
    const [sign, logabsdet] = [allocateLike(A, batchOf(A)), allocateLike(A, batchOf(A))];
    logDeterminantKernel.for(A.storage.device)(A, sign, logabsdet);
    return namedTuple('linalg_slogdet', { sign, logabsdet });
  },
});

defineOperator({
  name: 'slogdet',
  schema: 'self: Tensor',
  doc: "The determinant's sign and the logarithm of its size.",
  example: 'torch.tensor([[1, 2.5], [3, 4]]).slogdet()',
  returns: 'named.LogDeterminant',
  forward: ({ self }) => slogdet(self),
});

defineOperator({
  name: 'logdet',
  schema: 'self: Tensor',
  doc: 'The logarithm of the determinant: nan where that is negative.',
  example: 'torch.tensor([[2, 0.5], [0.5, 1]]).logdet()',
  forward({ self }) {
    checkSquare('logdet', self);
    checkFloat('logdet', self);
    const [sign, logabsdet] = slogdet(self);
    return choose(sign.eq(-1), Number.NaN, logabsdet);
  },
});

// ── systems of equations ─────────────────────────────────────────────────────────────────────────────────────

/** Whether b is a vector (or a batch of them) and not a matrix. */
function isVectorFor(a: Tensor, b: Tensor): boolean {
  return b.ndim === 1 || (a.ndim - 1 === b.ndim && sameSizes(b.sizes, a.sizes.slice(0, -1)));
}

export function checkSystem(name: string, a: Tensor, b: Tensor, left: boolean): void {
  if (a.dtype !== b.dtype) {
    throw new RuntimeError(
      `${name}: Expected A and B to have the same dtype, but found A of type ${a.dtype.scalarName} and B of type ${b.dtype.scalarName} instead`,
    );
  }
  const n = a.sizes[a.ndim - 1];
  const [rows, columns] = b.sizes.slice(-2);
  if ((left ? rows : columns) !== n) {
    const equation = left ? 'AX = B' : 'XA = B';
    throw new RuntimeError(
      `${name}: Incompatible shapes of A and B for the equation ${equation} (${n}x${n} and ${rows}x${columns})`,
    );
  }
}

/** Both with the batch to which theirs broadcast. */
function withCommonBatch(a: Tensor, b: Tensor): [Tensor, Tensor] {
  const batch = broadcastShapes(batchOf(a), batchOf(b));
  return [a.expand([...batch, ...a.sizes.slice(-2)]), b.expand([...batch, ...b.sizes.slice(-2)])];
}

const solveEx = defineOperator({
  name: 'linalg_solve_ex',
  schema: 'A: Tensor, B: Tensor, *, left: bool = true, check_errors: bool = false',
  doc: 'The solution X of AX = B (of XA = B where not `left`), and for each matrix 0 or the place of the zero pivot.',
  example: 'torch.linalg.solve_ex(torch.tensor([[1, 2.5], [3, 4]]), torch.tensor([1.5, 2]))',
  as: 'linalg',
  returns: 'named.Solution',
  grad: {
    A(grad, { A, meta, left, results }) {
      const isVector = isVectorFor(A, { ndim: meta.B.sizes.length, sizes: meta.B.sizes } as Tensor);
      const flow = call('linalg_solve', A.mT, grad, { left });
      const [g, x] = isVector ? [flow.unsqueeze(-1), results[0].unsqueeze(-1)] : [flow, results[0]];
      return (left ? g.matmul(x.mT) : x.mT.matmul(g)).neg();
    },
    B: (grad, { A, left }) => call('linalg_solve', A.mT, grad, { left }),
  },
  saves: ['A', 'results'],
  forward({ A, B, left, check_errors }) {
    checkFloat('linalg.solve', A);
    checkSquare('linalg.solve', A);
    const isVector = isVectorFor(A, B);
    const right = isVector ? B.unsqueeze(-1) : B;
    checkSystem('linalg.solve', A, right, left);
    if (isVector && !left) {
      throw new RuntimeError(
        'linalg.solve: Vector broadcasting of the left hand side is not supported for left=False. In this case linalg.solve is equivalent to B / A.squeeze(-1)',
      );
    }
    const [a, b] = withCommonBatch(A, right);
    const info = allocateInfo(a);
    const x = left ? allocateColumns(a, b.sizes) : allocateColumns(a, b.mT.sizes).mT;
    if (left) solveKernel.for(A.storage.device)(a, b, x, info);
    else solveKernel.for(A.storage.device)(a.mT, b.mT, x.mT, info);
    if (check_errors) throwIfUnsolvable('linalg.solve_ex', info);
    const result = isVector ? vectorSolution(x) : x;
    return namedTuple('linalg_solve_ex', { result, info });
  },
});

/** A batch of solution vectors, laid out as PyTorch does: column by column, as if the batch were a matrix's rows. */
function vectorSolution(x: Tensor): Tensor {
  const vectors = x.squeeze(-1);
  if (vectors.ndim < 2)
    return alias(
      vectors,
      vectors.sizes,
      vectors.sizes.map(() => 1),
    );
  return allocateColumns(vectors, vectors.sizes).copy_(vectors);
}

function throwIfUnsolvable(name: string, info: Tensor): void {
  throwForInfo(name, info, () => 'The solver failed because the input matrix is singular.');
}

defineOperator({
  name: 'linalg_solve',
  schema: 'A: Tensor, B: Tensor, *, left: bool = true',
  doc: 'The solution X of AX = B, or of XA = B where not `left`. @throws LinAlgError for a singular A.',
  example: 'torch.linalg.solve(torch.tensor([[2.5, 1], [1, 1]]), torch.tensor([1.5, 2]))',
  as: 'linalg',
  forward({ A, B, left }) {
    const [result, info] = solveEx(A, B, { left });
    throwIfUnsolvable('torch.linalg.solve', info);
    return result;
  },
});

const solveTriangular = defineOperator({
  name: 'linalg_solve_triangular',
  schema: 'A: Tensor, B: Tensor, *, upper: bool, left: bool = true, unitriangular: bool = false',
  doc: 'The solution X of AX = B for a triangular A, of which one triangle alone is read.',
  example:
    'torch.linalg.solve_triangular(torch.tensor([[2, 1.5], [0, 4]]), torch.tensor([[4], [8.5]]), {upper: true})',
  as: 'linalg',
  grad: {
    A(grad, { A, result, upper, left, unitriangular }): Tensor {
      const flow: Tensor = solveTriangular(A.mT, grad, { upper: !upper, left, unitriangular });
      const product = (left ? flow.matmul(result.mT) : result.mT.matmul(flow)).neg();
      const skipped = unitriangular ? 1 : 0;
      return upper ? product.triu(skipped) : product.tril(-skipped);
    },
    B: (grad, { A, upper, left, unitriangular }): Tensor =>
      solveTriangular(A.mT, grad, { upper: !upper, left, unitriangular }),
  },
  saves: ['A', 'result'],
  forward({ A, B, upper, left, unitriangular }) {
    checkMatrix('linalg.solve_triangular', B, 'B');
    checkSquare('linalg.solve_triangular', A);
    checkSystem('linalg.solve_triangular', A, B, left);
    const [a, b] = withCommonBatch(A, B);
    const kernel = solveTriangularKernel.for(A.storage.device);
    if (left) {
      const x = allocateColumns(a, b.sizes);
      kernel(a, b, x, upper, unitriangular);
      return x;
    }
    const x = allocateColumns(a, b.sizes);
    kernel(a.mT, b.mT, x.mT, !upper, unitriangular);
    return x;
  },
});

defineOperator({
  name: 'linalg_tensorsolve',
  schema: 'A: Tensor, B: Tensor, dims: int[]? = null',
  doc: 'The solution X of tensordot(A, X, X.ndim) = B.',
  example: 'torch.linalg.tensorsolve(torch.eye(4).reshape(2, 2, 4), torch.ones(2, 2))',
  as: 'linalg',
  forward({ A, B, dims }) {
    const moved = dims
      ? A.movedim(
          dims,
          dims.map((_, k) => A.ndim - dims.length + k),
        )
      : A;
    const sizes = moved.sizes.slice(B.ndim);
    const [given, wanted] = [B.numel(), sizes.reduce((product, size) => product * size, 1)];
    if (given !== wanted) {
      throw new RuntimeError(
        'Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim])' +
          `, but got ${wanted} != ${moved.numel() / Math.max(wanted, 1)}`,
      );
    }
    return call('linalg_solve', moved.reshape(given, given), B.reshape(-1)).reshape(sizes);
  },
});

defineOperator({
  name: 'linalg_tensorinv',
  schema: 'A: Tensor, ind: int = 2',
  doc: 'The inverse of A as the matrix of its first `ind` dimensions against the rest.',
  example: 'torch.linalg.tensorinv(torch.eye(4).reshape(2, 2, 4)).shape',
  as: 'linalg',
  forward({ A, ind }) {
    if (ind <= 0) throw new RuntimeError(`Expected a strictly positive integer for 'ind', but got ${ind}`);
    const [front, back] = [A.sizes.slice(0, ind), A.sizes.slice(ind)];
    const count = (list: readonly number[]): number => list.reduce((product, size) => product * size, 1);
    if (count(front) !== count(back)) {
      throw new RuntimeError(
        `Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got ${count(back)} != ${count(front)}`,
      );
    }
    return inv(A.reshape(count(back), -1)).reshape([...back, ...front]);
  },
});
