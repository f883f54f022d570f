/** Advanced indexing on the cpu: reading and writing the elements that index tensors name. */

import { int64 } from '../../core/dtype.ts';
import { IndexError } from '../../core/errors.ts';
import { cpuArray, toNumbers } from '../../core/reading.ts';
import { forEachOffset, numelOf } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';

/**
 * An indexed place: the dimensions of `self` that have an index, in order, their indices (all of one shape), and
 * where the indices' dimensions stand among those that are left.
 */
export interface IndexPlan {
  readonly dims: readonly number[];
  readonly indices: readonly Tensor[];
  readonly position: number;
}

/** PyTorch counts the indexed dimensions alone. */
function boundsError(index: number, dim: number, size: number): IndexError {
  return new IndexError(`index ${index} is out of bounds for dimension ${dim} with size ${size}`);
}

/** For an index on the cpu into a tensor elsewhere: the error comes at the call. @throws IndexError */
export function checkBounds(indices: Tensor, self: Tensor, dim: number, position: number): void {
  const size = self.sizes[dim];
  const wrong = toNumbers(indices).find((index) => index < -size || index >= size);
  if (wrong !== undefined) throw boundsError(wrong, position, size);
}

/** Storage offsets by flat position within the indices' shape. @throws IndexError for an index out of range. */
function offsetsOf(self: Tensor, { dims, indices }: IndexPlan): Float64Array {
  const offsets = new Float64Array(indices[0].numel());
  dims.forEach((dim, k) => {
    const [size, stride] = [self.sizes[dim], self.strides[dim]];
    const values = toNumbers(indices[k]);
    for (let flat = 0; flat < values.length; flat++) {
      const index = values[flat];
      if (index < -size || index >= size) {
        throw boundsError(index, k, size);
      }
      offsets[flat] += (index < 0 ? index + size : index) * stride;
    }
  });
  return offsets;
}

/** Calls `visit` with each pair of storage positions: in the indexed tensor and in the one shaped as the result. */
function forEachPair(
  self: Tensor,
  plan: IndexPlan,
  other: Tensor,
  visit: (position: number, otherPosition: number) => void,
): void {
  const offsets = offsetsOf(self, plan);
  const kept = self.sizes.map((_, dim) => dim).filter((dim) => !plan.dims.includes(dim));
  const strides = kept.map((dim) => self.strides[dim]);
  const indexDims = plan.indices[0].ndim;
  const { position } = plan;
  const before = numelOf(kept.slice(0, position).map((dim) => self.sizes[dim]));
  const after = numelOf(kept.slice(position).map((dim) => self.sizes[dim]));
  // The other tensor's positions in row-major order of (before, index, after).
  const otherPositions = new Float64Array(other.numel());
  forEachOffset(other.sizes, other.strides, other.offset, (at, flat) => {
    otherPositions[flat] = at;
  });
  const startsOf = (dims: readonly number[], count: number, from: number): Float64Array => {
    const starts = new Float64Array(count);
    forEachOffset(
      dims.map((dim) => self.sizes[dim]),
      strides.slice(from, from + dims.length),
      0,
      (at, flat) => {
        starts[flat] = at;
      },
    );
    return starts;
  };
  const outer = startsOf(kept.slice(0, position), before, 0);
  const inner = startsOf(kept.slice(position), after, position);
  if (other.ndim !== kept.length + indexDims) throw new Error('the result does not fit the index');
  let flat = 0;
  for (let i = 0; i < before; i++) {
    for (let j = 0; j < offsets.length; j++) {
      const start = self.offset + outer[i] + offsets[j];
      for (let k = 0; k < after; k++) visit(start + inner[k], otherPositions[flat++]);
    }
  }
}

/** out = self[indices] */
export const indexKernel = defineKernel('index', (self: Tensor, plan: IndexPlan, out: Tensor): void => {
  const [source, target] = [cpuArray(self), cpuArray(out)];
  forEachPair(self, plan, out, (position, at) => {
    target[at] = source[position];
  });
});

/** self[indices] = values, or += where `accumulate`; `values` has the sizes of the indexed result. */
export const indexPutKernel = defineKernel(
  'index_put_',
  (self: Tensor, plan: IndexPlan, values: Tensor, accumulate: boolean): void => {
    const [target, source] = [cpuArray(self), cpuArray(values)];
    if (!accumulate) {
      forEachPair(self, plan, values, (position, at) => {
        target[position] = source[at];
      });
    } else if (self.dtype === int64) {
      const [sums, terms] = [target as BigInt64Array, source as BigInt64Array];
      forEachPair(self, plan, values, (position, at) => {
        sums[position] += terms[at];
      });
    } else {
      const [sums, terms] = [target as Float64Array, source as Float64Array];
      forEachPair(self, plan, values, (position, at) => {
        sums[position] += terms[at];
      });
    }
  },
);
