/**
 * Counting on the GPU: elements that are not zero, distinct elements, histograms, places in sorted boundaries. Where
 * the size of a result depends on the data, the GPU counts, the count is read, and the result is a promise.
 */

import { bool, int32, int64, promote_types } from '../../core/dtype.ts';
import { numelOf } from '../../core/shape.ts';
import { alias, allocate, type Tensor } from '../../core/tensor.ts';
import {
  binCounts,
  type Distinct,
  distinctKernel,
  histogramKernel,
  nonzeroKernel,
  searchKernel,
} from '../cpu/count.ts';
import { lessThan } from './joins.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { kindOf } from './layout.ts';
import { sortIndices } from './sort.ts';

/** The numbers from 0 on, as many as that. */
function numbers(like: Tensor, count: number): Tensor {
  return like.new_full([count], 1, { dtype: int64 }).cumsum(0).sub_(1);
}

const last = async (totals: Tensor): Promise<number> =>
  Number(await totals.narrow(0, totals.sizes[0] - 1, 1).item());

/** Those of `values` that are kept, in order: `totals` counts the kept ones up to each, `count` all of them. */
function keep(values: Tensor, kept: Tensor, totals: Tensor, count: number): Tensor {
  // What is not kept goes to a place beyond the end.
  const places = totals.sub(1).where(kept, totals.new_full([], count));
  return values
    .new_zeros([count + 1])
    .scatter_(0, places, values)
    .narrow(0, 0, count)
    .clone();
}

nonzeroKernel.on('webgpu', async (self: Tensor): Promise<Tensor> => {
  const total = self.numel();
  if (total === 0) return alias(self.new_zeros([0], { dtype: int64 }), [0, self.ndim], [1, 0]);
  const kept = self.reshape(-1).ne(0);
  const totals = kept.cumsum(0);
  const count = await last(totals);
  const flat = keep(numbers(self, total), kept, totals, count);
  // One dimension after the other, as PyTorch lays them out.
  const columns = self.new_zeros([self.ndim, count], { dtype: int64 });
  self.sizes.forEach((size, dim) => {
    const step = numelOf(self.sizes.slice(dim + 1));
    columns.select(0, dim).copy_(flat.floor_divide(step).remainder_(size));
  });
  return alias(columns, [count, self.ndim], [1, count]);
});

distinctKernel.on('webgpu', async (self: Tensor, consecutive: boolean): Promise<Distinct> => {
  const total = self.numel();
  const flat = self.reshape(-1);
  let order = numbers(self, total);
  if (total === 0) return { first: order, inverse: order, counts: order };
  let sorted = flat;
  if (!consecutive) {
    order = allocate([total], int64, gpuOfTensor(self));
    sortIndices(flat, order, false);
    sorted = flat.gather(0, order);
  }
  const begins = self.new_full([total], 1, { dtype: bool });
  if (total > 1)
    begins.narrow(0, 1, total - 1).copy_(sorted.narrow(0, 1, total - 1).ne(sorted.narrow(0, 0, total - 1)));
  const totals = begins.cumsum(0);
  const count = await last(totals);
  const kinds = totals.sub(1);
  const ones = order.new_full([total], 1);
  return {
    first: keep(order, begins, totals, count),
    inverse: order.new_zeros([total]).scatter_(0, order, kinds),
    counts: order.new_zeros([count]).scatter_add_(0, kinds, ones),
  };
});

binCounts.on('webgpu', (values: Tensor, weights: Tensor | null, out: Tensor): void => {
  const terms = weights?.to(out.dtype) ?? out.new_full([values.numel()], 1);
  out.zero_().scatter_add_(0, values.to(int64), terms);
});

histogramKernel.on('webgpu', (self: Tensor, out: Tensor, low: number, high: number): void => {
  const [bins] = out.sizes;
  const flat = self.reshape(-1);
  const inside = flat.ge(low).logical_and(flat.le(high));
  const places = flat
    .sub(low)
    .mul(bins)
    .div(high - low)
    .trunc()
    .clamp(0, bins - 1)
    .to(int64);
  const counts = out.new_zeros([bins], { dtype: int32 });
  out.copy_(counts.scatter_add_(0, places.where(inside, places.new_zeros([])), inside.to(int32)));
});

searchKernel.on('webgpu', (boundaries: Tensor, values: Tensor, out: Tensor, right: boolean): void => {
  const common = promote_types(boundaries.dtype, values.dtype);
  const [bounds, wanted] = [boundaries.to(common), values.to(common)];
  const kind = kindOf(common);
  const count = bounds.sizes[bounds.ndim - 1];
  if (out.numel() === 0) return;
  // As PyTorch has it: whatever is not found to lie behind lies before, nan too.
  const isBehind = right ? lessThan('x', 'bound', kind) : `!${lessThan('bound', 'x', kind)}`;
  const isNan = kind === 'f32' ? 'is_nan(x) || is_nan(bound)' : 'false';
  runKernel({
    name: 'searchsorted',
    device: gpuOfTensor(out),
    out,
    inputs: [bounds, wanted],
    params: {
      total: out.numel(),
      count,
      per_row: bounds.ndim === 1 ? out.numel() : values.sizes[values.ndim - 1],
      bounds_offset: bounds.offset,
      offset: wanted.offset,
    },
    workgroups: Math.ceil(out.numel() / 128),
    variant: [right],
    body: () => `${mainOver(128, 'P_total')}
  let start = P_bounds_offset + i / P_per_row * P_count;
  let x = in1[P_offset + i];
  var low = 0u;
  var high = P_count;
  while (low < high) {
    let middle = (low + high) / 2u;
    let bound = in0[start + middle];
    if (${isNan} || !(${isBehind})) { low = middle + 1u; } else { high = middle; }
  }
  result[i] = ${out.dtype === int64 ? 'vec2<u32>(low, 0u)' : 'i32(low)'};
}`,
  });
});
