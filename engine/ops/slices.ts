/** Whole slices along a dimension by a vector of indices: index_select, index_add, index_copy, index_fill. */

import { int32, int64, type Scalar } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { toNumbers } from '../core/reading.ts';
import { sameSizes, shapeText, wrapDim } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { runScatter, writer } from './scatter.ts';
import { choose } from './support.ts';

function vectorIndex(name: string, index: Tensor): Tensor {
  if (index.ndim > 1) throw new IndexError(`${name}(): Index is supposed to be a vector`);
  if (index.dtype !== int64 && index.dtype !== int32) {
    throw new RuntimeError(`${name}(): Expected dtype int32 or int64 for index`);
  }
  return index.reshape(-1);
}

/** An index of the shape of `like` that repeats a vector along all other dimensions. */
function alongDim(index: Tensor, dim: number, like: readonly number[]): Tensor {
  const shape = like.map((_, own) => (own === dim ? index.numel() : 1));
  return index.view(shape).expand(like as number[]);
}

/** @throws in the words of the kernel that PyTorch takes for that dimension. On a GPU reading the index would wait. */
function refuseOutside(index: Tensor, dim: number, self: Tensor): void {
  if (!index.is_cpu) return;
  const size = self.sizes[dim];
  const outside = toNumbers(index).find((value) => value < 0 || value >= size);
  if (outside === undefined) return;
  if (dim !== 1) throw new IndexError('index out of range in self');
  throw new RuntimeError(`INDICES element is out of DATA bounds, id=${outside} axis_dim=${size}`);
}

defineOperator({
  name: 'index_select',
  schema: 'self: Tensor, dim: int, index: Tensor',
  doc: 'The slices along a dimension that a vector of indices names, copied.',
  example: 'torch.tensor([[1, 2], [3, 4]]).index_select(1, torch.tensor([1, 0]))',
  grad: {
    self: (grad, { meta, dim, index }) =>
      grad.new_zeros(meta.self.sizes as number[]).index_add(dim, index, grad),
  },
  saves: ['index'],
  forward({ self, dim, index }) {
    const own = wrapDim(dim, self.ndim);
    const vector = vectorIndex('index_select', index);
    if (self.ndim === 0) {
      if (vector.numel() === 1) return self.clone();
      throw new RuntimeError(
        `index_select(): Index to scalar can have only 1 value, got ${vector.numel()} value(s)`,
      );
    }
    refuseOutside(vector, own, self);
    const sizes = self.sizes.map((size, other) => (other === own ? vector.numel() : size));
    return self.gather(own, alongDim(vector, own, sizes));
  },
});

/** @throws where `source` is not as many slices, of the same type and sizes, as the index names. */
export function checkSource(name: string, self: Tensor, dim: number, index: Tensor, source: Tensor): void {
  const [count, given] = [index.numel(), source.ndim === 0 ? 1 : (source.sizes[dim] ?? 1)];
  const others = (tensor: Tensor): number[] => tensor.sizes.filter((_, own) => own !== dim);
  const sameSlices = sameSizes(others(self), others(source));
  if (name === 'index_add_' || name === 'index_reduce_') {
    if (source.dtype !== self.dtype) {
      throw new RuntimeError(
        `${name}(): self (${self.dtype.scalarName}) and source (${source.dtype.scalarName}) must have the same scalar type`,
      );
    }
    if (dim > 0 && dim >= source.ndim) {
      throw new RuntimeError(
        `${name}(): Indexing dim ${dim} is out of bounds of the source tensor with dim ${source.ndim}`,
      );
    }
    if (count !== given) {
      throw new RuntimeError(
        `${name}(): Number of indices (${count}) should be equal to source.size(dim): (${given}), for dim: ${dim}`,
      );
    }
    if (sameSlices) return;
    throw new RuntimeError(
      `source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = ${shapeText(self.sizes)} source.shape = ${shapeText(source.sizes)}`,
    );
  }
  if (source.dtype !== self.dtype) {
    throw new RuntimeError(
      `${name}(): self and source expected to have the same dtype, but got (self) ${self.dtype.scalarName} and (source) ${source.dtype.scalarName}`,
    );
  }
  if (source.ndim > 0 && !sameSlices) {
    throw new RuntimeError(
      `${name}(): Source/destination tensor must have same slice shapes. Destination slice shape: ${others(self).join(' ')} at dimension ${dim} and source slice shape: ${others(source).join(' ')} at dimension ${dim}.`,
    );
  }
  if (count !== given) {
    throw new IndexError(
      `${name}(): Number of indices (${count}) should be equal to source.size(dim) (${given})`,
    );
  }
}

/** @throws IndexError for an index outside of the dimension; a negative one counts only where `lowest` allows it. */
function refuseBeyond(prefix: string, index: Tensor, dim: number, size: number, lowest = 0): void {
  if (!index.is_cpu) return;
  const outside = toNumbers(index).find((value) => value < lowest || value >= size);
  if (outside === undefined) return;
  throw new IndexError(`${prefix}index ${outside} is out of bounds for dimension ${dim} with size ${size}`);
}

writer(
  'index_add',
  'self: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: Scalar = 1',
  'A copy with slices of `source`, times `alpha`, added to the slices that a vector of indices names.',
  'torch.zeros(3).index_add(0, torch.tensor([0, 0]), torch.tensor([1.5, 2]))',
  (self, args) => {
    const { dim, index, source, alpha } = args as {
      dim: number;
      index: Tensor;
      source: Tensor;
      alpha: Scalar;
    };
    const own = wrapDim(dim, self.ndim);
    if (index.dtype !== int64 && index.dtype !== int32) {
      throw new RuntimeError(
        `index_add_(): Expected dtype int32/int64 for index but got: ${index.dtype.scalarName}`,
      );
    }
    const vector = vectorIndex('index_add_', index);
    checkSource('index_add_', self, own, vector, source);
    const scaled = alpha === 1 ? source : source.mul(alpha).to(self.dtype);
    return runScatter('index_add', self, own, alongDim(vector, own, source.sizes), scaled, 'sum');
  },
  {
    self: 'grad',
    source: (grad, { dim, index, alpha }) => grad.index_select(dim, index).mul(alpha),
  },
  ['index'],
);

writer(
  'index_copy',
  'self: Tensor, dim: int, index: Tensor, source: Tensor',
  'A copy in which the slices that a vector of indices names are those of `source`.',
  'torch.zeros(3).index_copy(0, torch.tensor([2]), torch.tensor([1.5]))',
  (self, args) => {
    const { dim, index, source } = args as { dim: number; index: Tensor; source: Tensor };
    const own = wrapDim(dim, self.ndim);
    if (index.dtype !== int64) {
      throw new RuntimeError(
        `index_copy_(): Expected a long tensor for index, but got ${index.dtype.scalarName}`,
      );
    }
    const vector = vectorIndex('index_copy_', index);
    checkSource('index_copy_', self, own, vector, source);
    refuseBeyond('index_copy_(): ', vector, own, self.sizes[own] ?? 1);
    return runScatter('index_copy', self, own, alongDim(vector, own, source.sizes), source, 'set');
  },
  {
    self: (grad, { dim, index }) => grad.index_fill(dim, index, 0),
    source: (grad, { dim, index }) => grad.index_select(dim, index),
  },
  ['index'],
);

writer(
  'index_fill',
  'self: Tensor, dim: int, index: Tensor, value: Operand',
  'A copy in which the slices that a vector of indices names are one number.',
  'torch.zeros(3).index_fill(0, torch.tensor([0, 2]), 7)',
  (self, args) => {
    const { dim, index, value } = args as { dim: number; index: Tensor; value: Tensor | Scalar };
    const own = wrapDim(dim, self.ndim);
    if (value instanceof Tensor && value.ndim > 0) {
      throw new RuntimeError(
        `index_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.ndim} dimension(s).`,
      );
    }
    if (index.dtype !== int64) throw new IndexError('index_fill_(): Expected dtype int64 for index.');
    if (index.ndim > 1) throw new RuntimeError('Index has to be a vector/scalar');
    const vector = index.reshape(-1);
    const size = self.sizes[own] ?? 1;
    refuseBeyond('', vector, own, size, -size);
    const sizes = self.sizes.map((size, other) => (other === own ? vector.numel() : size));
    const filled = value instanceof Tensor ? value.to(self.dtype) : self.new_full([], value);
    return runScatter(
      'index_fill',
      self,
      own,
      alongDim(choose(vector.lt(0), vector.add(size), vector), own, sizes),
      filled.expand(sizes),
      'set',
    );
  },
  {
    self: (grad, { dim, index }) => grad.index_fill(dim, index, 0),
    value: (grad, { dim, index }) => grad.index_select(dim, index).sum(),
  },
  ['index'],
);
