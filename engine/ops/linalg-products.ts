/** Products of vectors and of several matrices. */

import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { broadcastShapes, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { checkFloat } from './linalg-checks.ts';

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
