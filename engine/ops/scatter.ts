/** Reading and writing single elements along a dimension by index tensors: gather, scatter and their relatives. */

import { int32, int64, type Scalar } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { toNumbers } from '../core/reading.ts';
import { shapeText, wrapDim } from '../core/shape.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import { gatherKernel, type ScatterMode, scatterKernel } from '../devices/cpu/scatter.ts';
import { contiguous_format, preserve_format } from './copy.ts';
import { choose, refuseUnknownSize } from './support.ts';

function requireIndex(name: string, index: Tensor): void {
  if (index.dtype !== int64 && index.dtype !== int32) {
    throw new RuntimeError(`${name}(): Expected dtype int32/int64 for index`);
  }
}

/** How an index tensor may lie within others: the same rank, and no larger except along `dim`. */
function checkIndexShape(name: string, self: Tensor, dim: number, index: Tensor, src: Tensor | null): void {
  const rank = (tensor: Tensor): number => Math.max(tensor.ndim, 1);
  if (rank(index) !== rank(self)) {
    const whose = name === 'gather' ? 'input' : 'self';
    throw new RuntimeError(`Index tensor must have the same number of dimensions as ${whose} tensor`);
  }
  if (src && rank(index) !== rank(src)) {
    throw new RuntimeError('Index tensor must have the same number of dimensions as src tensor');
  }
  index.sizes.forEach((size, own) => {
    const tooLarge = own !== dim && size > self.sizes[own];
    if (!tooLarge && !(src && size > src.sizes[own])) return;
    if (name === 'gather') {
      throw new RuntimeError(
        `Size does not match at dimension ${own} expected index ${shapeText(index.sizes)} to be no larger than self ${shapeText(self.sizes)} apart from dimension ${dim}`,
      );
    }
    const beside = src ? ` and to be no larger size than src ${shapeText(src.sizes)}` : '';
    throw new RuntimeError(
      `Expected index ${shapeText(index.sizes)} to be no larger than self ${shapeText(self.sizes)} apart from dimension ${dim}${beside}`,
    );
  });
}

defineOperator({
  name: 'gather',
  schema: 'self: Tensor, dim: int, index: Tensor, *, sparse_grad: bool = false',
  doc: 'For each element of `index`, the element of this tensor that it names along a dimension.',
  example: 'torch.tensor([[1, 2], [3, 4]]).gather(1, torch.tensor([[0], [1]]))',
  grad: {
    self: (grad, { meta, dim, index }) =>
      grad.new_zeros(meta.self.sizes as number[]).scatter_add(dim, index, grad),
  },
  saves: ['index'],
  forward({ self, dim, index }) {
    const own = wrapDim(dim, self.ndim);
    if (index.dtype !== int64 && index.dtype !== int32) {
      throw new RuntimeError('gather(): Expected dtype int32/int64 for index');
    }
    if (index.numel() > 0) checkIndexShape('gather', self, own, index, null);
    const out = allocate(index.sizes, self.dtype, self.storage.device);
    if (out.numel() > 0) gatherKernel.for(self.storage.device)(self, own, index, out);
    return out;
  },
});

/** What scatter writes: a tensor, or a number everywhere. */
function sourceOf(self: Tensor, index: Tensor, src: Tensor | Scalar): Tensor {
  if (src instanceof Tensor) {
    if (src.dtype === self.dtype) return src;
    throw new RuntimeError('scatter(): Expected self.dtype to be equal to src.dtype');
  }
  return self.new_full([], src).expand(index.sizes as number[]);
}

const reductions: Record<string, ScatterMode> = { add: 'sum', multiply: 'prod' };

export function runScatter(
  name: string,
  self: Tensor,
  dim: number,
  index: Tensor,
  src: Tensor,
  mode: ScatterMode,
): Tensor {
  const own = wrapDim(dim, self.ndim);
  requireIndex(name, index);
  if (index.numel() === 0) return self;
  checkIndexShape(name, self, own, index, src);
  scatterKernel.for(self.storage.device)(self, own, index, src, mode);
  return self;
}

/** Defines an operator that writes a copy, and its in-place form, from one description of the write. */
export function writer<const S extends string>(
  name: string,
  schema: S,
  doc: string,
  example: string,
  write: (self: Tensor, args: Record<string, unknown>) => Tensor,
  grad: Parameters<typeof defineOperator>[0]['grad'],
  saves: readonly string[],
  gradName?: string | ((args: Record<string, unknown>) => string),
): void {
  const shared = { schema, grad, saves, gradName: (gradName ?? gradNameFor(name)) as string };
  defineOperator({
    ...shared,
    name,
    doc,
    example,
    forward: (args: unknown) => {
      const bound = args as Record<string, unknown>;
      const memory_format = name === 'index_fill' ? preserve_format : contiguous_format;
      return write((bound.self as Tensor).clone({ memory_format }), bound);
    },
  } as Parameters<typeof defineOperator>[0]);
  defineOperator({
    ...shared,
    name: `${name}_`,
    doc: `In-place form of \`${name}\`.`,
    as: 'method',
    mutates: true,
    forward: (args: unknown) => {
      const bound = args as Record<string, unknown>;
      return write(bound.self as Tensor, bound);
    },
  } as Parameters<typeof defineOperator>[0]);
}

function gradNameFor(name: string): string {
  const words = name.split('_').map((word) => word[0].toUpperCase() + word.slice(1));
  return `${words.join('')}Backward0`;
}

writer(
  'scatter',
  'self: Tensor, dim: int, index: Tensor, src: Operand, *, reduce: str? = null',
  'A copy in which the elements that `index` names along a dimension are those of `src`.',
  'torch.zeros(2, 3).scatter(1, torch.tensor([[0], [2]]), 5)',
  (self, args) => {
    const { dim, index, src, reduce } = args as {
      dim: number;
      index: Tensor;
      src: Tensor | Scalar;
      reduce: string | null;
    };
    if (reduce !== null && !(reduce in reductions)) {
      throw new RuntimeError('reduce argument must be either add or multiply.');
    }
    return runScatter(
      'scatter',
      self,
      dim,
      index,
      sourceOf(self, index, src),
      reduce ? reductions[reduce] : 'set',
    );
  },
  {
    self: (grad, { dim, index }) => grad.scatter(dim, index, 0),
    src: (grad, { dim, index }) => grad.gather(dim, index),
  },
  ['index'],
  ({ src }) => (src instanceof Tensor ? 'ScatterBackward0' : 'ScatterBackward1'),
);

writer(
  'scatter_add',
  'self: Tensor, dim: int, index: Tensor, src: Tensor',
  'A copy in which the elements of `src` are added where `index` names places along a dimension.',
  'torch.zeros(3).scatter_add(0, torch.tensor([0, 2, 2]), torch.ones(3))',
  (self, args) => {
    const { dim, index, src } = args as { dim: number; index: Tensor; src: Tensor };
    return runScatter('scatter_add', self, dim, index, sourceOf(self, index, src), 'sum');
  },
  { self: 'grad', src: (grad, { dim, index }) => grad.gather(dim, index) },
  ['index'],
);

writer(
  'scatter_reduce',
  'self: Tensor, dim: int, index: Tensor, src: Tensor, reduce: str, *, include_self: bool = true',
  'A copy in which elements that share a place are combined: by sum, prod, mean, amax or amin.',
  "torch.ones(3).scatter_reduce(0, torch.tensor([0, 2, 2]), torch.tensor([2.5, 3, 4]), 'prod')",
  (self, args) => {
    const { dim, index, src, reduce, include_self } = args as {
      dim: number;
      index: Tensor;
      src: Tensor;
      reduce: string;
      include_self: boolean;
    };
    return scatterReduce(self, wrapDim(dim, self.ndim), index, src, plainReduction(reduce), include_self);
  },
  {
    self(grad, { dim, index, reduce: named, include_self, self, src, result }) {
      const own = selfGradient(plainReduction(named), grad, { dim, index, include_self, self, src, result });
      return include_self ? own : own.scatter(dim, index, 0);
    },
    src(grad, { dim, index, reduce: named, include_self, self, src, result }) {
      const reduce = plainReduction(named);
      if (reduce === 'sum') return grad.gather(dim, index);
      if (reduce === 'mean') return grad.div(countsOf(self, dim, index, include_self)).gather(dim, index);
      if (reduce === 'prod') return productGradient(grad, { dim, index, include_self, self, src, result });
      const shared = grad.div(tiesOf(self, dim, index, result, src));
      return shared.gather(dim, index).mul(src.eq(result.gather(dim, index)));
    },
  },
  ['self', 'index', 'src', 'result'],
);

interface Reduced {
  readonly dim: number;
  readonly index: Tensor;
  readonly include_self: boolean;
  readonly self: Tensor;
  readonly src: Tensor;
  readonly result: Tensor;
}

/** The gradient of the tensor scattered to, as if it counted everywhere. */
function selfGradient(reduce: string, grad: Tensor, reduced: Reduced): Tensor {
  const { dim, index, include_self, self, src, result } = reduced;
  if (reduce === 'sum') return grad;
  if (reduce === 'mean') return grad.div(countsOf(self, dim, index, include_self));
  if (reduce === 'prod') {
    // Zeros count as ones: what they are multiplied with is their own slope.
    const factors = self.masked_fill(self.eq(0), 1);
    const others = factors.scatter_reduce(dim, index, src, 'prod', { include_self });
    return grad.mul(others).div(factors);
  }
  return grad.mul(self.eq(result)).div(tiesOf(self, dim, index, result, src));
}

/** The gradient of the factors scattered: the product of all others at their place, without a division by zero. */
function productGradient(grad: Tensor, { dim, index, include_self, self, src, result }: Reduced): Tensor {
  const isZero = src.eq(0);
  const zeros = self.new_zeros(self.sizes as number[]).scatter_add(dim, index, isZero.to(self.dtype));
  const isOnlyZero = isZero.logical_and(zeros.gather(dim, index).eq(1));
  const factors = src.masked_fill(isOnlyZero, 1);
  const without = self.scatter_reduce(dim, index, factors, 'prod', { include_self });
  const divided = grad.mul(result).gather(dim, index).div(src.masked_fill(isZero, 1));
  return choose(isOnlyZero, grad.mul(without).gather(dim, index), divided);
}

/** How many elements were combined at each place. */
function countsOf(self: Tensor, dim: number, index: Tensor, includeSelf: boolean): Tensor {
  const ones = self.new_ones(index.sizes as number[]);
  const start = includeSelf ? self.new_ones(self.sizes as number[]) : self.new_zeros(self.sizes as number[]);
  return start.scatter_add(dim, index, ones).clamp_min(1);
}

/** How many elements at each place are the extreme one. */
function tiesOf(self: Tensor, dim: number, index: Tensor, result: Tensor, src: Tensor): Tensor {
  const own = self.eq(result).to(self.dtype);
  return own.scatter_add(dim, index, src.eq(result.gather(dim, index)).to(self.dtype)).clamp_min(1);
}

/** Newer names of the same reductions. */
const plainReduction = (reduce: string): string => ({ max: 'amax', min: 'amin' })[reduce] ?? reduce;

const starts: Record<string, Scalar> = { sum: 0, mean: 0, prod: 1, amax: -Infinity, amin: Infinity };

function scatterReduce(
  self: Tensor,
  dim: number,
  index: Tensor,
  src: Tensor,
  reduce: string,
  includeSelf: boolean,
): Tensor {
  if (!(reduce in starts)) {
    throw new RuntimeError(`reduce argument must be either sum, prod, mean, amax or amin, got ${reduce}`);
  }
  if (!includeSelf) {
    const start =
      self.dtype.is_floating_point || Number.isFinite(starts[reduce] as number)
        ? starts[reduce]
        : extreme(self, reduce);
    runScatter(
      'scatter_reduce',
      self,
      dim,
      index,
      self.new_full([], start).expand(index.sizes as number[]),
      'set',
    );
  }
  const mode: ScatterMode = reduce === 'mean' ? 'sum' : (reduce as ScatterMode);
  runScatter('scatter_reduce', self, dim, index, sourceOf(self, index, src), mode);
  if (reduce !== 'mean') return self;
  const counts = countsOf(self, dim, index, includeSelf).clamp_min(1);
  return self.div_(counts, { rounding_mode: self.dtype.is_floating_point ? null : 'floor' });
}

function extreme(self: Tensor, reduce: string): Scalar {
  const bits = 8n * BigInt(self.dtype.itemsize) - 1n;
  return reduce === 'amax' ? -(2n ** bits) : 2n ** bits - 1n;
}

/** @throws IndexError for a position that is not among the elements. */
function refuseElsewhere(self: Tensor, index: Tensor): void {
  if (!index.is_cpu) return;
  const count = self.numel();
  const outside = toNumbers(index).find((position) => position < -count || position >= count);
  if (outside === undefined) return;
  throw new IndexError(`out of range: tried to access index ${outside} on a tensor of ${count} elements.`);
}

defineOperator({
  name: 'take',
  schema: 'self: Tensor, index: Tensor',
  doc: 'Elements by their positions in row-major order, in the shape of the index.',
  example: 'torch.tensor([[1, 2], [3, 4]]).take(torch.tensor([3, 0]))',
  grad: {
    self: (grad, { meta, index }) =>
      grad
        .new_zeros([meta.self.sizes.reduce((count, size) => count * size, 1)])
        .index_put_([index.reshape(-1)], grad.reshape(-1), true)
        .view(meta.self.sizes as number[]),
  },
  saves: ['index'],
  forward({ self, index }) {
    if (index.dtype !== int64)
      throw new RuntimeError(`take(): Expected a long tensor for index, but got ${index.dtype.scalarName}`);
    if (self.numel() === 0 && index.numel() > 0)
      throw new IndexError('take(): tried to take from an empty tensor');
    refuseElsewhere(self, index);
    return self
      .reshape(-1)
      .index(index.reshape(-1))
      .view(index.sizes as number[]);
  },
});

defineOperator({
  name: 'take_along_dim',
  schema: 'self: Tensor, indices: Tensor, dim: int? = null',
  doc: 'Elements that indices name along a dimension, as argsort and argmax give them; the rest broadcasts.',
  example: 'torch.tensor([[3, 1, 2]]).take_along_dim(torch.tensor([[1, 2, 0]]), 1)',
  forward({ self, indices, dim }) {
    if (indices.dtype !== int64) {
      throw new RuntimeError(
        `torch.take_along_dim(): dtype of indices should be Long but got ${indices.dtype.scalarName}`,
      );
    }
    if (dim === null) return self.reshape(-1).gather(0, indices.reshape(-1));
    if (self.ndim !== indices.ndim) {
      throw new RuntimeError(
        `torch.take_along_dim(): input and indices should have the same number of dimensions, but got ${self.ndim} dimensions for input, and ${indices.ndim} dimensions for indices`,
      );
    }
    const own = wrapDim(dim, self.ndim);
    const sizes = self.sizes.map((size, other) =>
      other === own ? size : Math.max(size, indices.sizes[other]),
    );
    const indexSizes = sizes.map((size, other) => (other === own ? indices.sizes[own] : size));
    return self.expand(sizes).gather(own, indices.expand(indexSizes));
  },
});

defineOperator({
  name: 'put_',
  schema: 'self: Tensor, index: Tensor, source: Tensor, accumulate: bool = false',
  doc: 'Writes (or adds) elements at positions in row-major order.',
  as: 'method',
  forward({ self, index, source, accumulate }) {
    if (source.numel() !== index.numel()) {
      throw new IndexError(
        `put_(): Expected source and index to have the same number of elements, but got source.numel() = ${source.numel()}, index.numel() = ${index.numel()}`,
      );
    }
    if (source.dtype !== self.dtype) {
      throw new RuntimeError(
        `put_(): self and source expected to have the same dtype, but got self.dtype = ${self.dtype.scalarName} and source.dtype = ${source.dtype.scalarName}`,
      );
    }
    refuseElsewhere(self, index);
    self.view(-1).index_put_([index.reshape(-1)], source.reshape(-1), accumulate);
    return self;
  },
});

defineOperator({
  name: 'index_put',
  schema: 'self: Tensor, indices: any, values: Operand, accumulate: bool = false',
  doc: 'A copy in which the indexed elements are `values` (or have them added).',
  example: 'torch.zeros(3).index_put([torch.tensor([0, 2])], torch.tensor(1.5))',
  forward: ({ self, indices, values, accumulate }) => self.clone().index_put_(indices, values, accumulate),
});

defineOperator({
  name: 'one_hot',
  schema: 'self: Tensor, num_classes: int = -1',
  doc: 'A row for each class number: 1 in its place, 0 elsewhere. For torch.nn.functional.',
  example: 'torch.nn.functional.one_hot(torch.tensor([0, 2, 1]))',
  as: 'functional',
  forward({ self, num_classes }) {
    if (self.dtype !== int64)
      throw new RuntimeError('one_hot is only applicable to index tensor of type LongTensor.');
    if (self.numel() === 0 && num_classes <= 0) {
      throw new RuntimeError('Can not infer total number of classes from empty tensor.');
    }
    if (num_classes === -1) refuseUnknownSize('the number of classes', self, 'give num_classes');
    const count = self.is_cpu ? countClasses(toNumbers(self), num_classes) : num_classes;
    const zeros = self.new_zeros([...self.sizes, count]);
    return zeros.scatter_(-1, self.unsqueeze(-1), 1);
  },
});

/** How many classes there are: as many as asked for, or (-1) as the numbers need. */
function countClasses(classes: readonly number[], asked: number): number {
  if (classes.some((value) => value < 0)) throw new RuntimeError('Class values must be non-negative.');
  const count = asked === -1 ? classes.reduce((most, value) => Math.max(most, value), 0) + 1 : asked;
  if (count <= 0 || classes.some((value) => value >= count)) {
    throw new RuntimeError('Class values must be smaller than num_classes.');
  }
  return count;
}
