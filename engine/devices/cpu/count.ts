/** Kernels that count: elements that are not zero, distinct elements, histograms, and places in sorted boundaries. */

import { float16, float32, int64 } from '../../core/dtype.ts';
import { cpuArray, toNumbers } from '../../core/reading.ts';
import { CpuStorage } from '../../core/storage.ts';
import { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { cpu } from './device.ts';
import { sortedOrder } from './sort.ts';

function int64Vector(numbers: ArrayLike<number>, count = numbers.length): Tensor {
  const array = new BigInt64Array(count);
  const words = new Int32Array(array.buffer);
  for (let i = 0; i < count; i++) words[2 * i] = numbers[i];
  return new Tensor({ storage: new CpuStorage(cpu, int64, array), dtype: int64, sizes: [count] });
}

/** The positions of elements that are not zero, one row each. On webgpu their number is not known at once. */
export const nonzeroKernel = defineKernel('nonzero', (self: Tensor): Tensor | Promise<Tensor> => {
  const elements = self.toTypedArray();
  const found: number[] = [];
  for (let flat = 0; flat < elements.length; flat++) {
    // biome-ignore lint/suspicious/noDoubleEquals: an int64 zero is a bigint
    if (elements[flat] != 0) found.push(flat);
  }
  const positions = new BigInt64Array(found.length * self.ndim);
  found.forEach((flat, row) => {
    for (let dim = self.ndim - 1, rest = flat; dim >= 0; dim--) {
      positions[dim * found.length + row] = BigInt(rest % self.sizes[dim]);
      rest = Math.floor(rest / self.sizes[dim]);
    }
  });
  return new Tensor({
    storage: new CpuStorage(cpu, int64, positions),
    dtype: int64,
    sizes: [found.length, self.ndim],
    // PyTorch gathers one dimension after the other: the result lies column by column.
    strides: [1, found.length],
  });
});

/** What is found of distinct elements. */
export interface Distinct {
  readonly first: Tensor;
  readonly inverse: Tensor;
  readonly counts: Tensor;
}

/** The first place of each distinct element (in order, or in runs), the number of each element's kind, and counts. */
export const distinctKernel = defineKernel(
  '_unique2',
  (self: Tensor, consecutive: boolean): Distinct | Promise<Distinct> => {
    const elements = self.toTypedArray();
    const total = elements.length;
    const order = consecutive ? null : sortedOrder(elements, self.dtype);
    const [first, counts, inverse] = [new Int32Array(total), new Int32Array(total), new Int32Array(total)];
    let kinds = 0;
    for (let k = 0; k < total; k++) {
      const position = order ? order[k] : k;
      const previous = order ? order[k - 1] : k - 1;
      if (k === 0 || elements[previous] !== elements[position]) first[kinds++] = position;
      counts[kinds - 1]++;
      inverse[position] = kinds - 1;
    }
    return {
      first: int64Vector(first, kinds),
      inverse: int64Vector(inverse),
      counts: int64Vector(counts, kinds),
    };
  },
);

/** Adds up ones, or weights, at the places that `values` name. */
export const binCounts = defineKernel(
  'bincount',
  (values: Tensor, weights: Tensor | null, out: Tensor): void => {
    const sums = new Float64Array(out.sizes[0]);
    const terms = weights?.toTypedArray();
    toNumbers(values).forEach((value, i) => {
      sums[value] += terms ? Number(terms[i]) : 1;
    });
    const target = cpuArray(out);
    sums.forEach((sum, i) => {
      target[i] = out.dtype === int64 ? BigInt(sum) : sum;
    });
  },
);

/** Counts the elements in equal parts of the range from `low` to `high`, which belongs to the last part. */
export const histogramKernel = defineKernel(
  'histc',
  (self: Tensor, out: Tensor, low: number, high: number): void => {
    const counts = cpuArray(out) as Float64Array;
    const bins = out.sizes[0];
    // Elements at the edges are put where arithmetic in their own type puts them.
    const narrow = self.dtype === float32 || self.dtype === float16;
    const rounded = narrow ? Math.fround : (x: number) => x;
    const range = rounded(high - low);
    for (const x of self.toTypedArray() as Float64Array) {
      if (!(x >= low && x <= high)) continue;
      const place = Math.trunc(rounded(rounded(rounded(x - low) * bins) / range));
      counts[Math.min(place, bins - 1)]++;
    }
  },
);

/** Places of values in rows of sorted boundaries (or in the one row there is), by bisection. */
export const searchKernel = defineKernel(
  'searchsorted',
  (boundaries: Tensor, values: Tensor, out: Tensor, right: boolean): void => {
    const [bounds, wanted] = [boundaries.toTypedArray(), values.toTypedArray()];
    const count = boundaries.sizes[boundaries.ndim - 1];
    const perRow = boundaries.ndim === 1 ? wanted.length : (values.sizes[values.ndim - 1] as number);
    const target = cpuArray(out);
    for (let i = 0; i < wanted.length; i++) {
      const start = boundaries.ndim === 1 ? 0 : Math.floor(i / perRow) * count;
      let [low, high] = [start, start + count];
      while (low < high) {
        const middle = (low + high) >> 1;
        // A nan lies after everything.
        const isBefore = right ? !(bounds[middle] > wanted[i]) : !(bounds[middle] >= wanted[i]);
        if (isBefore) low = middle + 1;
        else high = middle;
      }
      target[i] = out.dtype === int64 ? BigInt(low - start) : low - start;
    }
  },
);
