/** Sums and means over some or all dimensions. */

import { type DType, int64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { numelOf, sameSizes, shapeText, wrapDims } from '../core/shape.ts';
import { alias, allocate, type Tensor } from '../core/tensor.ts';
import { type Reduction, reduceKernel } from '../devices/cpu/reduce.ts';

/** Reduces `dims` of a tensor to a new tensor of type `dtype`, keeping them with size 1 where asked to. */
export function reduce(
  kind: Reduction,
  self: Tensor,
  dims: readonly number[],
  keepdim: boolean,
  dtype: DType,
): Tensor {
  const kept = self.sizes.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const order = [...kept, ...dims];
  const source = alias(
    self,
    order.map((dim) => self.sizes[dim]),
    order.map((dim) => self.strides[dim]),
  );
  const out = allocate(
    kept.map((dim) => self.sizes[dim]),
    dtype,
    self.storage.device,
  );
  if (out.numel() > 0) reduceKernel.for(self.storage.device)(kind, source, dims.length, out);
  return keepdim ? out.view(self.sizes.map((size, dim) => (dims.includes(dim) ? 1 : size))) : out;
}

/** Spreads the gradient of a reduction over what was reduced. */
export function unreduce(
  grad: Tensor,
  sizes: readonly number[],
  dim: readonly number[] | null,
  keepdim: boolean,
): Tensor {
  let spread = grad;
  if (!keepdim && sizes.length > 0) {
    for (const own of wrapDims(dim, sizes.length)) spread = spread.unsqueeze(own);
  }
  return spread.expand(sizes as number[]);
}

/** How many elements each result of a reduction is made of. */
export function reducedCount(sizes: readonly number[], dim: readonly number[] | null): number {
  return numelOf(wrapDims(dim, sizes.length).map((own) => sizes[own]));
}

export const sum = defineOperator({
  name: 'sum',
  schema: 'self: Tensor, dim: int[]? = null, keepdim: bool = false, *, dtype: dtype? = null',
  doc: 'The sum of all elements, or along dimensions. Integers and bools sum to int64.',
  example: 'torch.tensor([[1, 2], [3, 4]]).sum(0)',
  gradName: ({ dim }) => (dim === null ? 'SumBackward0' : 'SumBackward1'),
  grad: {
    self: (grad, { meta, dim, keepdim }) => unreduce(grad, meta.self.sizes, dim, keepdim).to(meta.self.dtype),
  },
  forward({ self, dim, keepdim, dtype }) {
    const result = dtype ?? (self.dtype.is_floating_point ? self.dtype : int64);
    const source = result.is_floating_point === self.dtype.is_floating_point ? self : self.to(result);
    return reduce('sum', source, wrapDims(dim, self.ndim), keepdim, result);
  },
});

export const mean = defineOperator({
  name: 'mean',
  schema: 'self: Tensor, dim: int[]? = null, keepdim: bool = false, *, dtype: dtype? = null',
  doc: 'The mean of all elements, or along dimensions, of a floating point tensor.',
  example: 'torch.tensor([1.5, 2.5]).mean()',
  gradName: ({ dim }) => (dim === null ? 'MeanBackward0' : 'MeanBackward1'),
  grad: {
    self: (grad, { meta, dim, keepdim }) =>
      unreduce(grad, meta.self.sizes, dim, keepdim)
        .div(reducedCount(meta.self.sizes, dim))
        .to(meta.self.dtype),
  },
  forward({ self, dim, keepdim, dtype }) {
    const result = dtype ?? self.dtype;
    if (!result.is_floating_point) {
      const what = dtype
        ? 'Optional dtype must be either a floating point or complex dtype'
        : 'Input dtype must be either a floating point or complex dtype';
      throw new RuntimeError(`mean(): could not infer output dtype. ${what}. Got: ${result.scalarName}`);
    }
    return self.sum(dim as number[], { keepdim, dtype: result }).div_(reducedCount(self.sizes, dim));
  },
});

defineOperator({
  name: 'sum_to_size',
  schema: 'self: Tensor, size: int...',
  doc: 'Sums over the dimensions along which a tensor of that size would be broadcast to this one.',
  as: 'method',
  forward({ self, size }) {
    if (sameSizes(self.sizes, size)) return self;
    const lead = self.ndim - size.length;
    const repeated = self.sizes
      .map((_, dim) => dim)
      .filter((dim) => dim < lead || (size[dim - lead] === 1 && self.sizes[dim] !== 1));
    const fits = lead >= 0 && size.every((wanted, dim) => wanted === 1 || wanted === self.sizes[dim + lead]);
    if (!fits)
      throw new RuntimeError(
        `size {${shapeText(size)}} is not expandable to size {${shapeText(self.sizes)}}.`,
      );
    const summed = repeated.length > 0 ? self.sum(repeated, { keepdim: true }) : self;
    return lead > 0 ? summed.view(size) : summed;
  },
});
