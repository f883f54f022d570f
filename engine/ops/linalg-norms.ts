/** Norms of matrices, and what is judged by singular values: condition, rank. */

import { bool, int64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { wrapDim } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { allocateLike, batchOf, checkFloat, checkMatrix, checkSquare } from './linalg-checks.ts';
import { inverseEx } from './linalg-solve.ts';
import { vectorNorm } from './norms.ts';

function refuseOrder(name: string, ord: unknown): never {
  throw new RuntimeError(`${name}: Order ${ord} not supported.`);
}

/** The singular values of the matrices in two dimensions, and a norm made of them. */
function singularNorm(A: Tensor, dims: readonly number[], keepdim: boolean, pick: 'amax' | 'amin' | 'sum') {
  const values: Tensor = call('linalg_svdvals', A.movedim(dims as number[], [-2, -1]));
  const result: Tensor = call(pick, values, [-1]);
  return keepdim ? [...dims].sort((a, b) => a - b).reduce((out, dim) => out.unsqueeze(dim), result) : result;
}

const matrixNorm = defineOperator({
  name: 'linalg_matrix_norm',
  schema: "A: Tensor, ord: any = 'fro', dim: int[]? = null, keepdim: bool = false, *, dtype: dtype? = null",
  doc: "A matrix's norm: `'fro'` the root of the sum of squares, `'nuc'` the sum of singular values, 2 (-2) the largest (smallest) singular value, 1 (-1) the largest (smallest) sum of a column, inf (-inf) that of a row.",
  example: "torch.linalg.matrix_norm(torch.tensor([[1, 2.5], [3, 4]]), 'nuc')",
  as: 'linalg',
  forward({ A, ord, dim, keepdim, dtype }) {
    const name = 'linalg.matrix_norm';
    checkFloat(name, A, true);
    checkMatrix(name, A);
    const given = dim ?? [-2, -1];
    if (given.length !== 2) {
      throw new RuntimeError(`${name}: dim must be a 2-tuple. Got ${given.join(' ')}`);
    }
    const source = dtype ? A.to(dtype) : A;
    const dims = given.map((one) => wrapDim(one, A.ndim));
    if (dims[0] === dims[1]) {
      throw new RuntimeError(`${name}: dims must be different. Got (${given.join(', ')})`);
    }
    if (ord === 'fro') return vectorNorm(source, 2, dims, keepdim);
    if (ord === 'nuc') return singularNorm(source, dims, keepdim, 'sum');
    const size = Math.abs(Number(ord));
    if (typeof ord !== 'number' || ![1, 2, Infinity].includes(size)) refuseOrder(name, ord);
    const pick = ord > 0 ? 'amax' : 'amin';
    if (size === 2) return singularNorm(source, dims, keepdim, pick);
    const [summed, picked] = size === 1 ? dims : [dims[1], dims[0]];
    const sums = vectorNorm(source, 1, [summed], keepdim);
    return call(pick, sums, [keepdim || summed > picked ? picked : picked - 1], keepdim);
  },
});

defineOperator({
  name: 'linalg_norm',
  schema: 'A: Tensor, ord: any = null, dim: int[]? = null, keepdim: bool = false, *, dtype: dtype? = null',
  doc: 'The norm of a vector or a matrix (see `vector_norm` and `matrix_norm`); without an order, the root of the sum of all squares.',
  example: 'torch.linalg.norm(torch.tensor([3, 4.5]))',
  as: 'linalg',
  forward({ A, ord, dim, keepdim, dtype }) {
    if (ord === null) return vectorNorm(A, 2, dim, keepdim, { dtype });
    if (dim === null && A.ndim !== 1 && A.ndim !== 2) {
      throw new RuntimeError(
        typeof ord === 'string'
          ? 'linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got ' +
              `${A.ndim}D.`
          : `linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got ${A.ndim}D.`,
      );
    }
    if (dim && dim.length !== 1 && dim.length !== 2) {
      throw new RuntimeError(
        `linalg.norm: If dim is specified, it must be of length 1 or 2. Got [${dim.join(', ')}]`,
      );
    }
    const isVector = (dim?.length ?? A.ndim) === 1;
    if (typeof ord === 'number' && isVector) return vectorNorm(A, ord, dim, keepdim, { dtype });
    return matrixNorm(A, ord, dim ?? [0, 1], keepdim, { dtype });
  },
});

defineOperator({
  name: 'linalg_cond',
  schema: 'A: Tensor, p: any = null',
  doc: "The condition number: a matrix's norm times its inverse's, by default the largest singular value over the smallest.",
  example: 'torch.linalg.cond(torch.tensor([[1, 2.5], [3, 4]]))',
  as: 'linalg',
  forward({ A, p }) {
    if (A.ndim < 2) {
      throw new RuntimeError('linalg.cond: The input tensor must have at least 2 dimensions.');
    }
    if (p === null || p === 2 || p === -2) {
      checkFloat('linalg.svd', A);
      const values: Tensor = call('linalg_svdvals', A);
      const [first, last] = [values.select(-1, 0), values.select(-1, -1)];
      return p === -2 ? last.div(first) : first.div(last);
    }
    checkSquare(`linalg.cond(ord=${p})`, A);
    if (p === 'nuc') {
      const values: Tensor = call('linalg_svdvals', A);
      return values.sum(-1).mul(values.reciprocal().sum(-1));
    }
    const [inverse, info] = inverseEx(A);
    const product: Tensor = matrixNorm(A, p).mul(matrixNorm(inverse, p));
    return product.masked_fill(info.ne(0), Infinity);
  },
});

/** What singular values must exceed to count: the larger of an absolute bound and one relative to the largest value. */
export function threshold(values: Tensor, A: Tensor, atol: unknown, rtol: unknown): Tensor {
  const [rows, columns] = A.sizes.slice(-2);
  const epsilon = A.dtype.itemsize === 8 ? 2 ** -52 : 2 ** -23;
  const isAbsolute = atol instanceof Tensor || Number(atol ?? 0) > 0;
  const relative = rtol ?? (isAbsolute ? 0 : epsilon * Math.max(rows, columns));
  const largest = values.amax([-1], true);
  const scaled =
    relative instanceof Tensor ? largest.mul(relative.unsqueeze(-1)) : largest.mul(relative as number);
  const floor = atol instanceof Tensor ? atol.unsqueeze(-1) : scaled.new_full([], Number(atol ?? 0));
  return scaled.maximum(floor.to(scaled.dtype));
}

defineOperator({
  name: 'linalg_matrix_rank',
  schema: 'A: Tensor, tol: any = null, hermitian: bool = false, *, atol: any = null, rtol: any = null',
  doc: "How many singular values are above a tolerance: by default the largest, times the larger size, times the type's precision.",
  example: 'torch.linalg.matrix_rank(torch.tensor([[1, 2.5], [2, 5]]))',
  as: 'linalg',
  returns: 'Tensor',
  forward({ A, tol, hermitian, atol, rtol }) {
    checkMatrix('torch.linalg.matrix_rank', A, 'input');
    if (A.numel() === 0) return allocateLike(A, batchOf(A)).to(int64);
    const values: Tensor = hermitian ? call('linalg_eigvalsh', A).abs() : call('linalg_svdvals', A);
    const bound = threshold(values, A, tol ?? atol, tol === null ? rtol : 0);
    return values.gt(bound).to(bool).sum([-1]);
  },
});
