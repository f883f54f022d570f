/** Sorting, and picking elements by their rank. */

import { bool, type DType, int64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { valuesIndices } from '../core/pairs.ts';
import { wrapDim } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { pickKernel, topkKernel } from '../devices/cpu/pick.ts';
import { alongLast } from '../devices/cpu/rows.ts';
import { sortKernel } from '../devices/cpu/sort.ts';
import { preservedStrides } from './creation.ts';
import { checkDimNotEmpty, rowResult } from './extremes.ts';
import { selectionBackward } from './selection.ts';
import { throwNotImplemented, zerosLike } from './support.ts';

const sort = defineOperator({
  name: 'sort',
  schema: 'self: Tensor, dim: int = -1, descending: bool = false, *, stable: bool? = null',
  doc: 'The elements in order along a dimension, and where they were. Equal elements keep their order; nan counts as greatest.',
  example: 'torch.tensor([3, 1, 2]).sort()',
  returns: 'ValuesIndices',
  gradName: ({ stable }) => (stable === null ? 'SortBackward0' : 'SortBackward1'),
  grad: { self: selectionBackward },
  saves: ['result1'],
  forward({ self, dim, descending }) {
    const own = wrapDim(dim, self.ndim);
    const like = (dtype: DType): Tensor =>
      allocate(self.sizes, dtype, self.storage.device, preservedStrides(self));
    const [values, indices] = [like(self.dtype), like(int64)];
    if (self.numel() > 0) {
      const rows = [self, values, indices].map((tensor) => alongLast(tensor, own));
      sortKernel.for(self.storage.device)(rows[0], rows[1], rows[2], descending);
    }
    return valuesIndices('sort', values, indices);
  },
});

defineOperator({
  name: 'argsort',
  schema: 'self: Tensor, dim: int = -1, descending: bool = false, *, stable: bool? = null',
  doc: 'Where the elements are that a sort would put in each place.',
  example: 'torch.tensor([3, 1, 2]).argsort()',
  forward: ({ self, dim, descending }) => sort(self.detach(), dim, descending)[1],
});

defineOperator({
  name: 'msort',
  schema: 'self: Tensor',
  doc: 'The elements in order along the first dimension.',
  example: 'torch.tensor([3, 1, 2]).msort()',
  forward: ({ self }) => sort(self, 0)[0],
});

defineOperator({
  name: 'topk',
  schema: 'self: Tensor, k: int, dim: int = -1, largest: bool = true, sorted: bool = true',
  doc: 'The `k` largest (or smallest) elements along a dimension, and where they are.',
  example: 'torch.tensor([3, 1, 2]).topk(2)',
  returns: 'ValuesIndices',
  grad: { self: selectionBackward },
  saves: ['result1'],
  forward({ self, k, dim, largest, sorted }) {
    const own = wrapDim(dim, self.ndim);
    if (k < 0 || k > (self.ndim === 0 ? 1 : self.sizes[own])) {
      throw new RuntimeError('selected index k out of range');
    }
    if (self.dtype === bool) throw new RuntimeError('topk does not support bool dtypes on CPU');
    const sizes = self.sizes.map((size, other) => (other === own ? k : size));
    const [values, indices] = [self.dtype, int64].map((dtype) => allocate(sizes, dtype, self.storage.device));
    if (values.numel() > 0) {
      const rows = [self, values, indices].map((tensor) => alongLast(tensor, own));
      topkKernel.for(self.storage.device)(rows[0], rows[1], rows[2], largest, sorted);
    }
    return valuesIndices('topk', values, indices);
  },
});

/** One element picked from each row along a dimension, and where it was. */
function pickAlong(
  what: 'median' | 'nanmedian' | 'mode' | 'kth',
  self: Tensor,
  dim: number,
  keepdim: boolean,
  k = 0,
): [Tensor, Tensor] {
  const [values, valueRows] = rowResult(self, dim, keepdim, self.dtype);
  const [indices, indexRows] = rowResult(self, dim, keepdim, int64);
  if (values.numel() > 0) {
    pickKernel.for(self.storage.device)(what, alongLast(self, dim), valueRows, indexRows, k);
  }
  return [values, indices];
}

for (const [name, title, doc] of [
  ['median', 'Median', 'The middle element in order (the lower of two), nan where there is one'],
  ['nanmedian', 'Nanmedian', 'The middle element in order of those that are numbers'],
] as const) {
  const refuse = (kernel: string, self: Tensor): void => {
    if (self.dtype === bool) throwNotImplemented(kernel, bool);
  };

  const overAll = defineOperator({
    name: `_${name}_all`,
    schema: 'self: Tensor',
    doc: `${doc}, of all.`,
    as: 'function',
    gradName: `${title}Backward0`,
    grad: {
      self(grad, { self, result }) {
        const mask = self.eq(result).logical_or(self.isnan().logical_and(result.isnan()));
        return zerosLike(self).masked_fill(mask, grad.div(mask.sum()));
      },
    },
    saves: ['self', 'result'],
    forward({ self }) {
      refuse('median_cpu', self);
      if (self.numel() === 0) return call('full', [], Number.NaN, { device: self.device }).to(self.dtype);
      return pickAlong(name, self.reshape(-1), 0, false)[0];
    },
  });

  const overDim = defineOperator({
    name: `_${name}_dim`,
    schema: 'self: Tensor, dim: int, keepdim: bool',
    doc: `${doc}, along a dimension.`,
    as: 'function',
    gradName: `${title}Backward1`,
    grad: { self: selectionBackward },
    saves: ['result1'],
    forward({ self, dim, keepdim }) {
      const own = wrapDim(dim, self.ndim);
      checkDimNotEmpty('median()', self, own);
      refuse('median_out', self);
      const [values, indices] = pickAlong(name, self, own, keepdim);
      return valuesIndices(name, values, indices);
    },
  });

  defineOperator({
    name,
    schema: 'self: Tensor, dim: int? = null, keepdim: bool = false',
    doc: `${doc}: of all, or along a dimension as a pair of values and indices.`,
    example: `torch.tensor([[3, 1, 2]]).${name}(1)`,
    overloads: [
      ['self: Tensor', 'Tensor'],
      ['self: Tensor, dim: int, keepdim: bool = false', 'ValuesIndices'],
      ['self: Tensor, *, dim: int, keepdim: bool = false', 'ValuesIndices'],
    ],
    forward: ({ self, dim, keepdim }) => (dim === null ? overAll(self) : overDim(self, dim, keepdim)),
  });
}

defineOperator({
  name: 'mode',
  schema: 'self: Tensor, dim: int = -1, keepdim: bool = false',
  doc: 'The most frequent elements along a dimension (the smallest among equals), and where one of them is.',
  example: 'torch.tensor([1, 2, 2, 3]).mode()',
  returns: 'ValuesIndices',
  grad: { self: selectionBackward },
  saves: ['result1'],
  forward({ self, dim, keepdim }) {
    const own = wrapDim(dim, self.ndim);
    checkDimNotEmpty('mode()', self, own);
    const [values, indices] = pickAlong('mode', self, own, keepdim);
    return valuesIndices('mode', values, indices);
  },
});

defineOperator({
  name: 'kthvalue',
  schema: 'self: Tensor, k: int, dim: int = -1, keepdim: bool = false',
  doc: 'The `k`th smallest elements along a dimension, counted from 1, and where they are.',
  example: 'torch.tensor([3, 1, 2]).kthvalue(2)',
  returns: 'ValuesIndices',
  grad: { self: selectionBackward },
  saves: ['result1'],
  forward({ self, k, dim, keepdim }) {
    const own = wrapDim(dim, self.ndim);
    checkDimNotEmpty('kthvalue()', self, own);
    if (k < 1 || k > (self.ndim === 0 ? 1 : self.sizes[own])) {
      throw new RuntimeError(`kthvalue(): selected number k out of range for dimension ${own}`);
    }
    if (self.dtype === bool) throwNotImplemented('kthvalue_cpu', bool);
    const [values, indices] = pickAlong('kth', self, own, keepdim, k);
    return valuesIndices('kthvalue', values, indices);
  },
});
