/** Distinct elements, and places in sorted boundaries. */

import { int32, int64, type Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { sameSizes, shapeText, wrapDim } from '../core/shape.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import { distinctKernel, searchKernel } from '../devices/cpu/count.ts';
import { noDerivative, whenReady } from './support.ts';

// ── distinct elements ────────────────────────────────────────────────────────────────────────────────────────

/** The result as PyTorch hands it back: the tensor alone, or with what was asked for. */
function bundle(parts: Tensor[] | Promise<Tensor[]>, withInverse: boolean, withCounts: boolean) {
  return whenReady(parts, ([found, inverse, counts]) => {
    const extras = [...(withInverse ? [inverse] : []), ...(withCounts ? [counts] : [])];
    return extras.length === 0 ? found : [found, ...extras];
  });
}

const rawUnique = defineOperator({
  name: '_unique2',
  schema: 'self: Tensor, consecutive: bool',
  doc: 'Distinct elements with the place of each and their counts.',
  as: 'function',
  gradName: ({ consecutive }) => (consecutive ? 'UniqueConsecutiveBackward0' : 'Unique2Backward0'),
  grad: { self: noDerivative('_unique2') },
  nondifferentiable: [1, 2],
  forward({ self, consecutive }) {
    const flat = self.reshape(-1);
    return whenReady(
      distinctKernel.for(self.storage.device)(self, consecutive),
      ({ first, inverse, counts }) => [flat.index(first), inverse.view(self.sizes as number[]), counts],
    );
  },
});

/** Slices along a dimension as rows of numbers, and the rows that are the first of their kind. */
const rawUniqueDim = defineOperator({
  name: '_unique_dim',
  schema: 'self: Tensor, dim: int, consecutive: bool',
  doc: 'Distinct slices along a dimension with the place of each and their counts.',
  as: 'function',
  gradName: ({ consecutive }) => (consecutive ? 'UniqueDimConsecutiveBackward0' : 'UniqueDimBackward0'),
  grad: { self: noDerivative('unique_dim') },
  nondifferentiable: [1, 2],
  forward({ self, dim, consecutive }) {
    const own = wrapDim(dim, self.ndim);
    const empty = self.sizes.filter((size, other) => size === 0 && other !== own).length;
    if (empty > 0) {
      throw new RuntimeError(
        "There are 0 sized dimensions, and they aren't selected, so unique cannot be applied",
      );
    }
    return whenReady(self.is_cpu ? self : self.cpu(), (host) => {
      const slices = (host.unbind(own) as Tensor[]).map((slice) => slice.toTypedArray());
      const { first, inverse, counts } = distinctSlices(slices, consecutive);
      const asTensor = (numbers: number[]): Tensor => self.new_tensor(numbers, { dtype: int64 });
      return [self.movedim(own, 0).index(first).movedim(0, own), asTensor(inverse), asTensor(counts)];
    });
  },
});

function compareSlices(a: ArrayLike<number | bigint>, b: ArrayLike<number | bigint>): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] < b[i]) return -1;
    if (a[i] > b[i]) return 1;
  }
  return 0;
}

function distinctSlices(slices: readonly ArrayLike<number | bigint>[], consecutive: boolean) {
  const order = slices.map((_, position) => position);
  if (!consecutive) order.sort((a, b) => compareSlices(slices[a], slices[b]));
  const first: number[] = [];
  const counts: number[] = [];
  const inverse = new Array<number>(slices.length);
  order.forEach((position, k) => {
    if (k === 0 || compareSlices(slices[order[k - 1]], slices[position]) !== 0) {
      first.push(position);
      counts.push(0);
    }
    counts[counts.length - 1]++;
    inverse[position] = counts.length - 1;
  });
  return { first, inverse, counts };
}

defineOperator({
  name: 'unique',
  schema:
    'self: Tensor, sorted: bool = true, return_inverse: bool = false, return_counts: bool = false, dim: int? = null',
  doc: 'The distinct elements in order, or the distinct slices along a dimension; if asked for, with the place of each element among them and how often each occurs. On webgpu a promise.',
  example: 'torch.tensor([3, 1, 3]).unique()',
  overloads: [
    ['self: Tensor, sorted: bool = true, *, dim: int? = null', 'Awaitable<Tensor>'],
    [
      'self: Tensor, sorted: bool = true, return_inverse: bool = false, return_counts: bool = false, dim: int? = null',
      'Awaitable<Tensor[]>',
    ],
  ],
  forward({ self, return_inverse, return_counts, dim }) {
    const parts = dim === null ? rawUnique(self, false) : rawUniqueDim(self, dim, false);
    return bundle(parts, return_inverse, return_counts);
  },
});

defineOperator({
  name: 'unique_consecutive',
  schema: 'self: Tensor, return_inverse: bool = false, return_counts: bool = false, dim: int? = null',
  doc: 'The elements (or slices along a dimension) without those that repeat the one before. On webgpu a promise.',
  example: 'torch.tensor([1, 1, 2, 1]).unique_consecutive()',
  overloads: [
    ['self: Tensor, *, dim: int? = null', 'Awaitable<Tensor>'],
    [
      'self: Tensor, return_inverse: bool = false, return_counts: bool = false, dim: int? = null',
      'Awaitable<Tensor[]>',
    ],
  ],
  forward({ self, return_inverse, return_counts, dim }) {
    const parts = dim === null ? rawUnique(self, true) : rawUniqueDim(self, dim, true);
    return bundle(parts, return_inverse, return_counts);
  },
});

// ── places in sorted boundaries ──────────────────────────────────────────────────────────────────────────────

function checkSearch(boundaries: Tensor, values: Tensor): void {
  if (boundaries.ndim === 0) {
    throw new RuntimeError(
      'torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 dimension',
    );
  }
  const matches =
    boundaries.ndim === values.ndim && sameSizes(boundaries.sizes.slice(0, -1), values.sizes.slice(0, -1));
  if (boundaries.ndim > 1 && !matches) {
    throw new RuntimeError(
      `torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor ${shapeText(boundaries.sizes)} and input value tensor ${shapeText(values.sizes)}`,
    );
  }
}

function search(boundaries: Tensor, input: Tensor | Scalar, right: boolean, isInt32: boolean): Tensor {
  const values = input instanceof Tensor ? input : boundaries.new_tensor(input, { dtype: null });
  checkSearch(boundaries, values);
  const out = allocate(values.sizes, isInt32 ? int32 : int64, boundaries.storage.device);
  searchKernel.for(boundaries.storage.device)(boundaries.contiguous(), values.contiguous(), out, right);
  return out;
}

defineOperator({
  name: 'searchsorted',
  schema:
    'sorted_sequence: Tensor, self: Operand, *, out_int32: bool = false, right: bool = false, side: str? = null, sorter: Tensor? = null',
  doc: 'Where each value would have to be put into a sorted sequence (along the last dimension): before equal elements, or after them with `right`.',
  example: 'torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([3, 6]))',
  as: 'function',
  forward({ sorted_sequence, self, out_int32, right, side, sorter }) {
    if (side !== null && side !== 'left' && side !== 'right') {
      throw new RuntimeError(`torch.searchsorted(): side can only be 'left' or 'right' but got ${side}`);
    }
    if (side === 'left' && right) {
      throw new RuntimeError(
        "torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True",
      );
    }
    const sequence = sorter ? sorted_sequence.gather(-1, sorter) : sorted_sequence;
    return search(sequence, self, right || side === 'right', out_int32);
  },
});

defineOperator({
  name: 'bucketize',
  schema: 'self: Operand, boundaries: Tensor, *, out_int32: bool = false, right: bool = false',
  doc: 'The number of the interval between sorted boundaries in which each element lies.',
  example: 'torch.bucketize(torch.tensor([3, 6]), torch.tensor([1, 3, 5]))',
  as: 'function',
  forward({ self, boundaries, out_int32, right }) {
    if (boundaries.ndim !== 1) {
      throw new RuntimeError(`boundaries tensor must be 1 dimension, but got dim(${boundaries.ndim})`);
    }
    return search(boundaries, self, right, out_int32);
  },
});
