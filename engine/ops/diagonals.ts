/** Diagonals: taken out as views, and put into zeros. */

import './views.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { wrapDim } from '../core/shape.ts';
import { alias } from '../core/tensor.ts';

defineOperator({
  name: 'diagonal',
  schema: 'self: Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1',
  doc: 'The diagonal of two dimensions, put last: a view. `offset` counts upwards.',
  example: 'torch.arange(9).view(3, 3).diagonal()',
  view: true,
  grad: {
    self(grad, { meta, offset, dim1, dim2 }) {
      const zeros = grad.new_zeros(meta.self.sizes as number[]);
      zeros.diagonal(offset, dim1, dim2).copy_(grad);
      return zeros;
    },
  },
  forward({ self, offset, dim1, dim2 }) {
    const [a, b] = [wrapDim(dim1, self.ndim), wrapDim(dim2, self.ndim)];
    if (a === b) throw new RuntimeError(`diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
    const length =
      offset >= 0
        ? Math.max(Math.min(self.sizes[a], self.sizes[b] - offset), 0)
        : Math.max(Math.min(self.sizes[a] + offset, self.sizes[b]), 0);
    const skipped = offset >= 0 ? offset * self.strides[b] : -offset * self.strides[a];
    const others = self.sizes.map((_, dim) => dim).filter((dim) => dim !== a && dim !== b);
    return alias(
      self,
      [...others.map((dim) => self.sizes[dim]), length],
      [...others.map((dim) => self.strides[dim]), self.strides[a] + self.strides[b]],
      self.offset + (length > 0 ? skipped : 0),
    );
  },
});

defineOperator({
  name: 'diag_embed',
  schema: 'self: Tensor, offset: int = 0, dim1: int = -2, dim2: int = -1',
  doc: 'Zeros with the last dimension as a diagonal of two new ones.',
  example: 'torch.tensor([1, 2]).diag_embed()',
  gradName: 'DiagEmbedBackward0',
  grad: { self: (grad, { offset, dim1, dim2 }) => grad.diagonal(offset, dim1, dim2) },
  forward({ self, offset, dim1, dim2 }) {
    const ndim = self.ndim + 1;
    const [a, b] = [wrapDim(dim1, ndim), wrapDim(dim2, ndim)];
    if (a === b) throw new RuntimeError(`diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
    const length = self.sizes[self.ndim - 1] + Math.abs(offset);
    const rest = [...self.sizes.slice(0, -1)];
    const sizes = Array.from({ length: ndim }, (_, dim) =>
      dim === a || dim === b ? length : (rest.shift() as number),
    );
    const zeros = self.new_zeros(sizes);
    zeros.diagonal(offset, a, b).copy_(self);
    return zeros;
  },
});

defineOperator({
  name: 'diag',
  schema: 'self: Tensor, diagonal: int = 0',
  doc: 'The diagonal of a matrix, or the matrix of a diagonal.',
  example: 'torch.tensor([1, 2]).diag()',
  forward({ self, diagonal }) {
    if (self.ndim === 1) return self.diag_embed(diagonal);
    if (self.ndim === 2) return self.diagonal(diagonal).clone();
    throw new RuntimeError(`diag(): Supports 1D or 2D tensors. Got ${self.ndim}D`);
  },
});

defineOperator({
  name: 'diagflat',
  schema: 'self: Tensor, offset: int = 0',
  doc: 'All elements as the diagonal of a matrix.',
  example: 'torch.tensor([[1, 2], [3, 4]]).diagflat()',
  forward: ({ self, offset }) => self.reshape(-1).diag(offset),
});
