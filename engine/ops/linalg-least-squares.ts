/** Pseudo-inverses and least squares. */

import { float64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { namedTuple } from '../core/pairs.ts';
import { itemOf } from '../core/reading.ts';
import type { Tensor } from '../core/tensor.ts';
import { allocateColumns, allocateLike, batchOf } from './linalg-checks.ts';
import { threshold } from './linalg-norms.ts';

/** From dP = -P dA P + P Pᵀ dAᵀ (1 - A P) + (1 - P A) dAᵀ Pᵀ P. */
function pinvBackward(grad: Tensor, P: Tensor, A: Tensor): Tensor {
  const turned = grad.mT;
  const outside = turned.sub(A.matmul(P).matmul(turned)).matmul(P).matmul(P.mT);
  const inside = P.mT.matmul(P).matmul(turned.sub(turned.matmul(P).matmul(A)));
  return outside.add(inside).sub(P.mT.matmul(grad).matmul(P.mT));
}

const pinv = defineOperator({
  name: 'linalg_pinv',
  schema: 'A: Tensor, rcond: any = null, hermitian: bool = false, *, atol: any = null, rtol: any = null',
  doc: 'The pseudo-inverse: the inverse of what A does not lose. Singular values under a tolerance count as 0.',
  example: 'torch.linalg.pinv(torch.tensor([[1, 0], [0, 2.5], [0, 0]]))',
  as: 'linalg',
  grad: { A: (grad, { A, result }) => pinvBackward(grad, result, A) },
  saves: ['A', 'result'],
  forward({ A, rcond, hermitian, atol, rtol }): Tensor {
    if (!A.dtype.is_floating_point || A.dtype.itemsize < 4 || A.ndim < 2) {
      throw new RuntimeError(
        `linalg.pinv(${A.dtype.scalarName}{[${A.sizes.join(', ')}]}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types`,
      );
    }
    if (A.numel() === 0) {
      const [rows, columns] = A.sizes.slice(-2);
      return allocateLike(A, [...batchOf(A), columns, rows]);
    }
    if (hermitian) {
      const [values, vectors]: Tensor[] = call('linalg_eigh', A);
      const bound = threshold(values.abs(), A, atol, rcond ?? rtol);
      return vectors.mul(reciprocalAbove(values, bound).unsqueeze(-2)).matmul(vectors.mT);
    }
    const [U, S, Vh]: Tensor[] = call('linalg_svd', A, false);
    const inverse = reciprocalAbove(S, threshold(S, A, atol, rcond ?? rtol));
    return Vh.mT.mul(inverse.unsqueeze(-2)).matmul(U.mT);
  },
});

function reciprocalAbove(values: Tensor, bound: Tensor): Tensor {
  return values.reciprocal().masked_fill(values.abs().le(bound), 0);
}

defineOperator({
  name: 'pinverse',
  schema: 'self: Tensor, rcond: float = 1e-15',
  doc: 'The pseudo-inverse: torch.linalg.pinv is the newer name.',
  example: 'torch.tensor([[1, 0], [0, 2.5], [0, 0]]).pinverse()',
  forward: ({ self, rcond }) => pinv(self, rcond),
});

const drivers = ['gels', 'gelsy', 'gelsd', 'gelss'];

defineOperator({
  name: 'linalg_lstsq',
  schema: 'A: Tensor, B: Tensor, rcond: float? = null, *, driver: str? = null',
  doc: 'The X for which A X comes nearest to B: of several, the smallest. Also the squared distances, the rank of A and (for the drivers gelsd and gelss) its singular values.',
  example:
    'torch.linalg.lstsq(torch.tensor([[1, 1], [1, 2], [1, 3.5]]), torch.tensor([[1], [2], [2.5]])).solution',
  as: 'linalg',
  returns: 'named.LeastSquares',
  grad: {
    A: (_grad, { A, B, grads }) => {
      const flow = grads[0] as Tensor;
      return pinvBackward(flow.matmul(B.mT), pinv(A), A);
    },
    B: (_grad, { A, grads }) => pinv(A).mT.matmul(grads[0] as Tensor),
  },
  saves: ['A', 'B'],
  nondifferentiable: [1, 2, 3],
  forward({ A, B, rcond, driver }) {
    const name = 'torch.linalg.lstsq';
    if (A.ndim < 2) throw new RuntimeError(`${name}: input must have at least 2 dimensions.`);
    if (B.ndim < 1) throw new RuntimeError(`${name}: other must have at least 1 dimension.`);
    if (A.dtype !== B.dtype) {
      throw new RuntimeError(
        `${name}: Expected input and other to have the same dtype, but got input's dtype ${A.dtype.scalarName} and other's dtype ${B.dtype.scalarName}`,
      );
    }
    const isVector = A.ndim - 1 === B.ndim;
    const right = isVector ? B.unsqueeze(-1) : B;
    if (right.ndim < 2 || A.sizes[A.ndim - 2] !== right.sizes[right.ndim - 2]) {
      throw new RuntimeError(`${name}: input.size(-2) should match other.size(-2)`);
    }
    if (driver !== null && !drivers.includes(driver)) {
      throw new RuntimeError(`${name}: parameter \`driver\` should be one of (gels, gelsy, gelsd, gelss)`);
    }
    return leastSquares(A, right, rcond, driver ?? 'gelsy', isVector);
  },
});

function leastSquares(A: Tensor, B: Tensor, rcond: number | null, driver: string, isVector: boolean) {
  const [rows, columns] = A.sizes.slice(-2);
  const exact = A.to(float64);
  const x = pinv(exact, rcond ?? 2 ** (A.dtype === float64 ? -52 : -23) * Math.max(rows, columns)).matmul(
    B.to(float64),
  );
  const values: Tensor = call('linalg_svdvals', A);
  const rank: Tensor = call('linalg_matrix_rank', A, { rtol: rcond });
  const none = allocateLike(A, [0]);
  // PyTorch hands back the first rows of the memory in which LAPACK solves.
  const solved = allocateColumns(A, [...x.sizes.slice(0, -2), Math.max(rows, columns), B.sizes[B.ndim - 1]]);
  const solution: Tensor = solved.narrow(-2, 0, columns).copy_(x);
  const isFull = rows > columns && itemOf(rank.eq(columns).all()) === true;
  const residuals = isFull && driver !== 'gelsy' ? exact.matmul(x).sub(B).square().sum(-2).to(A.dtype) : none;
  return namedTuple('linalg_lstsq', {
    solution: isVector ? solution.squeeze(-1) : solution,
    residuals,
    rank: driver === 'gels' ? none.to(rank.dtype) : rank,
    singular_values: driver === 'gelsd' || driver === 'gelss' ? values : none,
  });
}
