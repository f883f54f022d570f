/** The largest and smallest: of two tensors, of all elements, or along dimensions. */

import { bool, type DType, int64 } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { type MinMax, namedTuple, valuesIndices } from '../core/pairs.ts';
import { pointwise } from '../core/pointwise.ts';
import { invalidCombination } from '../core/schema.ts';
import { wrapDim, wrapDims } from '../core/shape.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import { type Extreme, extremeKernel } from '../devices/cpu/extremes.ts';
import { alongLast } from '../devices/cpu/rows.ts';
import { selectionBackward } from './selection.ts';
import { reduce, unreduce } from './sums.ts';
import { choose, zerosLike } from './support.ts';

// ── of two tensors ───────────────────────────────────────────────────────────────────────────────────────────

for (const [name, beaten, doc] of [
  ['maximum', '<', 'The larger of two elements, nan where either is.'],
  ['minimum', '>', 'The smaller of two elements, nan where either is.'],
]) {
  const other = beaten === '<' ? '>' : '<';
  pointwise(name, {
    schema: 'self: Tensor, other: Tensor',
    expr: `${name}(self, other)`,
    dtype: 'promote',
    inplace: false,
    // Equals share the gradient.
    grad: {
      self: `self == other ? grad / 2 : self ${beaten} other ? 0 : grad`,
      other: `self == other ? grad / 2 : self ${other} other ? 0 : grad`,
    },
    doc,
    example: `torch.${name}(torch.tensor([1, 5]), torch.tensor([3, 4]))`,
  });
}

for (const [name, wins, doc] of [
  ['fmax', 'ge', 'The larger of two elements, the number where the other is nan.'],
  ['fmin', 'le', 'The smaller of two elements, the number where the other is nan.'],
] as const) {
  const first = (self: Tensor, other: Tensor): Tensor => self[wins](other).logical_or(other.isnan());
  pointwise(name, {
    schema: 'self: Tensor, other: Tensor',
    expr: `${name}(self, other)`,
    dtype: 'promote',
    inplace: false,
    grad: {
      self: (grad, { self, other }) => choose(first(self, other), grad, 0),
      other: (grad, { self, other }) => choose(first(self, other), 0, grad),
    },
    saves: ['self', 'other'],
    doc,
    example: `torch.${name}(torch.tensor([1, NaN]), torch.tensor([3, 4.5]))`,
  });
}

// ── of all elements or along dimensions ──────────────────────────────────────────────────────────────────────

function checkNotEmpty(name: string, self: Tensor): void {
  if (self.numel() > 0) return;
  throw new RuntimeError(
    `${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
  );
}

/** @throws IndexError for a dimension without elements, which has no extreme. */
export function checkDimNotEmpty(name: string, self: Tensor, dim: number): void {
  if (self.ndim > 0 && self.sizes[wrapDim(dim, self.ndim)] === 0) {
    throw new IndexError(`${name}: Expected reduction dim ${dim} to have non-zero size.`);
  }
}

/** The sizes without a dimension, or with 1 in its place. */
function withoutDim(sizes: readonly number[], dim: number, keepdim: boolean): number[] {
  if (keepdim) return sizes.map((size, own) => (own === dim ? 1 : size));
  return sizes.filter((_, own) => own !== dim);
}

/** A new tensor without dimension `dim`, and a view of it that has the dimension with size 1 at the end. */
export function rowResult(self: Tensor, dim: number, keepdim: boolean, dtype: DType): [Tensor, Tensor] {
  const out = allocate(withoutDim(self.sizes, dim, keepdim), dtype, self.storage.device);
  if (self.ndim === 0) return [out, alongLast(out, 0)];
  return [out, alongLast(keepdim ? out : out.unsqueeze(dim), dim)];
}

/** The extremes along a dimension, and where they are. */
function extremes(kind: Extreme, self: Tensor, dim: number, keepdim: boolean, withValues: boolean): Tensor[] {
  const [indices, indexRows] = rowResult(self, dim, keepdim, int64);
  const [values, valueRows] = withValues ? rowResult(self, dim, keepdim, self.dtype) : [null, null];
  if (indices.numel() > 0) {
    extremeKernel.for(self.storage.device)(kind, alongLast(self, dim), indexRows, valueRows);
  }
  return values ? [values, indices] : [indices];
}

/** Spreads a gradient evenly over the elements that are the extreme. */
function shareAmongEqual(
  grad: Tensor,
  self: Tensor,
  result: Tensor,
  dim: readonly number[] | null,
  keepdim: boolean,
): Tensor {
  const mask = unreduce(result, self.sizes, dim, keepdim).eq(self);
  const count = mask.sum(dim as number[], true);
  return unreduce(grad, self.sizes, dim, keepdim).mul(mask).div(count);
}

for (const kind of ['max', 'min'] as const) {
  const [adjective, combine] = kind === 'max' ? ['largest', 'maximum'] : ['smallest', 'minimum'];
  const title = kind === 'max' ? 'Max' : 'Min';

  const overAll = defineOperator({
    name: `_${kind}_all`,
    schema: 'self: Tensor',
    doc: `The ${adjective} of all elements.`,
    as: 'function',
    gradName: `${title}Backward1`,
    grad: {
      self: (grad, { self, result }) => shareEvenly(grad, self, result),
    },
    saves: ['self', 'result'],
    forward({ self }) {
      checkNotEmpty(kind, self);
      return reduce(kind, self, wrapDims(null, self.ndim), false, self.dtype);
    },
  });

  const overDim = defineOperator({
    name: `_${kind}_dim`,
    schema: 'self: Tensor, dim: int, keepdim: bool',
    doc: `The ${adjective} elements along a dimension.`,
    as: 'function',
    gradName: `${title}Backward0`,
    returns: 'ValuesIndices',
    grad: { self: selectionBackward },
    saves: ['result1'],
    forward({ self, dim, keepdim }) {
      const own = wrapDim(dim, self.ndim);
      checkDimNotEmpty(`${kind}()`, self, own);
      const [values, indices] = extremes(kind, self, own, keepdim, true);
      return valuesIndices(kind, values, indices);
    },
  });

  defineOperator({
    name: kind,
    schema: 'self: Tensor, dim: any = null, keepdim: bool = false, *, other: Tensor? = null',
    doc: `The ${adjective} of all elements; along a dimension as a pair of values and indices; or with another tensor as \`${combine}\` does.`,
    example: `torch.tensor([[1, 5], [4, 2]]).${kind}(1)`,
    overloads: [
      ['self: Tensor', 'Tensor'],
      ['self: Tensor, dim: int, keepdim: bool = false', 'ValuesIndices'],
      ['self: Tensor, *, dim: int, keepdim: bool = false', 'ValuesIndices'],
      ['self: Tensor, other: Tensor', 'Tensor'],
      ['self: Tensor, *, other: Tensor', 'Tensor'],
    ],
    forward({ self, dim, keepdim, other }) {
      const second = other ?? dim;
      if (second === null) return overAll(self);
      if (second instanceof Tensor) return self[combine as 'maximum'](second);
      if (Number.isInteger(second)) return overDim(self, second, keepdim);
      throw invalidCombination(
        kind,
        [self, dim],
        [
          'Tensor input, *, Tensor out = None',
          'Tensor input, Tensor other, *, Tensor out = None',
          'Tensor input, int dim, bool keepdim = False, *, tuple of Tensors out = None',
        ],
      );
    },
  });

  const along = `a${kind}`;
  defineOperator({
    name: along,
    schema: 'self: Tensor, dim: int[] = [], keepdim: bool = false',
    doc: `The ${adjective} elements along dimensions; equal ones share the gradient.`,
    example: `torch.tensor([[1, 5], [4, 2]]).${along}(1)`,
    grad: {
      self: (grad, { self, result, dim, keepdim }) => shareAmongEqual(grad, self, result, dim, keepdim),
    },
    saves: ['self', 'result'],
    forward({ self, dim, keepdim }) {
      if (dim.length === 0) checkNotEmpty(along, self);
      for (const own of dim) checkDimNotEmpty(`${along}()`, self, own);
      return reduce(kind, self, wrapDims(dim, self.ndim), keepdim, self.dtype);
    },
  });

  const arg = `arg${kind}`;
  defineOperator({
    name: arg,
    schema: 'self: Tensor, dim: int? = null, keepdim: bool = false',
    doc: `Where the ${adjective} element is: within all elements in order, or along a dimension.`,
    example: `torch.tensor([[1, 5], [4, 2]]).${arg}(1)`,
    forward({ self, dim, keepdim }) {
      if (self.dtype === bool) throw new RuntimeError(`${arg}(): does not support bool input`);
      if (dim === null) {
        if (self.numel() === 0) {
          throw new IndexError(`${arg}(): Expected reduction dim to be specified for input.numel() == 0.`);
        }
        const [index] = extremes(kind, self.detach().reshape(-1), 0, false, false);
        return keepdim ? index.view(self.sizes.map(() => 1)) : index;
      }
      const own = wrapDim(dim, self.ndim);
      checkDimNotEmpty(`${arg}()`, self, own);
      return extremes(kind, self, own, keepdim, false)[0];
    },
  });
}

/** The gradient of the extreme of all elements; a nan result came from the elements that are nan. */
function shareEvenly(grad: Tensor, self: Tensor, result: Tensor): Tensor {
  const mask = choose(result.isnan(), self.isnan(), self.eq(result));
  return zerosLike(self).masked_fill(mask, grad.div(mask.sum()));
}

defineOperator({
  name: 'aminmax',
  schema: 'self: Tensor, *, dim: int? = null, keepdim: bool = false',
  doc: 'The smallest and the largest elements as a pair, of all or along a dimension.',
  example: 'torch.tensor([3, 1, 2]).aminmax()',
  returns: 'MinMax',
  grad: {
    self(_grad, { self, dim, keepdim, grads, results }) {
      const dims = dim === null ? null : [dim];
      const parts = grads.map((grad, k) =>
        grad ? shareAmongEqual(grad, self, results[k], dims, keepdim) : null,
      );
      const [low, high] = parts;
      return low && high ? low.add(high) : (low ?? high);
    },
  },
  saves: ['self', 'results'],
  forward({ self, dim, keepdim }) {
    if (dim === null && self.numel() === 0) {
      throw new RuntimeError(
        'aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.',
      );
    }
    const dims = dim === null ? wrapDims(null, self.ndim) : [wrapDim(dim, self.ndim)];
    if (dim !== null) checkDimNotEmpty('aminmax', self, dims[0]);
    const own = self.ndim === 0 ? [] : dims;
    const of = (kind: Extreme): Tensor => reduce(kind, self, own, keepdim, self.dtype);
    return namedTuple<MinMax>('aminmax', { min: of('min'), max: of('max') });
  },
});
