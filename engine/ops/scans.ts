/** Running totals along a dimension. */

import { bool, type DType, int64 } from '../core/dtype.ts';
import { IndexError } from '../core/errors.ts';
import { call, defineOperator, type GradFormula, gradNameOf } from '../core/operator.ts';
import { valuesIndices } from '../core/pairs.ts';
import { itemOf } from '../core/reading.ts';
import { wrapDim } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { cumulativeExtremeKernel } from '../devices/cpu/extremes.ts';
import { alongLast } from '../devices/cpu/rows.ts';
import { type Scan, scanKernel } from '../devices/cpu/scan.ts';
import { scatterAlong } from './selection.ts';
import { choose, throwNotImplemented } from './support.ts';

const like = (self: Tensor, dtype: DType): Tensor => allocate(self.sizes, dtype, self.storage.device);

function scan(kind: Scan, self: Tensor, dim: number, dtype: DType, reverse = false): Tensor {
  const own = wrapDim(dim, self.ndim);
  const out = like(self, dtype);
  // A float is cut to a whole number before it is added to the total, and an int64 to its low bits.
  const isCut = self.dtype.is_floating_point || self.dtype === int64;
  const source = isCut && !dtype.is_floating_point ? self.to(dtype) : self;
  if (out.numel() > 0) {
    scanKernel.for(self.storage.device)(kind, alongLast(source, own), alongLast(out, own), reverse);
  }
  return out;
}

/** @throws NotImplementedError for bool, which has no running totals */
function totalType(name: string, self: Tensor, dtype: DType | null): DType {
  if (dtype === bool) throwNotImplemented(`${name}_out_cpu`, bool);
  return dtype ?? (self.dtype.is_floating_point ? self.dtype : int64);
}

function defineTotal(
  name: string,
  kind: Scan,
  doc: string,
  formula: GradFormula,
  saves: readonly string[],
): void {
  const schema = 'self: Tensor, dim: int, *, dtype: dtype? = null';
  const record = { schema, grad: { self: formula }, saves, gradName: gradNameOf(name) } as const;
  defineOperator({
    ...record,
    name,
    doc,
    example: `torch.tensor([1, 2, 3]).${name}(0)`,
    forward: ({ self, dim, dtype }) => scan(kind, self, dim, totalType(name, self, dtype)),
  });
  defineOperator({
    ...record,
    name: `${name}_`,
    doc: `In-place form of \`${name}\`.`,
    as: 'method',
    mutates: true,
    forward: ({ self, dim, dtype }) => self.copy_(scan(kind, self, dim, totalType(name, self, dtype))),
  });
}

/** Totals from each place to the end: what a running sum does to gradients. */
const reverseCumsum = defineOperator({
  name: '_reverse_cumsum',
  schema: 'self: Tensor, dim: int',
  doc: 'Sums from each element to the last one.',
  as: 'function',
  grad: { self: 'cumsum(grad, dim)' },
  forward: ({ self, dim }) => scan('sum', self, dim, self.dtype, true),
});

defineTotal(
  'cumsum',
  'sum',
  'Running sums along a dimension.',
  (grad, { meta, dim }) => reverseCumsum(grad.to(meta.self.dtype), dim),
  [],
);

defineTotal(
  'cumprod',
  'prod',
  'Running products along a dimension.',
  (grad, { self, dim, result }) => {
    if (self.ndim === 0) return grad.to(self.dtype);
    const own = wrapDim(dim, self.ndim);
    const isPlain = self.is_cpu && itemOf(self.ne(0).all()) === true;
    if (isPlain) return reverseCumsum(grad.to(self.dtype).mul(result), own).div(self);
    return cumprodSlopes(grad.to(self.dtype), self, own);
  },
  ['self', 'result'],
);

/** Without a division, which a zero forbids: each element's slope is the product of all others up to each total. */
function cumprodSlopes(grad: Tensor, self: Tensor, dim: number): Tensor {
  const size = self.sizes[dim];
  const slopes = Array.from({ length: size }, (_, k) => {
    const before =
      k === 0 ? call('ones_like', self.narrow(dim, 0, 1)) : self.narrow(dim, 0, k).prod(dim, true);
    const after = self.narrow(dim, k + 1, size - k - 1).cumprod(dim);
    const others = call('cat', [before, before.mul(after)], dim) as Tensor;
    return grad
      .narrow(dim, k, size - k)
      .mul(others)
      .sum(dim);
  });
  return call('stack', slopes, dim);
}

const logScan = (self: Tensor, dim: number, reverse: boolean): Tensor =>
  scan('logsumexp', self, dim, self.dtype, reverse);

const reverseLogcumsumexp = defineOperator({
  name: '_reverse_logcumsumexp',
  schema: 'self: Tensor, dim: int',
  doc: 'Logarithms of the sums of exponentials from each element to the last one.',
  as: 'function',
  grad: {
    self: (grad, { self, result, dim }) => throughLogs(grad, self, result, (x) => x.logcumsumexp(dim)),
  },
  saves: ['self', 'result'],
  forward: ({ self, dim }) => logScan(self, dim, true),
});

defineOperator({
  name: 'logcumsumexp',
  schema: 'self: Tensor, dim: int',
  doc: 'Logarithms of the running sums of exponentials.',
  example: 'torch.zeros(3).logcumsumexp(0)',
  grad: {
    self: (grad, { self, result, dim }) =>
      throughLogs(grad, self, result, (x) => reverseLogcumsumexp(x, dim)),
  },
  saves: ['self', 'result'],
  forward({ self, dim }) {
    wrapDim(dim, self.ndim);
    if (!self.dtype.is_floating_point) throwNotImplemented('logcumsumexp_out_cpu', self.dtype);
    return logScan(self, dim, false);
  },
});

/** Σ grad e^(self - result), with positive and negative gradients apart so that all stays in logarithms. */
function throughLogs(
  grad: Tensor,
  self: Tensor,
  result: Tensor,
  accumulate: (logs: Tensor) => Tensor,
): Tensor {
  const part = (isPart: Tensor, size: Tensor): Tensor =>
    accumulate(choose(isPart, size.log().sub(result), -Infinity))
      .add(self)
      .exp();
  return part(grad.gt(0), grad).sub(part(grad.lt(0), grad.neg()));
}

for (const [kind, word] of [
  ['max', 'largest'],
  ['min', 'smallest'],
] as const) {
  defineOperator({
    name: `cum${kind}`,
    schema: 'self: Tensor, dim: int',
    doc: `The ${word} elements so far along a dimension, and where they are.`,
    example: `torch.tensor([1, 3, 2]).cum${kind}(0)`,
    returns: 'ValuesIndices',
    grad: {
      self: (grad, { meta, dim, result1 }) =>
        scatterAlong(grad, meta.self.sizes, wrapDim(dim, meta.self.sizes.length), result1),
    },
    saves: ['result1'],
    forward({ self, dim }) {
      if (self.ndim === 0 && dim !== 0 && dim !== -1) {
        throw new IndexError(`cum${kind}(): Expected reduction dim -1 or 0 for scalar but got ${dim}`);
      }
      const [values, indices] = [like(self, self.dtype), like(self, int64)];
      if (self.numel() > 0) {
        const own = wrapDim(dim, self.ndim);
        cumulativeExtremeKernel.for(self.storage.device)(
          kind,
          alongLast(self, own),
          alongLast(values, own),
          alongLast(indices, own),
        );
      }
      return valuesIndices(`cum${kind}`, values, indices);
    },
  });
}
