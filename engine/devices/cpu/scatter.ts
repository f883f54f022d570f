/** Reading and writing along one dimension by an index tensor: what gather, scatter and their relatives stand on. */

import { bool, int64, type TypedArray } from '../../core/dtype.ts';
import { RuntimeError } from '../../core/errors.ts';
import { cpuArray } from '../../core/reading.ts';
import { forEachOffset } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';

/** Calls `visit` with the storage positions of self[..., index[i], ...] and of element i of each other tensor. */
function forEachAlong(
  self: Tensor,
  dim: number,
  index: Tensor,
  others: readonly Tensor[],
  visit: (position: number, others: readonly number[]) => void,
): void {
  const indices = cpuArray(index);
  const size = self.ndim === 0 ? 1 : self.sizes[dim];
  const step = self.ndim === 0 ? 0 : self.strides[dim];
  const elsewhere = self.strides.map((stride, own) => (own === dim ? 0 : stride));
  const positions = others.map((other) => {
    const list = new Float64Array(index.numel());
    forEachOffset(index.sizes, other.strides, other.offset, (at, flat) => {
      list[flat] = at;
    });
    return list;
  });
  const bases = new Float64Array(index.numel());
  forEachOffset(index.sizes, index.ndim === 0 ? [] : elsewhere, self.offset, (at, flat) => {
    bases[flat] = at;
  });
  forEachOffset(index.sizes, index.strides, index.offset, (at, flat) => {
    const own = Number(indices[at]);
    if (own < 0 || own >= size) {
      throw new RuntimeError(`index ${own} is out of bounds for dimension ${dim} with size ${size}`);
    }
    visit(
      bases[flat] + own * step,
      positions.map((list) => list[flat]),
    );
  });
}

/** out[i] = self[index[i] along dim] */
export const gatherKernel = defineKernel(
  'gather',
  (self: Tensor, dim: number, index: Tensor, out: Tensor): void => {
    const [source, target] = [cpuArray(self), cpuArray(out)];
    forEachAlong(self, dim, index, [out], (position, [at]) => {
      target[at] = source[position];
    });
  },
);

export type ScatterMode = 'set' | 'sum' | 'prod' | 'amax' | 'amin';

const combine: Record<Exclude<ScatterMode, 'set'>, (a: number, b: number) => number> = {
  sum: (a, b) => a + b,
  prod: (a, b) => a * b,
  amax: (a, b) => Math.max(a, b),
  amin: (a, b) => Math.min(a, b),
};

const combineBig: Record<Exclude<ScatterMode, 'set'>, (a: bigint, b: bigint) => bigint> = {
  sum: (a, b) => a + b,
  prod: (a, b) => a * b,
  amax: (a, b) => (a > b ? a : b),
  amin: (a, b) => (a < b ? a : b),
};

/** self[index[i] along dim] = source[i], or combined with what is there. */
export const scatterKernel = defineKernel(
  'scatter',
  (self: Tensor, dim: number, index: Tensor, source: Tensor, mode: ScatterMode): void => {
    const [target, values]: TypedArray[] = [cpuArray(self), cpuArray(source)];
    if (mode === 'set') {
      forEachAlong(self, dim, index, [source], (position, [at]) => {
        target[position] = values[at];
      });
    } else if (self.dtype === int64) {
      const [sums, terms, step] = [target as BigInt64Array, values as BigInt64Array, combineBig[mode]];
      forEachAlong(self, dim, index, [source], (position, [at]) => {
        sums[position] = step(sums[position], terms[at]);
      });
    } else {
      const [sums, terms, step] = [target as Float64Array, values as Float64Array, combine[mode]];
      const fit =
        self.dtype === bool ? (value: number): number => (value ? 1 : 0) : (value: number): number => value;
      forEachAlong(self, dim, index, [source], (position, [at]) => {
        sums[position] = fit(step(sums[position], terms[at]));
      });
    }
  },
);
