/** Membership, histograms with their edges, slopes of sampled functions, parts of numbers. */

import { int32 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { namedTuple } from '../core/pairs.ts';
import { compose } from '../core/pointwise.ts';
import { wrapDim, wrapDims } from '../core/shape.ts';
import { itemOf, Tensor } from '../core/tensor.ts';
import { choose, refuseUnknownSize } from './support.ts';

defineOperator({
  name: 'isin',
  schema: 'elements: Operand, test_elements: Operand, *, assume_unique: bool = false, invert: bool = false',
  doc: 'For each element whether it is one of `test_elements` (or, inverted, whether it is not).',
  example: 'torch.isin(torch.tensor([1, 2, 3]), torch.tensor([2, 3]))',
  as: 'function',
  forward({ elements, test_elements, invert }) {
    const [own, tested] = [elements, test_elements].map((value) =>
      value instanceof Tensor ? value : (call('tensor', value) as Tensor),
    );
    const found = own.unsqueeze(-1).eq(tested.reshape(-1)).any(-1);
    return invert ? found.logical_not() : found;
  },
});

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

defineOperator({
  name: 'gradient',
  schema: 'self: Tensor, *, spacing: any = 1, dim: int[]? = null, edge_order: int = 1',
  doc: 'Slopes of a sampled function along dimensions: from both neighbours inside, from one side (by one or two steps) at the ends.',
  example: 'torch.gradient(torch.tensor([1, 2, 4, 8.5]))',
  as: 'function',
  returns: 'Tensor[]',
  forward({ self, spacing, dim, edge_order }) {
    if (edge_order !== 1 && edge_order !== 2) {
      throw new RuntimeError('torch.gradient only supports edge_order=1 and edge_order=2.');
    }
    const dims = wrapDims(dim, self.ndim);
    const steps: unknown[] = Array.isArray(spacing) ? spacing : dims.map(() => spacing);
    if (steps.length !== dims.length) {
      throw new RuntimeError(
        `torch.gradient expected spacing to be unspecified, a scalar, or a list of length ${dims.length} but got a list of length ${steps.length}`,
      );
    }
    return dims.map((own, k) => slopesAlong(self, wrapDim(own, self.ndim), Number(steps[k]), edge_order));
  },
});

function slopesAlong(self: Tensor, dim: number, step: number, edgeOrder: number): Tensor {
  const size = self.sizes[dim];
  if (size < edgeOrder + 1) {
    throw new RuntimeError('torch.gradient expected each dimension size to be at least edge_order+1');
  }
  const at = (start: number, length = 1): Tensor => self.narrow(dim, start, length);
  const inner = at(2, size - 2)
    .sub(at(0, size - 2))
    .div(2 * step);
  const end = (first: number, way: 1 | -1): Tensor => {
    const [a, b] = [at(first), at(first + way)];
    const rise =
      edgeOrder === 1
        ? b.sub(a)
        : a
            .mul(-1.5)
            .add(b.mul(2))
            .sub(at(first + 2 * way).mul(0.5));
    return rise.div(way * step);
  };
  return call('cat', [end(0, 1), inner, end(size - 1, -1)], dim);
}

defineOperator({
  name: 'frexp',
  schema: 'self: Tensor',
  doc: 'Each number as a mantissa from 1/2 up to 1 (or down to -1), times 2 to the power of an exponent.',
  example: 'torch.frexp(torch.tensor([1, 6.5]))',
  returns: 'Frexp',
  grad: { self: (grad, { results }) => grad.div(call('exp2', results[1].to(grad.dtype))) },
  saves: ['results'],
  nondifferentiable: [1],
  forward({ self }) {
    if (!self.dtype.is_floating_point) {
      throw new RuntimeError('torch.frexp() only supports floating-point dtypes');
    }
    const exponent = compose('exponent(self)', { self }, self.dtype, int32);
    const mantissa = compose('mantissa(self)', { self }, self.dtype);
    return namedTuple('frexp', { mantissa, exponent });
  },
});
