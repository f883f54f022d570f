/** Pseudo-inverse, least squares, powers and exponentials of matrices, and products of several. */

import { float64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { namedTuple } from '../core/pairs.ts';
import { broadcastShapes, wrapDim } from '../core/shape.ts';
import { itemOf, type Tensor } from '../core/tensor.ts';
import { allocateColumns, allocateLike, batchOf, checkFloat, checkSquare } from './linalg-checks.ts';
import { threshold } from './linalg-norms.ts';
import { inv } from './linalg-solve.ts';

// ── pseudo-inverse ───────────────────────────────────────────────────────────────────────────────────────────

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

// ── least squares ────────────────────────────────────────────────────────────────────────────────────────────

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

// ── powers ───────────────────────────────────────────────────────────────────────────────────────────────────

const matrixPower = defineOperator({
  name: 'linalg_matrix_power',
  schema: 'A: Tensor, n: int',
  doc: 'A matrix multiplied by itself n times: the identity for 0, powers of the inverse below.',
  example: 'torch.linalg.matrix_power(torch.tensor([[1, 1], [1, 0]]), 10)',
  as: 'linalg',
  forward({ A, n }): Tensor {
    checkSquare('linalg.matrix_power', A);
    if (n === 0)
      return call('eye', A.sizes[A.ndim - 1], { dtype: A.dtype })
        .expand([...A.sizes])
        .clone();
    if (n < 0) return matrixPower(inv(A), -n);
    if (n === 1) return A.clone();
    const half: Tensor = n <= 3 ? A : matrixPower(A, Math.floor(n / 2));
    const square = half.matmul(half);
    return n % 2 === 1 ? square.matmul(A) : square;
  },
});

defineOperator({
  name: 'matrix_power',
  schema: 'self: Tensor, n: int',
  doc: 'A matrix multiplied by itself n times.',
  example: 'torch.tensor([[1, 1], [1, 0]]).matrix_power(10)',
  forward: ({ self, n }) => matrixPower(self, n),
});

/** The Taylor series of the exponential of a matrix whose 1-norm is under 1/2, to double precision. */
function smallExponential(A: Tensor): Tensor {
  let sum: Tensor = call('eye', A.sizes[A.ndim - 1], { dtype: A.dtype });
  // Horner: 1 + A (1 + A/2 (1 + A/3 (…)))
  for (let k = 16; k > 0; k--)
    sum = A.div(k)
      .matmul(sum)
      .add(call('eye', A.sizes[A.ndim - 1], { dtype: A.dtype }));
  return sum;
}

const matrixExp = defineOperator({
  name: 'linalg_matrix_exp',
  schema: 'self: Tensor',
  doc: 'The exponential of a matrix: 1 + A + A²/2! + A³/3! + …',
  example: 'torch.linalg.matrix_exp(torch.tensor([[0, 0.5], [-0.5, 0]]))',
  as: 'linalg',
  grad: {
    self(grad, { self }): Tensor {
      const n = self.sizes[self.ndim - 1];
      const turned = self.mT;
      const top: Tensor = call('cat', [turned, grad], -1);
      const bottom: Tensor = call('cat', [turned.mul(0), turned], -1);
      return matrixExp(call('cat', [top, bottom], -2))
        .narrow(-2, 0, n)
        .narrow(-1, n, n);
    },
  },
  saves: ['self'],
  forward({ self }): Tensor {
    checkSquare('linalg.matrix_exp', self);
    checkFloat('linalg.matrix_exp', self);
    if (self.numel() === 0) return self.clone();
    const A = self.to(float64);
    const largest = Number(itemOf(A.abs().sum(-2).amax()));
    const halvings = Math.max(0, Math.ceil(Math.log2(Math.max(largest, 2 ** -20))) + 1);
    let result = smallExponential(A.div(2 ** halvings));
    for (let k = 0; k < halvings; k++) result = result.matmul(result);
    return result.to(self.dtype);
  },
});

defineOperator({
  name: 'matrix_exp',
  schema: 'self: Tensor',
  doc: 'The exponential of a matrix: 1 + A + A²/2! + A³/3! + …',
  example: 'torch.matrix_exp(torch.tensor([[0, 0.5], [-0.5, 0]]))',
  forward: ({ self }) => matrixExp(self),
});

// ── products ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Where to split the product of matrices i…j so that the fewest multiplications are made. */
function bestSplits(sizes: readonly number[]): number[][] {
  const count = sizes.length - 1;
  const cost = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const split = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  for (let length = 1; length < count; length++) {
    for (let i = 0; i + length < count; i++) {
      const j = i + length;
      cost[i][j] = Infinity;
      for (let k = i; k < j; k++) {
        const own = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1];
        if (own < cost[i][j]) [cost[i][j], split[i][j]] = [own, k];
      }
    }
  }
  return split;
}

const multiDot = defineOperator({
  name: 'linalg_multi_dot',
  schema: 'tensors: Tensor[]',
  doc: 'The product of several matrices, multiplied in the order that takes the fewest operations. The first and the last may be vectors.',
  example: 'torch.linalg.multi_dot([torch.ones(2, 3), torch.ones(3, 4), torch.ones(4)])',
  as: 'linalg',
  forward({ tensors }) {
    const last = tensors.length - 1;
    if (last < 1)
      throw new RuntimeError(`multi_dot(): expected at least 2 tensors but got ${tensors.length}`);
    const refuse = (which: string, tensor: Tensor, wanted: string): never => {
      throw new RuntimeError(`multi_dot(): the ${which} tensor must be ${wanted} but got ${tensor.ndim}D`);
    };
    if (tensors[0].ndim !== 1 && tensors[0].ndim !== 2) refuse('first', tensors[0], '1D or 2D');
    if (tensors[last].ndim !== 1 && tensors[last].ndim !== 2) refuse('last', tensors[last], '1D or 2D');
    const matrices = tensors.map((tensor, index) => {
      if (index > 0 && index < last && tensor.ndim !== 2) {
        throw new RuntimeError(`multi_dot(): tensor ${index} must be 2D but got ${tensor.ndim}D`);
      }
      return tensor.ndim === 2 ? tensor : tensor.unsqueeze(index === 0 ? 0 : -1);
    });
    matrices.slice(1).forEach((next, index) => {
      const before = matrices[index];
      if (before.sizes[1] === next.sizes[0]) return;
      const sizes = (tensor: Tensor): string => `[${tensor.sizes.join(', ')}]`;
      throw new RuntimeError(
        `multi_dot(): tensors ${index} and ${index + 1} with shapes ${sizes(before)} and ${sizes(next)} cannot be multiplied`,
      );
    });
    const splits = bestSplits([...matrices.map((matrix) => matrix.sizes[0]), matrices[last].sizes[1]]);
    const product = (i: number, j: number): Tensor =>
      i === j ? matrices[i] : product(i, splits[i][j]).mm(product(splits[i][j] + 1, j));
    const whole = product(0, last);
    const sizes = [
      ...(tensors[0].ndim === 1 ? [] : [whole.sizes[0]]),
      ...(tensors[last].ndim === 1 ? [] : [whole.sizes[1]]),
    ];
    return sizes.length === 2 ? whole : whole.view(sizes);
  },
});

defineOperator({
  name: 'chain_matmul',
  schema: 'matrices: Tensor...',
  doc: 'The product of several matrices: torch.linalg.multi_dot is the newer name.',
  example: 'torch.chain_matmul(torch.ones(2, 3), torch.ones(3, 4), torch.ones(4, 2))',
  as: 'function',
  forward: ({ matrices }) => (matrices.length === 1 ? matrices[0] : multiDot(matrices)),
});

const cross = defineOperator({
  name: 'linalg_cross',
  schema: 'self: Tensor, other: Tensor, *, dim: int = -1',
  doc: 'The cross product of vectors of three numbers: a vector at right angles to both.',
  example: 'torch.linalg.cross(torch.tensor([1, 0, 0]), torch.tensor([0, 1, 0]))',
  as: 'linalg',
  grad: {
    self: (grad, { other, dim }): Tensor => cross(other, grad, { dim }),
    other: (grad, { self, dim }): Tensor => cross(grad, self, { dim }),
  },
  saves: ['self', 'other'],
  forward({ self, other, dim }): Tensor {
    if (self.ndim !== other.ndim) {
      throw new RuntimeError('linalg.cross: inputs must have the same number of dimensions.');
    }
    const own = wrapDim(dim, self.ndim);
    if (self.sizes[own] !== 3 || other.sizes[own] !== 3) {
      throw new RuntimeError(
        `linalg.cross: inputs dimension ${dim} must have length 3. Got ${self.sizes[own]} and ${other.sizes[own]}`,
      );
    }
    const sizes = [...broadcastShapes(self.sizes, other.sizes)];
    const [a, b] = [self.expand(sizes), other.expand(sizes)];
    return a
      .roll(-1, own)
      .mul(b.roll(-2, own))
      .sub(a.roll(-2, own).mul(b.roll(-1, own)));
  },
});

defineOperator({
  name: 'cross',
  schema: 'self: Tensor, other: Tensor, dim: int? = null',
  doc: 'The cross product of vectors of three numbers, along the first dimension of size 3 unless told otherwise.',
  example: 'torch.cross(torch.tensor([1, 0, 0]), torch.tensor([0, 1, 0]))',
  forward({ self, other, dim }) {
    const own = dim ?? self.sizes.indexOf(3);
    if (dim === null && own < 0) throw new RuntimeError('no dimension of size 3 in input');
    return cross(self, other, { dim: own });
  },
});

defineOperator({
  name: 'linalg_diagonal',
  schema: 'A: Tensor, *, offset: int = 0, dim1: int = -2, dim2: int = -1',
  doc: 'A view of the diagonals of a batch of matrices.',
  example: 'torch.linalg.diagonal(torch.arange(4).reshape(2, 2))',
  as: 'linalg',
  forward: ({ A, offset, dim1, dim2 }) => A.diagonal(offset, dim1, dim2),
});

defineOperator({
  name: 'linalg_vecdot',
  schema: 'x: Tensor, y: Tensor, *, dim: int = -1',
  doc: 'The dot products of vectors along a dimension.',
  example: 'torch.linalg.vecdot(torch.tensor([[1, 2.5], [3, 4]]), torch.tensor([1, 0.5]))',
  as: 'linalg',
  forward({ x, y, dim }) {
    checkFloat('linalg.vecdot', x, true);
    return x.ndim === 1 && y.ndim === 1 ? x.dot(y) : x.mul(y).sum(dim);
  },
});

defineOperator({
  name: 'linalg_matmul',
  schema: 'self: Tensor, other: Tensor',
  doc: 'The matrix product: torch.matmul by another name.',
  example: 'torch.linalg.matmul(torch.ones(2, 3), torch.ones(3, 2))',
  as: 'linalg',
  forward: ({ self, other }) => self.matmul(other),
});

/** Powers 0 to count - 1 of each element, along a new last dimension. */
function powers(x: Tensor, count: number): Tensor {
  const ones = x.new_ones([...x.sizes, 1]);
  if (count === 1) return ones;
  const factors = x.unsqueeze(-1).expand([...x.sizes, count - 1]);
  return call('cat', [ones, factors.cumprod(-1)], -1);
}

defineOperator({
  name: 'linalg_vander',
  schema: 'x: Tensor, *, N: int? = null',
  doc: "Vandermonde's matrix: each row holds the powers 0, 1, 2 … of one element.",
  example: 'torch.linalg.vander(torch.tensor([1, 2, 3]))',
  as: 'linalg',
  forward({ x, N }) {
    const count = N ?? x.sizes[x.ndim - 1] ?? 1;
    if (count <= 1) throw new RuntimeError('N must be greater than 1.');
    return powers(x, count);
  },
});

defineOperator({
  name: 'vander',
  schema: 'x: Tensor, N: int? = null, increasing: bool = false',
  doc: "Vandermonde's matrix: each row holds the powers of one element, the highest first unless `increasing`.",
  example: 'torch.vander(torch.tensor([1, 2, 3]))',
  as: 'function',
  forward({ x, N, increasing }) {
    if (x.ndim !== 1) throw new RuntimeError('x must be a one-dimensional tensor.');
    const count = N ?? x.sizes[0];
    if (count < 0) throw new RuntimeError('N must be non-negative.');
    const whole = powers(x.dtype.is_floating_point ? x : x.to(call('sum', x).dtype), count);
    return increasing ? whole : whole.flip([1]);
  },
});
