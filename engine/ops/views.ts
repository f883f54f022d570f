/** Views: other sizes and strides on the same memory. Nothing here copies an element. */

import { provideViewNode } from '../autograd/graph.ts';
import { OperatorNode } from '../autograd/operator-node.ts';
import { int64 } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { call, defineOperator, operatorNamed } from '../core/operator.ts';
import {
  distinctDims,
  expandStrides,
  hasInternalOverlap,
  inferSizes,
  numelOf,
  shapeText,
  viewStrides,
  wrapDim,
} from '../core/shape.ts';
import { alias, type Tensor } from '../core/tensor.ts';

defineOperator({
  name: 'view',
  schema: 'self: Tensor, size: int...',
  doc: 'The same elements under other sizes, on the same memory. One size may be -1. Fails where no strides can do it.',
  example: 'torch.arange(6).view(2, 3)',
  as: 'method',
  view: true,
  grad: { self: (grad, { meta }) => grad.reshape(meta.self.sizes) },
  forward({ self, size }) {
    const sizes = inferSizes(size, self.numel());
    const strides = viewStrides(self.sizes, self.strides, sizes);
    if (strides) return alias(self, sizes, strides);
    throw new RuntimeError(
      "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
    );
  },
});

defineOperator({
  name: 'view_as',
  schema: 'self: Tensor, other: Tensor',
  doc: "This tensor viewed with the other's sizes.",
  example: 'torch.arange(4).view_as(torch.zeros(2, 2))',
  as: 'method',
  forward: ({ self, other }) => self.view(other.sizes as number[]),
});

defineOperator({
  name: 'reshape',
  schema: 'self: Tensor, shape: int...',
  doc: 'The same elements under other sizes: a view where possible, a copy otherwise.',
  example: 'torch.arange(6).reshape(3, 2)',
  forward({ self, shape }) {
    const sizes = inferSizes(shape, self.numel());
    if (viewStrides(self.sizes, self.strides, sizes)) return self.view(sizes);
    return unsafeView(self.contiguous(), sizes);
  },
});

export const unsafeView = defineOperator({
  name: '_unsafe_view',
  schema: 'self: Tensor, size: int[]',
  doc: 'A view of memory that nobody else holds: later writes to it need no tracking.',
  as: 'function',
  grad: { self: (grad, { meta }) => grad.reshape(meta.self.sizes) },
  forward: ({ self, size }) => alias(self, size, viewStrides(self.sizes, self.strides, size) as number[]),
});

defineOperator({
  name: 'transpose',
  schema: 'self: Tensor, dim0: int, dim1: int',
  doc: 'Two dimensions exchanged.',
  example: 'torch.arange(6).view(2, 3).transpose(0, 1)',
  view: true,
  grad: { self: (grad, { dim0, dim1 }) => grad.transpose(dim0, dim1) },
  forward({ self, dim0, dim1 }) {
    const [a, b] = [wrapDim(dim0, self.ndim), wrapDim(dim1, self.ndim)];
    const [sizes, strides] = [[...self.sizes], [...self.strides]];
    if (self.ndim === 0) return alias(self);
    [sizes[a], sizes[b]] = [sizes[b], sizes[a]];
    [strides[a], strides[b]] = [strides[b], strides[a]];
    return alias(self, sizes, strides);
  },
});

defineOperator({
  name: 't',
  schema: 'self: Tensor',
  doc: 'The transpose of a matrix. A vector or scalar is its own.',
  example: 'torch.arange(6).view(2, 3).t()',
  view: true,
  gradName: 'TBackward0',
  grad: { self: (grad) => grad.t() },
  forward({ self }) {
    if (self.ndim > 2) {
      throw new RuntimeError(`t() expects a tensor with <= 2 dimensions, but self is ${self.ndim}D`);
    }
    return alias(self, [...self.sizes].reverse(), [...self.strides].reverse());
  },
});

defineOperator({
  name: 'permute',
  schema: 'self: Tensor, dims: int...',
  doc: 'The dimensions in another order.',
  example: 'torch.zeros(2, 3, 4).permute(2, 0, 1).shape',
  view: true,
  grad: {
    self(grad, { dims }) {
      const inverse = new Array<number>(dims.length);
      dims.forEach((dim: number, position: number) => {
        inverse[wrapDim(dim, dims.length)] = position;
      });
      return grad.permute(inverse);
    },
  },
  forward({ self, dims }) {
    if (dims.length !== self.ndim) {
      throw new RuntimeError(
        `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${self.ndim} is not equal to len(dims) = ${dims.length}`,
      );
    }
    const order = dims.map((dim) => wrapDim(dim, self.ndim));
    if (new Set(order).size < order.length)
      throw new RuntimeError('permute(): duplicate dims are not allowed.');
    return alias(
      self,
      order.map((dim) => self.sizes[dim]),
      order.map((dim) => self.strides[dim]),
    );
  },
});

defineOperator({
  name: 'expand',
  schema: 'self: Tensor, size: int...',
  doc: 'Dimensions of size 1 repeated, and new ones put in front, without a copy: their stride is 0. -1 keeps a size.',
  example: 'torch.tensor([[1], [2]]).expand(2, 3)',
  as: 'method',
  view: true,
  grad: { self: (grad, { meta }) => grad.sum_to_size(meta.self.sizes) },
  forward({ self, size }) {
    const lead = size.length - self.ndim;
    if (lead < 0) {
      throw new RuntimeError(
        `expand(${self.dtype.className}{${shapeText(self.sizes)}}, size=${shapeText(size)}): the number of sizes provided (${size.length}) must be greater or equal to the number of dimensions in the tensor (${self.ndim})`,
      );
    }
    const sizes = [...size];
    // The last dimension that does not fit is the one that PyTorch names.
    for (let dim = size.length - 1; dim >= 0; dim--) sizes[dim] = expandedSize(self, size, dim, lead);
    return alias(self, sizes, expandedStrides(self, sizes));
  },
});

/** The size of one dimension of an expanded tensor. @throws RuntimeError where it does not fit */
function expandedSize(self: Tensor, size: readonly number[], dim: number, lead: number): number {
  const wanted = size[dim];
  const own = dim < lead ? 1 : self.sizes[dim - lead];
  if (wanted === -1) {
    if (dim >= lead) return own;
    throw new RuntimeError(
      `The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension ${dim}`,
    );
  }
  if (own === wanted || own === 1) return wanted;
  throw new RuntimeError(
    `The expanded size of the tensor (${wanted}) must match the existing size (${own}) at non-singleton dimension ${dim}.  Target sizes: ${shapeText(size)}.  Tensor sizes: ${shapeText(self.sizes)}`,
  );
}

/** A new leading dimension of size 1 gets the stride a contiguous tensor would have there, as in PyTorch; of a single number 0. */
function expandedStrides(self: Tensor, sizes: readonly number[]): number[] {
  const strides = expandStrides(self.sizes, self.strides, sizes);
  if (self.ndim === 0) return strides;
  for (let dim = sizes.length - self.ndim - 1; dim >= 0; dim--) {
    if (sizes[dim] === 1) strides[dim] = dim === sizes.length - 1 ? 1 : sizes[dim + 1] * strides[dim + 1];
  }
  return strides;
}

defineOperator({
  name: 'expand_as',
  schema: 'self: Tensor, other: Tensor',
  doc: "This tensor expanded to the other's sizes.",
  example: 'torch.tensor([true, false, true]).expand_as(torch.zeros(2, 3))',
  as: 'method',
  forward: ({ self, other }) => self.expand(other.sizes as number[]),
});

defineOperator({
  name: 'select',
  schema: 'self: Tensor, dim: int, index: int',
  doc: 'One slice along a dimension, which disappears.',
  example: 'torch.arange(6).view(2, 3).select(0, 1)',
  view: true,
  grad: {
    self: (grad, { meta, dim, index }) =>
      withSlice(grad, meta.self.sizes, (zeros) => zeros.select(dim, index)),
  },
  forward({ self, dim, index }) {
    if (self.ndim === 0) throw new IndexError('select() cannot be applied to a 0-dim tensor.');
    const own = wrapDim(dim, self.ndim);
    const size = self.sizes[own];
    if (index < -size || index >= size) {
      throw new IndexError(
        `select(): index ${index} out of range for tensor of size ${shapeText(self.sizes)} at dimension ${own}`,
      );
    }
    const position = index < 0 ? index + size : index;
    const without = (list: readonly number[]): number[] => list.filter((_, other) => other !== own);
    return alias(
      self,
      without(self.sizes),
      without(self.strides),
      self.offset + position * self.strides[own],
    );
  },
});

/** Zeros of `sizes` with `grad` written into the part that `part` takes of them. */
function withSlice(grad: Tensor, sizes: readonly number[], part: (zeros: Tensor) => Tensor): Tensor {
  const zeros = grad.new_zeros(sizes as number[]);
  part(zeros).copy_(grad);
  return zeros;
}

defineOperator({
  name: 'slice',
  schema: 'self: Tensor, dim: int = 0, start: int? = null, end: int? = null, step: int = 1',
  doc: 'The elements from `start` to before `end` along a dimension, every `step`th.',
  example: 'torch.arange(6).slice(0, 1, 5, 2)',
  as: 'method',
  view: true,
  grad: {
    self: (grad, { meta, dim, start, end, step }) =>
      withSlice(grad, meta.self.sizes, (zeros) => zeros.slice(dim, start, end, step)),
  },
  forward({ self, dim, start, end, step }) {
    const own = wrapDim(dim, self.ndim);
    const size = self.sizes[own];
    if (step <= 0) throw new RuntimeError('slice step must be positive');
    const clip = (value: number): number => Math.min(Math.max(value < 0 ? value + size : value, 0), size);
    const first = clip(start ?? 0);
    const last = Math.max(clip(end ?? size), first);
    const [sizes, strides] = [[...self.sizes], [...self.strides]];
    sizes[own] = Math.ceil((last - first) / step);
    strides[own] *= step;
    return alias(self, sizes, strides, self.offset + first * self.strides[own]);
  },
});

defineOperator({
  name: 'unsqueeze',
  schema: 'self: Tensor, dim: int',
  doc: 'A new dimension of size 1 at that place.',
  example: 'torch.tensor([1, 2]).unsqueeze(0)',
  view: true,
  grad: { self: (grad, { dim, meta }) => grad.squeeze(wrapDim(dim, meta.self.sizes.length + 1)) },
  forward({ self, dim }) {
    const own = wrapDim(dim, self.ndim + 1);
    const [sizes, strides] = [[...self.sizes], [...self.strides]];
    strides.splice(own, 0, own < self.ndim ? sizes[own] * strides[own] : 1);
    sizes.splice(own, 0, 1);
    return alias(self, sizes, strides);
  },
});

defineOperator({
  name: 'squeeze',
  schema: 'self: Tensor, dim: int|int[]? = null',
  doc: 'Without its dimensions of size 1: all of them, or those named that have it.',
  example: 'torch.zeros(1, 3, 1).squeeze().shape',
  view: true,
  gradName: ({ dim }) =>
    dim === null ? 'SqueezeBackward0' : Array.isArray(dim) ? 'SqueezeBackward2' : 'SqueezeBackward1',
  grad: { self: (grad, { meta }) => grad.reshape(meta.self.sizes) },
  forward({ self, dim }) {
    const named = dim === null ? null : new Set(distinctDims([dim].flat(), self.ndim));
    const kept = self.sizes
      .map((_, own) => own)
      .filter((own) => self.sizes[own] !== 1 || (named && !named.has(own)));
    return alias(
      self,
      kept.map((own) => self.sizes[own]),
      kept.map((own) => self.strides[own]),
    );
  },
});

defineOperator({
  name: 'unbind',
  schema: 'self: Tensor, dim: int = 0',
  doc: 'All slices along a dimension, which disappears, as an array of views.',
  example: 'torch.arange(6).view(2, 3).unbind()',
  returns: 'Tensor[]',
  view: true,
  grad: {
    self(_grad, { meta, dim, grads }) {
      const own = wrapDim(dim, meta.self.sizes.length);
      const sizes = meta.self.sizes.filter((_, other) => other !== own);
      const given = grads.find((one) => one !== null) as Tensor;
      return call(
        'stack',
        grads.map((one) => one ?? given.new_zeros(sizes)),
        own,
      );
    },
  },
  forward({ self, dim }) {
    if (self.ndim === 0) throw new IndexError(`Dimension specified as ${dim} but tensor has no dimensions`);
    const own = wrapDim(dim, self.ndim);
    const without = (list: readonly number[]): number[] => list.filter((_, other) => other !== own);
    return Array.from({ length: self.sizes[own] }, (_, position) =>
      alias(self, without(self.sizes), without(self.strides), self.offset + position * self.strides[own]),
    );
  },
});

defineOperator({
  name: 'as_strided',
  schema: 'self: Tensor, size: int[], stride: int[], storage_offset: int? = null',
  doc: 'Any sizes and strides on the same storage. @throws RuntimeError where they reach outside of it.',
  example: 'torch.arange(9).as_strided([2, 2], [3, 1])',
  view: true,
  grad: { self: (grad, context) => scatterStrided(grad, context.meta.self, context) },
  forward({ self, size, stride, storage_offset }) {
    if (size.length !== stride.length) throw new RuntimeError('mismatch in length of strides and shape');
    if (stride.some((step) => step < 0)) {
      throw new RuntimeError(
        `as_strided: Negative strides are not supported at the moment, got strides: ${shapeText(stride)}`,
      );
    }
    const offset = storage_offset ?? self.offset;
    if (offset < 0) throw new RuntimeError(`Tensor: invalid storage offset ${offset}`);
    const last = size.reduce((sum, extent, dim) => sum + (extent - 1) * stride[dim], offset);
    const capacity = self.storage.nbytes / self.dtype.itemsize;
    if (numelOf(size) > 0 && last >= capacity) {
      throw new RuntimeError(
        `setStorage: sizes ${shapeText(size)}, strides ${shapeText(stride)}, storage offset ${offset}, and itemsize ${self.dtype.itemsize} requiring a storage size of ${(last + 1) * self.dtype.itemsize} are out of bounds for storage of size ${self.storage.nbytes}`,
      );
    }
    return alias(self, size, stride, offset);
  },
});

type Geometry = Pick<Tensor, 'sizes' | 'strides' | 'offset'>;

/**
 * The gradient of as_strided: what was read from an address is added back at that address. Addresses are found by
 * viewing a range of numbers as both geometries, so overlapping and repeated elements add up.
 */
function scatterStrided(
  grad: Tensor,
  input: Geometry,
  view: { size: number[]; stride: number[]; storage_offset: number | null },
): Tensor {
  const reach = ({ sizes, strides, offset }: Geometry): number =>
    sizes.reduce((sum, extent, dim) => sum + Math.max(extent - 1, 0) * strides[dim], offset) + 1;
  const output = { sizes: view.size, strides: view.stride, offset: view.storage_offset ?? input.offset };
  const capacity = Math.max(reach(input), reach(output));
  const addresses = call('arange', capacity, { dtype: int64, device: grad.device }) as Tensor;
  const at = ({ sizes, strides, offset }: Geometry): Tensor =>
    alias(addresses, sizes, strides, offset).reshape(-1);
  const memory = grad.new_zeros(capacity).index_put_([at(output)], grad.reshape(-1), true);
  if (hasInternalOverlap(input.sizes, input.strides)) {
    // An address that several elements of the input share is read as any of them: each gets its part.
    const shared = at(input);
    const sharers = grad.new_zeros(capacity).index_put_([shared], grad.new_ones([]), true);
    return memory
      .div(sharers)
      .index(shared)
      .reshape(input.sizes as number[]);
  }
  return memory.index(at(input)).reshape(input.sizes as number[]);
}

provideViewNode((viewTensor) => {
  const base = viewTensor.viewInfo?.base as Tensor;
  const { sizes, strides, offset, dtype, storage } = viewTensor;
  const node = new OperatorNode(operatorNamed('as_strided').record, {
    self: base,
    size: [...sizes],
    stride: [...strides],
    storage_offset: offset,
  });
  node.outputs[0] = { sizes, dtype, device: storage.device };
  return node;
});
