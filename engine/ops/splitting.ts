/** Consecutive parts of a tensor along a dimension: views. */

import './views.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { shapeText, wrapDim } from '../core/shape.ts';
import { alias, type Tensor } from '../core/tensor.ts';

defineOperator({
  name: 'split',
  schema: 'self: Tensor, split_size: int[], dim: int = 0',
  doc: 'Consecutive parts along a dimension: all of one size but the last, or of the sizes in a list. Views.',
  example: 'torch.arange(5).split(2)',
  returns: 'Tensor[]',
  view: true,
  gradName: ({ split_size }) => (split_size.length === 1 ? 'SplitBackward0' : 'SplitWithSizesBackward0'),
  grad: {
    self(_grad, { meta, dim, grads, split_size }) {
      const own = wrapDim(dim, meta.self.sizes.length);
      return joinParts(grads, meta.self.sizes, own, partSizes(meta.self.sizes[own], split_size));
    },
  },
  forward({ self, split_size, dim }) {
    if (self.ndim === 0) throw new RuntimeError('split expects at least a 1-dimensional tensor');
    const own = wrapDim(dim, self.ndim);
    const size = self.sizes[own];
    if (split_size.length === 1) {
      const [each] = split_size;
      if (each < 0)
        throw new RuntimeError(`split expects split_size be non-negative, but got split_size=${each}`);
      if (each === 0 && size !== 0) {
        throw new RuntimeError(
          `split_size can only be 0 if dimension size is 0, but got dimension size of ${size}`,
        );
      }
      return parts(self, own, partSizes(size, split_size));
    }
    const total = split_size.reduce((sum, part) => sum + part, 0);
    if (total !== size) {
      throw new RuntimeError(
        `split_with_sizes expects split_sizes to sum exactly to ${size} (input tensor's size at dimension ${own}), but got split_sizes=${shapeText(split_size)}`,
      );
    }
    return parts(self, own, split_size);
  },
});

/** The sizes of the parts: as listed, or all of one size but the last. */
function partSizes(size: number, given: readonly number[]): readonly number[] {
  if (given.length !== 1) return given;
  const [each] = given;
  const count = each === 0 ? 1 : Math.max(Math.ceil(size / each), 1);
  return Array.from({ length: count }, (_, k) => Math.min(each, size - k * each));
}

/** Consecutive views of these sizes along a dimension. */
function parts(self: Tensor, dim: number, sizes: readonly number[]): Tensor[] {
  let start = 0;
  return sizes.map((size) => {
    const own = [...self.sizes];
    own[dim] = size;
    const part = alias(self, own, self.strides, self.offset + start * self.strides[dim]);
    start += size;
    return part;
  });
}

/** The gradients of consecutive parts as one: zeros for parts that got none. */
function joinParts(
  grads: readonly (Tensor | null)[],
  sizes: readonly number[],
  dim: number,
  lengths: readonly number[],
): Tensor {
  const given = grads.find((grad) => grad !== null) as Tensor;
  const parts = grads.map((grad, k) => {
    const own = sizes.map((size, other) => (other === dim ? lengths[k] : size));
    return grad ?? given.new_zeros(own);
  });
  return call('cat', parts, dim);
}

defineOperator({
  name: 'split_with_sizes',
  schema: 'self: Tensor, split_sizes: int[], dim: int = 0',
  doc: 'Consecutive parts of these sizes along a dimension. Views.',
  example: 'torch.arange(5).split_with_sizes([2, 3])',
  returns: 'Tensor[]',
  forward: ({ self, split_sizes, dim }) =>
    split_sizes.length === 1 ? [self.narrow(dim, 0, split_sizes[0])] : self.split(split_sizes, dim),
});

defineOperator({
  name: 'chunk',
  schema: 'self: Tensor, chunks: int, dim: int = 0',
  doc: 'At most so many consecutive parts of one size (the last may be smaller). Views.',
  example: 'torch.arange(5).chunk(2)',
  returns: 'Tensor[]',
  forward({ self, chunks, dim }) {
    if (self.ndim === 0) throw new RuntimeError('chunk expects at least a 1-dimensional tensor');
    if (chunks <= 0) {
      throw new RuntimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
    }
    const own = wrapDim(dim, self.ndim);
    // Nothing can be divided into as many parts as asked for.
    if (self.sizes[own] === 0) return self.split(new Array<number>(chunks).fill(0), own);
    return self.split(Math.max(Math.ceil(self.sizes[own] / chunks), 1), own);
  },
});

defineOperator({
  name: 'tensor_split',
  schema: 'self: Tensor, indices_or_sections: any, dim: int = 0',
  doc: 'So many parts of sizes that differ by at most one, or parts that end before the indices of a list. Views.',
  example: 'torch.arange(5).tensor_split(3)',
  returns: 'Tensor[]',
  forward({ self, indices_or_sections, dim }) {
    if (self.ndim === 0) {
      throw new RuntimeError(
        'tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims',
      );
    }
    const own = wrapDim(dim, self.ndim);
    return splitAt(self, own, sectionEnds(indices_or_sections, self.sizes[own]));
  },
});

function sectionEnds(given: unknown, size: number): number[] {
  if (Array.isArray(given)) return given as number[];
  const sections = Number(given);
  if (sections <= 0) {
    throw new RuntimeError(`number of sections must be larger than 0, got ${sections}`);
  }
  const [least, larger] = [Math.floor(size / sections), size % sections];
  return Array.from({ length: sections - 1 }, (_, k) => (k + 1) * least + Math.min(k + 1, larger));
}

function splitAt(self: Tensor, dim: number, ends: readonly number[]): Tensor[] {
  const bounds = [0, ...ends, self.sizes[dim]];
  return bounds.slice(1).map((end, k) => self.slice(dim, bounds[k], end));
}

function namedSplit(name: string, pick: (self: Tensor) => number, least: number): void {
  defineOperator({
    name,
    schema: 'self: Tensor, indices_or_sections: any',
    doc: 'Parts along one particular dimension, as tensor_split makes them.',
    example: `torch.arange(8).reshape(2, 2, 2).${name}(2)`,
    returns: 'Tensor[]',
    forward({ self, indices_or_sections: given }) {
      if (self.ndim < least) {
        throw new RuntimeError(
          `torch.${name} requires a tensor with at least ${least} dimension, but got a tensor with ${self.ndim} dimensions!`,
        );
      }
      const dim = pick(self);
      if (typeof given === 'number' && self.sizes[dim] % given !== 0) {
        throw new RuntimeError(
          `torch.${name} attempted to split along dimension ${dim}, but the size of the dimension ${self.sizes[dim]} is not divisible by the split_size ${given}!`,
        );
      }
      return self.tensor_split(given, dim);
    },
  });
}

namedSplit('hsplit', (self) => (self.ndim === 1 ? 0 : 1), 1);
namedSplit('vsplit', () => 0, 2);
namedSplit('dsplit', () => 2, 3);
