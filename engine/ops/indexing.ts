/** Python's brackets: reading `a[…]` with `index`, writing `a[…] = v` with `index_put_`. */

import { int64, type Scalar } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import {
  applyBasic,
  checkMask,
  type IndexEntry,
  isMask,
  type NestedIndex,
  parseIndex,
} from '../core/indexing.ts';
import { call, defineOperator } from '../core/operator.ts';
import { outputStrides } from '../core/pointwise.ts';
import { broadcastShapes, sameSizes, shapeText } from '../core/shape.ts';
import { alias, allocate, Tensor } from '../core/tensor.ts';
import { checkBounds, type IndexPlan, indexKernel, indexPutKernel } from '../devices/cpu/gather.ts';

/** Lists stay on the cpu, where their masks can be counted and their bounds checked, until a kernel needs them. */
const listToTensor = (data: unknown): Tensor =>
  call('tensor', wholeNumbers(data), {
    device: 'cpu',
    dtype: Array.isArray(data) && data.length === 0 ? int64 : null,
  });

/** Python cuts the fractions of a list of floats that is an index. */
function wholeNumbers(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(wholeNumbers);
  return typeof data === 'number' ? Math.trunc(data) : data;
}

/** Python reads a short list that holds lists, slices, tensors or None, as a[[[0, 1], [1, 0]]], as if it were the tuple. */
function isTuple(entry: IndexEntry): entry is IndexEntry[] & NestedIndex[] {
  if (!Array.isArray(entry) || entry.length >= 32) return false;
  return entry.some((item) => typeof item === 'object' || typeof item === 'string');
}

function parseAll(given: readonly IndexEntry[]) {
  const [first] = given;
  const entries: readonly IndexEntry[] = given.length === 1 && isTuple(first) ? first : given;
  return entries.map((entry) => parseIndex(entry, listToTensor));
}

/**
 * Masks as the positions of their true elements, one index tensor a dimension, and all indices broadcast together.
 * Numbers from a device mask are not to be had at once: the message names the ways out.
 */
function plan(self: Tensor, advanced: readonly (Tensor | null)[]): IndexPlan {
  const dims: number[] = [];
  const indices: Tensor[] = [];
  for (let dim = 0; dim < advanced.length; ) {
    const index = advanced[dim];
    if (index && isMask(index)) {
      checkMask(index, self, dim);
      for (const positions of positionsOf(index)) {
        dims.push(dim++);
        indices.push(positions);
      }
    } else {
      if (index) {
        dims.push(dim);
        indices.push(index);
      }
      dim++;
    }
  }
  const sizes = broadcastIndices(indices);
  if (!sizes.includes(0) && dims.some((own) => self.sizes[own] === 0)) {
    throw new IndexError('index is out of bounds for dimension with size 0');
  }
  indices.forEach((index, k) => {
    if (index.is_cpu && !self.is_cpu) checkBounds(index, self, dims[k], k);
  });
  const isAdjacent = dims.every((dim, k) => k === 0 || dim === dims[k - 1] + 1);
  return {
    dims,
    indices: indices.map((index) => index.to(self.device).expand(sizes)),
    position: isAdjacent ? dims[0] : 0,
  };
}

function broadcastIndices(indices: readonly Tensor[]): readonly number[] {
  try {
    return broadcastShapes(...indices.map((index) => index.sizes));
  } catch {
    throw new IndexError(
      `shape mismatch: indexing tensors could not be broadcast together with shapes ${indices.map((index) => shapeText(index.sizes)).join(', ')}`,
    );
  }
}

/** The positions of a mask's true elements: an int64 tensor for each of its dimensions. */
function positionsOf(mask: Tensor): Tensor[] {
  if (!mask.is_cpu) {
    throw new RuntimeError(
      `how many elements a mask on ${mask.device} selects is not known at once: use a mask on the cpu, torch.where, ` +
        'or the awaited torch.nonzero and torch.masked_select',
    );
  }
  const found = mask.nonzero();
  return mask.sizes.map((_, dim) => found.select(1, dim));
}

/** The sizes of `self` indexed by a plan. */
function resultSizes(self: Tensor, { dims, indices, position }: IndexPlan): number[] {
  const kept = self.sizes.filter((_, dim) => !dims.includes(dim));
  return [...kept.slice(0, position), ...indices[0].sizes, ...kept.slice(position)];
}

/** The result is laid out as what is read: the dimensions that are left as they lie in `self`, then the indices. */
function resultStrides(
  self: Tensor,
  { dims, indices, position }: IndexPlan,
  sizes: number[],
): readonly number[] {
  const kept = self.strides.filter((_, dim) => !dims.includes(dim));
  const still = (count: number): number[] => new Array<number>(count).fill(0);
  const source = [...kept.slice(0, position), ...still(indices[0].ndim), ...kept.slice(position)];
  const read = indices.map((index) => [
    ...still(position),
    ...index.strides,
    ...still(kept.length - position),
  ]);
  return outputStrides(
    sizes,
    [source, ...read].map((strides) => alias(self, sizes, strides)),
  );
}

const indexTensors = defineOperator({
  name: '_index',
  schema: 'self: Tensor, indices: any',
  doc: 'The elements that index tensors name, one tensor (or null) for each dimension.',
  as: 'function',
  gradName: 'IndexBackward0',
  grad: {
    self: (grad, { meta, indices }) =>
      call('_index_put_', grad.new_zeros(meta.self.sizes), indices, grad, true),
  },
  saves: ['indices'],
  forward({ self, indices }) {
    const where = plan(self, indices);
    const sizes = resultSizes(self, where);
    const out = allocate(sizes, self.dtype, self.storage.device, resultStrides(self, where, sizes));
    if (out.numel() > 0) indexKernel.for(self.storage.device)(self, where, out);
    return out;
  },
});

defineOperator({
  name: 'index',
  schema: 'self: Tensor, indices: Index...',
  doc: 'What Python writes as `a[…]`: numbers, slices as text, `...`, null for None, lists, tensors and masks.',
  example: "torch.arange(6).view(2, 3).index('...', [0, 2])",
  as: 'method',
  forward({ self, indices }) {
    const { view, advanced } = applyBasic(self, parseAll(indices));
    if (advanced.some(Boolean)) return indexTensors(view, advanced);
    return view === self ? call('_alias', self) : view;
  },
});

defineOperator({
  name: '_alias',
  schema: 'self: Tensor',
  doc: 'A view of all of a tensor, as `a[...]` gives it.',
  as: 'function',
  view: true,
  grad: { self: 'grad' },
  forward: ({ self }) => alias(self),
});

const indexPutTensors = defineOperator({
  name: '_index_put_',
  schema: 'self: Tensor, indices: any, values: Tensor, accumulate: bool = false',
  doc: 'Writes (or adds) values at the places that index tensors name.',
  as: 'function',
  mutates: true,
  gradName: 'IndexPutBackward0',
  grad: {
    self: (grad, { indices, accumulate, meta }) =>
      accumulate
        ? grad
        : call('_index_put_', grad.clone(), indices, grad.new_zeros(meta.values.sizes as number[]), false),
    values: (grad, { indices, meta }) => indexTensors(grad, indices).sum_to_size(meta.values.sizes),
  },
  saves: ['indices'],
  forward({ self, indices, values, accumulate }) {
    const where = plan(self, indices);
    const sizes = resultSizes(self, where);
    const fits =
      values.ndim <= sizes.length && sameSizes(broadcastOrNull(values.sizes, sizes) ?? [-1], sizes);
    if (!fits) {
      throw new RuntimeError(
        `shape mismatch: value tensor of shape ${shapeText(values.sizes)} cannot be broadcast to indexing result of shape ${shapeText(sizes)}`,
      );
    }
    if (values.dtype !== self.dtype) {
      throw new RuntimeError(
        `Index put requires the source and destination dtypes match, got ${self.dtype.scalarName} for the destination and ${values.dtype.scalarName} for the source.`,
      );
    }
    const spread = values.expand(sizes);
    if (spread.numel() > 0) indexPutKernel.for(self.storage.device)(self, where, spread, accumulate);
    return self;
  },
});

function broadcastOrNull(a: readonly number[], b: readonly number[]): readonly number[] | null {
  try {
    return broadcastShapes(a, b);
  } catch {
    return null;
  }
}

defineOperator({
  name: 'index_put_',
  schema: 'self: Tensor, indices: any, values: Operand, accumulate: bool = false',
  doc: 'What Python writes as `a[indices] = values`, or with `accumulate` adds. The indices are a list, one entry a dimension.',
  example: 'torch.zeros(4).index_put_([[0, 2]], 1)',
  forward({ self, indices, values, accumulate }) {
    const { view, advanced } = applyBasic(self, parseAll(indices));
    if (!advanced.some(Boolean)) {
      if (accumulate) view.add_(values);
      else if (values instanceof Tensor) view.copy_(trimmed(values, view).expand(view.sizes as number[]));
      else view.fill_(values);
      return self;
    }
    const mask = onlyMask(advanced);
    if (mask && !mask.tensor.is_cpu && !accumulate && !(values instanceof Tensor && values.numel() !== 1)) {
      fillMasked(view, mask, values);
      return self;
    }
    indexPutTensors(view, advanced, asValues(view, advanced, values, accumulate), accumulate);
    return self;
  },
});

/** A number takes the tensor's type. So does a single element that is written through masks alone: it only fills. */
function asValues(
  view: Tensor,
  advanced: readonly (Tensor | null)[],
  values: Tensor | Scalar,
  accumulate: boolean,
): Tensor {
  if (!(values instanceof Tensor)) return view.new_full([], values);
  if (!accumulate && values.ndim > 0 && values.sizes[0] === 1) {
    // What is assigned may have any number of dimensions of size 1 in front.
    const first = values.sizes.findIndex((size) => size !== 1);
    return asValues(view, advanced, values.reshape(first < 0 ? [] : values.sizes.slice(first)), accumulate);
  }
  const fills = !accumulate && values.numel() === 1 && advanced.every((index) => !index || isMask(index));
  return fills ? values.to(view.dtype) : values;
}

/** A mask that is the only advanced index, and the first dimension that it covers. */
function onlyMask(advanced: readonly (Tensor | null)[]): { tensor: Tensor; dim: number } | null {
  const dim = advanced.findIndex(Boolean);
  const tensor = advanced[dim] as Tensor;
  return isMask(tensor) && advanced.filter(Boolean).length === 1 ? { tensor, dim } : null;
}

/** Writes one value where a mask is true, which needs no count of such places. */
function fillMasked(
  self: Tensor,
  { tensor, dim }: { tensor: Tensor; dim: number },
  value: Tensor | Scalar,
): void {
  checkMask(tensor, self, dim);
  const uncovered = self.ndim - dim - tensor.ndim;
  const mask = tensor.ne(0).view([...tensor.sizes, ...new Array<number>(uncovered).fill(1)]);
  self.masked_fill_(mask, value instanceof Tensor ? value.reshape([]) : value);
}

/** Assignment ignores leading dimensions of size 1 of the value. */
function trimmed(values: Tensor, target: Tensor): Tensor {
  let result = values;
  while (result.ndim > target.ndim && result.sizes[0] === 1) result = result.squeeze(0);
  return result;
}
