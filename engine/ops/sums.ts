/** Sums, means, products and counts over some or all dimensions. */

import { bool, type DType, float16, float32, get_default_dtype, int64, uint8 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { numelOf, sameSizes, shapeText, wrapDim, wrapDims } from '../core/shape.ts';
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
  if (!keepdim && dim !== null && sizes.length > 0) {
    for (const own of wrapDims(dim, sizes.length)) spread = spread.unsqueeze(own);
  }
  return spread.expand(sizes as number[]);
}

/** What is summed or multiplied as `dtype`: floats as whole numbers or the reverse, and the low bits of an int64. */
function entering(self: Tensor, dtype: DType): Tensor {
  const isCut = self.dtype === int64 && dtype.itemsize < int64.itemsize && dtype !== bool;
  return isCut || dtype.is_floating_point !== self.dtype.is_floating_point ? self.to(dtype) : self;
}

/** How many elements each result of a reduction is made of. */
export function reducedCount(sizes: readonly number[], dim: readonly number[] | null): number {
  return numelOf(wrapDims(dim, sizes.length).map((own) => sizes[own]));
}

defineOperator({
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
    const source = entering(self, result);
    return reduce(result === bool ? 'any' : 'sum', source, wrapDims(dim, self.ndim), keepdim, result);
  },
});

defineOperator({
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
    // The sum of float16 numbers soon passes their range.
    const total = self.sum(dim as number[], { keepdim, dtype: result === float16 ? float32 : result });
    return total.div_(reducedCount(self.sizes, dim)).to(result);
  },
});

/** Products of all elements but one each, without a division, which a zero forbids. */
function othersProduct(self: Tensor, dim: number): Tensor {
  const size = self.sizes[dim];
  const ones = self.narrow(dim, 0, 1).detach().new_ones(withOne(self.sizes, dim));
  const join = (parts: Tensor[]): Tensor => call('cat', parts, dim);
  const reversed = (tensor: Tensor): Tensor => call('flip', tensor, [dim]);
  const before = join([ones, self.narrow(dim, 0, size - 1)]).cumprod(dim);
  const after = reversed(join([ones, reversed(self.narrow(dim, 1, size - 1))]).cumprod(dim));
  return before.mul(after);
}

const withOne = (sizes: readonly number[], dim: number): number[] =>
  sizes.map((size, own) => (own === dim ? 1 : size));

defineOperator({
  name: 'prod',
  schema: 'self: Tensor, dim: int? = null, keepdim: bool = false, *, dtype: dtype? = null',
  doc: 'The product of all elements, or along a dimension. Integers and bools multiply to int64.',
  example: 'torch.tensor([[1, 2], [3, 4]]).prod(0)',
  gradName: ({ dim }) => (dim === null ? 'ProdBackward0' : 'ProdBackward1'),
  grad: {
    self(grad, { self, dim, keepdim }) {
      const cast = self.to(grad.dtype);
      if (self.ndim === 0) return grad;
      const own = dim === null ? 0 : wrapDim(dim, self.ndim);
      const slopes =
        dim === null ? othersProduct(cast.reshape(-1), 0).view(self.sizes) : othersProduct(cast, own);
      return unreduce(grad, self.sizes, dim === null ? null : [own], keepdim).mul(slopes);
    },
  },
  saves: ['self'],
  forward({ self, dim, keepdim, dtype }) {
    const result = dtype ?? (self.dtype.is_floating_point ? self.dtype : int64);
    const source = entering(self, result);
    return reduce(
      result === bool ? 'all' : 'prod',
      source,
      wrapDims(dim === null ? null : [dim], self.ndim),
      keepdim,
      result,
    );
  },
});

for (const [name, doc] of [
  ['any', 'Whether any element is true (not zero), of all or along dimensions.'],
  ['all', 'Whether all elements are true (not zero), of all or along dimensions.'],
] as const) {
  defineOperator({
    name,
    schema: 'self: Tensor, dim: int[]? = null, keepdim: bool = false',
    doc,
    example: `torch.tensor([true, false]).${name}()`,
    forward: ({ self, dim, keepdim }) =>
      reduce(name, self, wrapDims(dim, self.ndim), keepdim, self.dtype === uint8 ? uint8 : bool),
  });
}

defineOperator({
  name: 'nansum',
  schema: 'self: Tensor, dim: int[]? = null, keepdim: bool = false, *, dtype: dtype? = null',
  doc: 'The sum of all elements that are numbers: nan counts as 0.',
  example: 'torch.tensor([1, NaN, 2]).nansum()',
  grad: {
    self: (grad, { self, dim, keepdim }) =>
      unreduce(grad.to(self.dtype), self.sizes, dim, keepdim).mul(self.isnan().logical_not()),
  },
  saves: ['self'],
  forward({ self, dim, keepdim, dtype }) {
    const numbers = self.dtype.is_floating_point ? self.masked_fill(self.isnan(), 0) : self;
    return numbers.sum(dim as number[], { keepdim, dtype });
  },
});

defineOperator({
  name: 'nanmean',
  schema: 'self: Tensor, dim: int[]? = null, keepdim: bool = false, *, dtype: dtype? = null',
  doc: 'The mean of all elements that are numbers.',
  example: 'torch.tensor([1, NaN, 2]).nanmean()',
  forward({ self, dim, keepdim, dtype }) {
    if (!self.dtype.is_floating_point) {
      throw new RuntimeError(
        `nanmean(): expected input to have floating point or complex dtype but got ${self.dtype.scalarName}`,
      );
    }
    const count = self
      .detach()
      .isnan()
      .logical_not()
      .sum(dim as number[], { keepdim });
    return self.nansum(dim as number[], { keepdim, dtype }).div(count);
  },
});

defineOperator({
  name: 'count_nonzero',
  schema: 'self: Tensor, dim: int[]? = null',
  doc: 'How many elements are not zero, of all or along dimensions.',
  example: 'torch.tensor([0, 1, 2]).count_nonzero()',
  forward: ({ self, dim }) =>
    self
      .detach()
      .ne(0)
      .sum(dim as number[]),
});

defineOperator({
  name: 'logsumexp',
  schema: 'self: Tensor, dim: int[], keepdim: bool = false',
  doc: 'The logarithm of the sum of exponentials along dimensions, without overflow.',
  example: 'torch.tensor([1000, 1000.5]).logsumexp(0)',
  grad: {
    self: (grad, { self, result, dim, keepdim }) =>
      unreduce(grad, self.sizes, dim, keepdim).mul(
        self.sub(unreduce(result, self.sizes, dim, keepdim)).exp(),
      ),
  },
  saves: ['self', 'result'],
  forward({ self, dim, keepdim }) {
    const floats = self.dtype.is_floating_point ? self : self.to(get_default_dtype());
    const dims = wrapDims(dim, self.ndim);
    if (self.numel() === 0) return floats.exp().sum(dims, keepdim).log();
    const largest = floats.amax(dims, true);
    const shift = largest.masked_fill(largest.isinf(), 0);
    const sum = floats.sub(shift).exp().sum(dims, keepdim);
    return sum.log().add(keepdim || self.ndim === 0 ? shift : shift.view(sum.sizes as number[]));
  },
});

defineOperator({
  name: 'sum_to_size',
  schema: 'self: Tensor, size: int...',
  doc: 'Sums over the dimensions along which a tensor of that size would be broadcast to this one.',
  example: 'torch.ones(2, 3).sum_to_size(1, 3)',
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
