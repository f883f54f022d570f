/** Histograms: how often each number is there, or how many lie in each part of a range. */

import { float32, float64, int64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { namedTuple } from '../core/pairs.ts';
import { itemOf } from '../core/reading.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import { binCounts, histogramKernel } from '../devices/cpu/count.ts';
import { choose, refuseUnknownSize, throwNotImplemented, whenReady } from './support.ts';

defineOperator({
  name: 'bincount',
  schema: 'self: Tensor, weights: Tensor? = null, minlength: int = 0',
  doc: 'How often each of the numbers 0, 1, 2 … occurs in a vector, or the sum of the weights of its places. On webgpu a promise.',
  example: 'torch.tensor([0, 1, 1, 3]).bincount()',
  returns: 'Awaitable<Tensor>',
  forward({ self, weights, minlength }) {
    if (self.dtype.category !== 'int') throwNotImplemented('bincount_cpu', self.dtype);
    if (minlength < 0) throw new RuntimeError('minlength should be >= 0');
    const dtype = weights ? (weights.dtype === float32 ? float32 : float64) : int64;
    if (self.ndim === 1 && self.numel() === 0) return self.new_zeros([minlength], { dtype: int64 });
    const refusal = 'bincount only supports 1-d non-negative integral inputs.';
    if (self.ndim !== 1) throw new RuntimeError(refusal);
    return whenReady(rangeOf(self), ([least, most]) => {
      if (least < 0) throw new RuntimeError(refusal);
      if (weights && (weights.ndim !== 1 || weights.numel() !== self.numel())) {
        throw new RuntimeError('weights should be 1-d and have the same length as input');
      }
      const out = allocate([Math.max(most + 1, minlength)], dtype, self.storage.device);
      binCounts.for(self.storage.device)(self, weights, out);
      return out;
    });
  },
});

defineOperator({
  name: 'histc',
  schema: 'self: Tensor, bins: int = 100, min: Scalar = 0, max: Scalar = 0',
  doc: 'How many elements lie in each of `bins` equal parts of the range from `min` to `max` (of the elements themselves where both are equal: on webgpu a promise then).',
  example: 'torch.tensor([1, 2, 1.5]).histc(4, 0, 3)',
  returns: 'Awaitable<Tensor>',
  forward({ self, bins, min, max }) {
    if (!self.dtype.is_floating_point) throwNotImplemented('histogram_cpu', self.dtype);
    if (bins <= 0) {
      throw new RuntimeError(`torch.histogram(): bins must be > 0, but got ${bins} for dimension 0`);
    }
    const isAsked = min !== max || self.numel() === 0;
    return whenReady(isAsked ? [Number(min), Number(max)] : rangeOf(self), (ends) => {
      const out = allocate([bins], self.dtype, self.storage.device);
      const [low, high] = histogramRange(ends);
      histogramKernel.for(self.storage.device)(self, out, low, high);
      return out;
    });
  },
});

/** The smallest and the largest element: on webgpu a promise. */
function rangeOf(self: Tensor): number[] | Promise<number[]> {
  const ends = [self.min(), self.max()] as Tensor[];
  if (self.is_cpu) return ends.map((tensor) => Number(itemOf(tensor)));
  return Promise.all(ends.map(async (tensor) => Number(await tensor.item())));
}

function histogramRange(ends: readonly number[]): [number, number] {
  let [low, high] = ends;
  if (low === high) [low, high] = [low - 1, high + 1];
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    const text = (value: number): string =>
      Number.isNaN(value)
        ? '-nan'
        : Math.abs(value) === Infinity
          ? `${value < 0 ? '-' : ''}inf`
          : String(value);
    throw new RuntimeError(`torch.histc: range of [${text(low)}, ${text(high)}] is not finite`);
  }
  if (low > high) throw new RuntimeError('torch.histc: max must be larger than min');
  return [low, high];
}

defineOperator({
  name: 'histogram',
  schema:
    'self: Tensor, bins: any = 100, *, range: any = null, weight: Tensor? = null, density: bool = false',
  doc: 'How many elements (or how much weight) lie in each of so many equal bins, or between the given edges. With `density` the areas of the bars add up to 1.',
  example: 'torch.tensor([1, 2, 2, 4.5]).histogram(3)',
  returns: 'Histogram',
  forward({ self, bins, range, weight, density }) {
    const values = self.reshape(-1);
    const edges = edgesOf(values, bins, range);
    const count = edges.numel() - 1;
    const inside = values.ge(edges.select(0, 0)).logical_and(values.le(edges.select(0, count)));
    const places: Tensor = call('searchsorted', edges, values, { right: true });
    const weights = choose(inside, (weight ?? call<Tensor>('ones_like', self)).reshape(-1), 0);
    const hist: Tensor = self.new_zeros([count]).index_add(0, places.sub(1).clamp(0, count - 1), weights);
    return namedTuple('histogram', {
      hist: density ? hist.div(hist.sum().mul(edges.diff())) : hist,
      bin_edges: edges,
    });
  },
});

function edgesOf(values: Tensor, bins: unknown, range: unknown): Tensor {
  if (bins instanceof Tensor) return bins;
  if (typeof bins !== 'number' || bins <= 0) {
    throw new RuntimeError(`torch.histogram(): bins must be > 0, but got ${bins} for dimension 0`);
  }
  if (!Array.isArray(range)) refuseUnknownSize('the range of the elements', values, 'give it as range');
  let [low, high] = Array.isArray(range)
    ? range.map(Number)
    : values.numel() === 0
      ? [0, 1]
      : [Number(itemOf(values.min())), Number(itemOf(values.max()))];
  if (low > high) {
    throw new RuntimeError(
      `torch.histogramdd: min should not exceed max, but got min ${low} max ${high} for dimension 0`,
    );
  }
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  return call('linspace', low, high, bins + 1, { dtype: values.dtype });
}
