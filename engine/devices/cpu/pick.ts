/** Picking one or a few elements of each row by their rank: median, mode, kthvalue and topk. */

import type { DType, TypedArray } from '../../core/dtype.ts';
import { cpuArray } from '../../core/reading.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { forEachRow, lastSize, lastStride } from './rows.ts';
import { type Before, introsort, nthElement, partialSort, quickSelect } from './select.ts';
import { packRow, wordsOf } from './sort.ts';

const isNan = (x: number | bigint): boolean => Number.isNaN(x as number);

/** The order of a row's elements by their positions: from small to large, nan last. */
function ascending(row: TypedArray, dtype: DType): Before {
  if (!dtype.is_floating_point) return (a, b) => row[a] < row[b];
  return (a, b) => row[a] < row[b] || (isNan(row[b]) && !isNan(row[a]));
}

function descending(row: TypedArray, dtype: DType): Before {
  if (!dtype.is_floating_point) return (a, b) => row[a] > row[b];
  return (a, b) => row[a] > row[b] || (isNan(row[a]) && !isNan(row[b]));
}

function positions(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i);
}

/** Which element of a row to pick: its position. */
type Pick = (row: TypedArray, dtype: DType) => number;

function median(row: TypedArray, dtype: DType, ignoreNan: boolean): number {
  let numbers = row.length;
  if (dtype.is_floating_point) {
    const values = row as Float64Array;
    const firstNan = values.findIndex((x) => Number.isNaN(x));
    if (firstNan >= 0 && !ignoreNan) return firstNan;
    if (firstNan >= 0) for (const x of values) if (Number.isNaN(x)) numbers--;
  }
  const rank = Math.max((numbers - 1) >> 1, 0);
  const order = positions(row.length);
  // Equal elements count in the order in which they stand.
  const less = ascending(row, dtype);
  nthElement(order, rank, (a, b) => less(a, b) || (a < b && !less(b, a)));
  return order[rank];
}

/** The most frequent element, the smallest among equals; of its places the last after sorting. */
function mode(row: TypedArray): number {
  const order = positions(row.length);
  introsort(order, order.length, (a, b) => row[a] < row[b]);
  let [best, most, run] = [order[0], 0, 0];
  order.forEach((position, i) => {
    run++;
    if (i + 1 < order.length && row[position] === row[order[i + 1]]) return;
    if (run > most) [best, most] = [position, run];
    run = 0;
  });
  return best;
}

function kth(k: number): Pick {
  return (row, dtype) => {
    const order = positions(row.length);
    quickSelect(order, k - 1, descending(row, dtype));
    return order[k - 1];
  };
}

const picks = {
  median: (row: TypedArray, dtype: DType): number => median(row, dtype, false),
  nanmedian: (row: TypedArray, dtype: DType): number => median(row, dtype, true),
  mode,
};

/** Writes the picked element of each row and where it was; `k` counts from 1. */
export const pickKernel = defineKernel(
  'median',
  (
    what: 'median' | 'nanmedian' | 'mode' | 'kth',
    source: Tensor,
    values: Tensor,
    indices: Tensor,
    k: number,
  ): void => {
    const pick: Pick = what === 'kth' ? kth(k) : picks[what];
    const [from, to, words] = [cpuArray(source), cpuArray(values), wordsOf(indices)];
    const step = lastStride(source);
    const row = new source.dtype.arrayType(lastSize(source));
    forEachRow([source, values, indices], ([start, valueAt, indexAt]) => {
      packRow(from, start, step, row);
      const position = pick(row, source.dtype);
      to[valueAt] = row[position];
      words[2 * indexAt] = position;
      words[2 * indexAt + 1] = 0;
    });
  },
);

/** Writes the largest (or smallest) elements of each row, as many as `values` has in a row. */
export const topkKernel = defineKernel(
  'topk',
  (source: Tensor, values: Tensor, indices: Tensor, largest: boolean, sorted: boolean): void => {
    const { dtype } = source;
    const count = lastSize(source);
    const k = lastSize(values);
    if (k === 0) return;
    const [from, to, words] = [cpuArray(source), cpuArray(values), wordsOf(indices)];
    const [step, valueStep, indexStep] = [source, values, indices].map(lastStride);
    const row = new dtype.arrayType(count);
    const before = largest ? descending(row, dtype) : ascending(row, dtype);
    forEachRow([source, values, indices], ([start, valueStart, indexStart]) => {
      packRow(from, start, step, row);
      const order = positions(count);
      if (k * 64 <= count) {
        partialSort(order, k, before);
      } else {
        nthElement(order, k - 1, before);
        if (sorted) introsort(order, k - 1, before);
      }
      for (let i = 0; i < k; i++) {
        to[valueStart + i * valueStep] = row[order[i]];
        const word = 2 * (indexStart + i * indexStep);
        words[word] = order[i];
        words[word + 1] = 0;
      }
    });
  },
);
