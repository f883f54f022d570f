/** Vector norms and distances. */

import { type DType, float16, float32, type Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator, type GradFormula } from '../core/operator.ts';
import { wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { unreduce } from './sums.ts';
import { choose, zerosLike } from './support.ts';

type Dims = number[] | null;

/** The p-norm over dimensions (all where null), without a place in the graph. */
export function normOf(self: Tensor, p: number, dim: Dims, keepdim: boolean): Tensor {
  const size = self.abs();
  const sum = (terms: Tensor): Tensor => terms.sum(dim as number[], keepdim);
  if (p === Infinity) return size.amax(dim ?? [], keepdim);
  if (p === -Infinity) return size.amin(dim ?? [], keepdim);
  if (p === 0) return sum(self.ne(0).to(self.dtype));
  if (p === 1) return sum(size);
  // Squares of float16 numbers soon pass their range.
  if (self.dtype === float16) return normOf(self.to(float32), p, dim, keepdim).to(float16);
  return p === 2 ? sum(self.mul(self)).sqrt() : sum(size.pow(p)).pow(1 / p);
}

/** The gradient of a p-norm; nothing flows where the norm has a corner at 0. */
export function normBackward(
  grad: Tensor,
  self: Tensor,
  p: number,
  result: Tensor,
  dim: Dims,
  keepdim: boolean,
): Tensor {
  const spread = (tensor: Tensor): Tensor => unreduce(tensor, self.sizes, dim, keepdim);
  const [flow, norm] = [spread(grad), spread(result)];
  if (p === 0) return zerosLike(self);
  if (p === 1) return self.sgn().mul(flow);
  if (p === 2) return flow.mul(self.div(norm).masked_fill(norm.eq(0), 0));
  if (Math.abs(p) === Infinity) {
    const isExtreme = self.abs().eq(norm);
    const count = isExtreme.sum(dim as number[], true);
    return self.sgn().mul(isExtreme.to(self.dtype).div(count).mul(flow));
  }
  if (p < 2) {
    const slope = self.sgn().mul(self.abs().pow(p - 1));
    const finite = p < 1 ? slope.masked_fill(self.eq(0), 0) : slope;
    return finite.mul(flow).mul(norm.pow(1 - p));
  }
  const scale = flow.div(norm.pow(p - 1)).masked_fill(norm.eq(0), 0);
  return self.mul(self.abs().pow(p - 2)).mul(scale);
}

/** @throws RuntimeError for a norm of nothing that has no neutral element. */
function checkNotEmpty(self: Tensor, ord: number, dim: Dims): void {
  if (self.numel() > 0 || !(ord < 0 || ord === Infinity)) return;
  const name = ord === Infinity ? 'inf' : ord === -Infinity ? '-inf' : String(ord);
  if (dim === null || dim.length === 0) {
    throw new RuntimeError(
      `linalg.vector_norm cannot compute the ${name} norm on an empty tensor because the operation does not have an identity`,
    );
  }
  for (const one of dim) {
    if (self.sizes[wrapDim(one, self.ndim)] === 0) {
      throw new RuntimeError(
        `linalg.vector_norm cannot compute the ${name} norm on the dimension ${one}because this dimension is empty and the operation does not have an identity`,
      );
    }
  }
}

function checkFloat(self: Tensor, dtype: DType | null): void {
  if (!self.dtype.is_floating_point) {
    throw new RuntimeError(
      `linalg.vector_norm: Expected a floating point or complex tensor as input. Got ${self.dtype.scalarName}`,
    );
  }
  if (dtype && !dtype.is_floating_point) {
    throw new RuntimeError(
      `linalg.vector_norm: dtype should be floating point or complex, but got ${dtype.scalarName}`,
    );
  }
}

export const vectorNorm = defineOperator({
  name: 'linalg_vector_norm',
  schema: 'self: Tensor, ord: Scalar = 2, dim: int[]? = null, keepdim: bool = false, *, dtype: dtype? = null',
  doc: 'The norm of all elements, or along dimensions: the `ord`th root of the sum of `ord`th powers; for inf the largest, for -inf the smallest size, for 0 how many are not zero.',
  example: 'torch.linalg.vector_norm(torch.tensor([3, 4.5]))',
  as: 'linalg',
  grad: {
    self: (grad, { self, ord, result, dim, keepdim }) =>
      normBackward(grad, self.to(grad.dtype), Number(ord), result, dim, keepdim).to(self.dtype),
  },
  saves: ['self', 'result'],
  forward({ self, ord, dim, keepdim, dtype }) {
    checkFloat(self, dtype);
    checkNotEmpty(self, Number(ord), dim);
    return normOf(dtype ? self.to(dtype) : self, Number(ord), dim, keepdim);
  },
});

/** The norm of differences, as a node of its own in PyTorch's graph. */
defineOperator({
  name: '_norm',
  schema: 'self: Tensor, p: float, dim: int[], keepdim: bool',
  doc: 'The p-norm along dimensions.',
  as: 'function',
  gradName: 'NormBackward1',
  grad: {
    self: (grad, { self, p, result, dim, keepdim }) => normBackward(grad, self, p, result, dim, keepdim),
  },
  saves: ['self', 'result'],
  forward: ({ self, p, dim, keepdim }) => normOf(self, p, dim, keepdim),
});

defineOperator({
  name: 'norm',
  schema: "self: Tensor, p: any = 'fro', dim: int[]? = null, keepdim: bool = false, dtype: dtype? = null",
  doc: "The p-norm of all elements, or along dimensions: `'fro'` and null are 2, `'nuc'` the sum of a matrix's singular values.",
  example: 'torch.tensor([3, 4.5]).norm()',
  overloads: [
    [
      "self: Tensor, p: Order? = 'fro', dim: int[]? = null, keepdim: bool = false, dtype: dtype? = null",
      'Tensor',
    ],
  ],
  forward({ self, p, dim, keepdim, dtype }) {
    if (p === 'nuc') return call('linalg_matrix_norm', self, 'nuc', dim ?? [-2, -1], keepdim);
    if (p !== null && p !== 'fro' && typeof p !== 'number') {
      throw new RuntimeError(`linalg.matrix_norm: Order ${p} not supported.`);
    }
    return vectorNorm(self, typeof p === 'number' ? p : 2, dim, keepdim, { dtype });
  },
});

const distSlope =
  (sign: 1 | -1): GradFormula =>
  (grad, { self, other, p, result }) => {
    const slope = normBackward(grad, self.sub(other), Number(p), result, null, false);
    return sign === 1 ? slope : slope.neg();
  };

defineOperator({
  name: 'dist',
  schema: 'self: Tensor, other: Tensor, p: Scalar = 2',
  doc: 'The p-norm of the difference of two tensors.',
  example: 'torch.tensor([1, 2.5]).dist(torch.tensor([4, 6.5]))',
  grad: { self: distSlope(1), other: distSlope(-1) },
  saves: ['self', 'other', 'result'],
  forward({ self, other, p }) {
    const difference = self.sub(other);
    if (!difference.dtype.is_floating_point) {
      throw new RuntimeError(
        `norm(): input dtype should be either floating point or complex. Got ${difference.dtype.scalarName} instead.`,
      );
    }
    return normOf(difference, Number(p as Scalar), null, false);
  },
});

defineOperator({
  name: 'renorm',
  schema: 'self: Tensor, p: Scalar, dim: int, maxnorm: Scalar',
  doc: 'Slices along a dimension whose p-norm is above `maxnorm`, scaled down to it.',
  example: 'torch.tensor([[3, 4], [0, 1.5]]).renorm(2, 0, 1)',
  forward({ self, p, dim, maxnorm }) {
    if (self.ndim < 2) {
      throw new RuntimeError(`renorm: input needs at least 2 dimensions, got ${self.ndim} dimensions`);
    }
    const own = wrapDim(dim, self.ndim);
    const others = self.sizes.map((_, other) => other).filter((other) => other !== own);
    const norms = vectorNorm(self, p, others, true) as Tensor;
    const factor = norms.add(1e-7).reciprocal().mul(maxnorm);
    return self.contiguous().mul(choose(norms.gt(maxnorm), factor, 1).to(self.dtype));
  },
});
