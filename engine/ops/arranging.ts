/** Arranging copies: stacking, repeating, rolling, flipping, triangles. */

import './joining.ts';
import { bool, int64 } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { call, defineAlias, defineOperator } from '../core/operator.ts';
import { contiguousStrides, sameSizes, shapeText, wrapDim, wrapDims } from '../core/shape.ts';
import { alias, Tensor } from '../core/tensor.ts';
import { contiguous_format } from './copy.ts';
import { preservedStrides } from './creation.ts';
import { refuseUnknownSize, throwNotImplemented } from './support.ts';

defineAlias('concat', 'cat');
defineAlias('concatenate', 'cat');

function stacker(name: string, doc: string, join: (tensors: Tensor[]) => Tensor): void {
  defineOperator({
    name,
    schema: 'tensors: Tensor[]',
    doc,
    example: `torch.${name}([torch.tensor([1, 2]), torch.tensor([3, 4])])`,
    as: 'function',
    forward({ tensors }) {
      if (tensors.length === 0) throw new RuntimeError(`${name} expects a non-empty TensorList`);
      return join(tensors);
    },
  });
}

const atLeast = (count: 1 | 2 | 3, tensors: Tensor[]): Tensor[] =>
  tensors.map((tensor) => call(`atleast_${count}d`, tensor));

stacker('hstack', 'Tensors joined side by side: along dimension 1, vectors along 0.', (tensors) => {
  const list = atLeast(1, tensors);
  return call('cat', list, list[0].ndim === 1 ? 0 : 1);
});
stacker('vstack', 'Tensors joined one below the other; vectors count as rows.', (tensors) =>
  call('cat', atLeast(2, tensors), 0),
);
stacker('dstack', 'Tensors joined along the third dimension.', (tensors) =>
  call('cat', atLeast(3, tensors), 2),
);
stacker('column_stack', 'Tensors joined side by side; vectors count as columns.', (tensors) =>
  call(
    'hstack',
    tensors.map((tensor) => (tensor.ndim <= 1 ? tensor.reshape(tensor.numel(), 1) : tensor)),
  ),
);
defineAlias('row_stack', 'vstack');

defineOperator({
  name: 'repeat',
  schema: 'self: Tensor, repeats: int...',
  doc: 'So many copies of the tensor along each dimension; more numbers than dimensions make new ones in front.',
  example: 'torch.tensor([1, 2]).repeat(2, 2)',
  as: 'method',
  grad: { self: (grad, { meta, repeats }) => unrepeat(grad, meta.self.sizes, repeats) },
  forward({ self, repeats }) {
    if (repeats.length < self.ndim) {
      throw new RuntimeError(
        'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
      );
    }
    const negative = repeats.find((count) => count < 0);
    const padded = [...new Array<number>(repeats.length - self.ndim).fill(1), ...self.sizes];
    if (negative !== undefined) {
      throw new RuntimeError(
        `Trying to create tensor with negative dimension ${negative * padded[repeats.indexOf(negative)]}: ${shapeText(padded.map((size, dim) => size * repeats[dim]))}`,
      );
    }
    // A dimension of copies beside each dimension of elements, then both as one.
    const spread = self
      .view(padded.flatMap((size) => [1, size]))
      .expand(padded.flatMap((size, dim) => [repeats[dim], size]));
    // Always a copy, where reshape would hand back a view if it could.
    const copies = call('empty', spread.sizes, { dtype: self.dtype, device: self.device }).copy_(spread);
    return copies.view(padded.map((size, dim) => size * repeats[dim]));
  },
});

function unrepeat(grad: Tensor, sizes: readonly number[], repeats: readonly number[]): Tensor {
  const padded = [...new Array<number>(repeats.length - sizes.length).fill(1), ...sizes];
  const split = grad.reshape(padded.flatMap((size, dim) => [repeats[dim], size]));
  return split.sum(padded.map((_, dim) => 2 * dim)).reshape(sizes as number[]);
}

defineOperator({
  name: 'tile',
  schema: 'self: Tensor, dims: int...',
  doc: 'Copies along each dimension, as `repeat` makes them; missing numbers count as 1.',
  example: 'torch.tensor([1, 2]).tile(2, 2)',
  forward({ self, dims }) {
    const missing = Math.max(self.ndim - dims.length, 0);
    return self.repeat([...new Array<number>(missing).fill(1), ...dims]);
  },
});

defineOperator({
  name: 'repeat_interleave',
  schema: 'self: Tensor, repeats: any = null, dim: int? = null, *, output_size: int? = null',
  doc: 'Each element (or slice along a dimension) so many times in a row.',
  example: 'torch.tensor([1, 2]).repeat_interleave(2)',
  forward({ self, repeats, dim }) {
    if (repeats === null) return spreadPositions(self);
    if (typeof repeats === 'number' && repeats < 0) throw new RuntimeError('Repeats must be non-negative');
    const source = dim === null ? self.reshape(-1) : self;
    const own = wrapDim(dim ?? 0, source.ndim);
    const size = source.sizes[own] ?? 1;
    if (typeof repeats === 'number' && source.ndim > 0) {
      const [before, after] = [source.sizes.slice(0, own + 1), source.sizes.slice(own + 1)];
      const repeated = source.unsqueeze(own + 1).expand(...before, repeats, ...after);
      return repeated.clone({ memory_format: contiguous_format }).flatten(own, own + 1);
    }
    if (repeats instanceof Tensor)
      refuseUnknownSize('the sum of the repeats', repeats, 'give them on the cpu');
    const given =
      repeats instanceof Tensor
        ? Array.from(repeats.toTypedArray() as ArrayLike<number | bigint>, Number)
        : [Number(repeats)];
    if (given.length !== 1 && given.length !== size) {
      throw new RuntimeError(
        `repeats must have the same size as input along dim, but got repeats.size(0) = ${given.length} and input.size(${own}) = ${size}`,
      );
    }
    const counts = given.length === 1 ? new Array<number>(size).fill(given[0]) : given;
    if (counts.some((count) => count < 0)) throw new RuntimeError('repeats can not be negative');
    const positions = counts.flatMap((count, position) => new Array<number>(count).fill(position));
    return source.index_select(own, call('tensor', positions, { dtype: int64, device: self.device }));
  },
});

/** Position k so many times as element k says. */
function spreadPositions(counts: Tensor): Tensor {
  refuseUnknownSize('the sum of the repeats', counts, 'give them on the cpu');
  const list = Array.from(counts.toTypedArray() as ArrayLike<number | bigint>, Number);
  return call(
    'tensor',
    list.flatMap((count, position) => new Array<number>(count).fill(position)),
    { dtype: int64 },
  );
}

defineOperator({
  name: 'roll',
  schema: 'self: Tensor, shifts: int[], dims: int[] = []',
  doc: 'Elements moved along dimensions, those that fall off coming in again at the other end.',
  example: 'torch.tensor([1, 2, 3]).roll(1)',
  grad: {
    self: (grad, { shifts, dims }) =>
      grad.roll(
        shifts.map((shift: number) => -shift),
        dims,
      ),
  },
  forward({ self, shifts, dims }) {
    if (shifts.length === 0) throw new RuntimeError('`shifts` required');
    if (self.numel() === 0) return self.clone();
    if (dims.length === 0) {
      if (shifts.length > 1)
        throw new RuntimeError(`shifts and dimensions must align. shifts: ${shifts.length}, dims:0`);
      return rollOne(self.reshape(-1), shifts[0], 0).view(self.sizes as number[]);
    }
    if (self.ndim === 0) {
      throw new IndexError(`Dimension specified as ${dims[0]} but tensor has no dimensions`);
    }
    if (dims.length !== shifts.length) {
      throw new RuntimeError(
        `shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`,
      );
    }
    return dims.reduce(
      (rolled, dim, k) => rollOne(rolled, shifts[k], wrapDim(dim, self.ndim)),
      self.contiguous(),
    );
  },
});

function rollOne(self: Tensor, shift: number, dim: number): Tensor {
  const size = self.sizes[dim];
  if (size === 0) return self.clone();
  const start = (((size - shift) % size) + size) % size;
  return call('cat', [self.narrow(dim, start, size - start), self.narrow(dim, 0, start)], dim);
}

defineOperator({
  name: 'flip',
  schema: 'self: Tensor, dims: int...',
  doc: 'Dimensions in reverse order, copied.',
  example: 'torch.tensor([[1, 2], [3, 4]]).flip(0)',
  grad: { self: (grad, { dims }) => grad.flip(dims) },
  forward({ self, dims }) {
    const own = dims.length === 0 ? [] : wrapDims(dims, self.ndim);
    const flipped = own.reduce((part, dim) => part.index_select(dim, backwards(self, dim)), self.clone());
    const isLaid = sameSizes(flipped.strides, preservedStrides(self));
    return isLaid ? flipped : call('empty_like', self).copy_(flipped);
  },
});

function backwards(self: Tensor, dim: number): Tensor {
  const last = self.sizes[dim] - 1;
  return call('arange', 0, self.sizes[dim], { device: self.device }).neg().add(last);
}

defineOperator({
  name: 'fliplr',
  schema: 'self: Tensor',
  doc: 'The columns in reverse order.',
  example: 'torch.arange(6).reshape(2, 3).fliplr()',
  forward({ self }) {
    if (self.ndim < 2) throw new RuntimeError('Input must be >= 2-d.');
    return self.flip(1);
  },
});

defineOperator({
  name: 'flipud',
  schema: 'self: Tensor',
  doc: 'The rows in reverse order.',
  example: 'torch.arange(6).reshape(2, 3).flipud()',
  forward({ self }) {
    if (self.ndim < 1) throw new RuntimeError('Input must be >= 1-d.');
    return self.flip(0);
  },
});

defineOperator({
  name: 'rot90',
  schema: 'self: Tensor, k: int = 1, dims: int[] = []',
  doc: 'Turned by k quarters in the plane of two dimensions (the first two where none are given).',
  example: 'torch.tensor([[1, 2], [3, 4]]).rot90()',
  grad: { self: (grad, { k, dims }) => grad.rot90(-k, dims) },
  gradName: 'Rot90Backward0',
  forward({ self, k, dims }) {
    const [a, b] = dims.length === 0 ? [0, 1] : dims;
    if (dims.length !== 0 && dims.length !== 2) {
      throw new RuntimeError(`expected total rotation dims == 2, but got dims = ${dims.length}`);
    }
    if (self.ndim < 2) throw new RuntimeError(`expected total dims >= 2, but got total dims = ${self.ndim}`);
    if (wrapDim(a, self.ndim) === wrapDim(b, self.ndim)) {
      throw new RuntimeError(`expected rotation dims to be different, but got dim0 = ${a} and dim1 = ${b}`);
    }
    switch (((k % 4) + 4) % 4) {
      case 1:
        return self.flip(b).transpose(a, b);
      case 2:
        return self.flip(a, b);
      case 3:
        return self.flip(a).transpose(a, b);
      default:
        return self.clone();
    }
  },
});

/** True at and below (or at and above) a diagonal of a matrix. */
function triangle(self: Tensor, diagonal: number, isLower: boolean): Tensor {
  const [rows, columns] = self.sizes.slice(-2);
  const row = call('arange', rows, { device: self.device }).unsqueeze(1);
  const column = call('arange', columns, { device: self.device });
  return isLower ? column.sub(row).le(diagonal) : column.sub(row).ge(diagonal);
}

function definedTriangle(name: 'tril' | 'triu', words: string): void {
  const isLower = name === 'tril';
  const schema = 'self: Tensor, diagonal: int = 0';
  const check = (self: Tensor): void => {
    if (self.ndim < 2) throw new RuntimeError(`${name}: input tensor must have at least 2 dimensions`);
  };
  defineOperator({
    name,
    schema,
    doc: `The matrix with zeros ${words} a diagonal.`,
    example: `torch.ones(2, 3).${name}()`,
    grad: { self: (grad, { diagonal }) => (isLower ? grad.tril(diagonal) : grad.triu(diagonal)) },
    forward({ self, diagonal }) {
      check(self);
      const result = call('where', triangle(self, diagonal, isLower), self, 0).to(self.dtype);
      return alias(result.contiguous(), self.sizes, contiguousStrides(self.sizes));
    },
  });
  defineOperator({
    name: `${name}_`,
    schema,
    doc: `In-place form of \`${name}\`.`,
    as: 'method',
    gradName: isLower ? 'TrilBackward0' : 'TriuBackward0',
    mutates: true,
    grad: { self: (grad, { diagonal }) => (isLower ? grad.tril(diagonal) : grad.triu(diagonal)) },
    forward({ self, diagonal }) {
      check(self);
      return self.copy_(call('where', triangle(self, diagonal, isLower), self, 0));
    },
  });
}

definedTriangle('tril', 'above');
definedTriangle('triu', 'below');

defineOperator({
  name: 'trace',
  schema: 'self: Tensor',
  doc: 'The sum of the diagonal of a matrix.',
  example: 'torch.tensor([[1, 2], [3, 4]]).trace()',
  grad: {
    self: (grad, { meta }) =>
      grad.mul(call('eye', ...meta.self.sizes, { dtype: grad.dtype, device: grad.device })),
  },
  forward({ self }) {
    if (self.ndim !== 2)
      throw new RuntimeError(`trace: expected a matrix, but got tensor with dim ${self.ndim}`);
    if (self.dtype === bool) throwNotImplemented('trace', bool);
    return self.diagonal().sum();
  },
});
