/** The largest or smallest element of each row, and where it is. */

import type { DType, TypedArray } from '../../core/dtype.ts';
import { cpuArray } from '../../core/reading.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { forEachRow, lastSize, lastStride, perTypes } from './rows.ts';

export type Extreme = 'max' | 'min';

type Search = (source: TypedArray, start: number, count: number, stride: number) => number;

// The first nan beats all numbers; among equals the first stands.
const searches: Record<Extreme, (dtype: DType) => Search> = {
  max: perTypes<Search>((dtype) => searchText('>', dtype)),
  min: perTypes<Search>((dtype) => searchText('<', dtype)),
};

function searchText(sign: string, dtype: DType): { parameters: string; body: string } {
  const nan = dtype.is_floating_point ? 'if (x !== x) return i;' : '';
  return {
    parameters: 'source, start, count, stride',
    body: `
    let best = source[start], found = 0;
    for (let i = 0, p = start; i < count; i++, p += stride) {
      const x = source[p];
      ${nan}
      if (x ${sign} best) { best = x; found = i; }
    }
    return found;`,
  };
}

/** Writes where the extreme of each row (along the last dimension) is, and where asked for its value. */
export const extremeKernel = defineKernel(
  'argmax',
  (kind: Extreme, source: Tensor, indices: Tensor, values: Tensor | null): void => {
    const search = searches[kind](source.dtype);
    const [count, stride] = [lastSize(source), lastStride(source)];
    const array = cpuArray(source);
    const found = cpuArray(indices) as BigInt64Array;
    const kept = values && cpuArray(values);
    forEachRow(values ? [source, indices, values] : [source, indices], ([start, at, valueAt]) => {
      const index = search(array, start, count, stride);
      found[at] = BigInt(index);
      if (kept) kept[valueAt] = array[start + index * stride];
    });
  },
);

/** Running extremes along the last dimension: the latest among equals, and nan from the first nan on. */
export const cumulativeExtremeKernel = defineKernel(
  'cummax',
  (kind: Extreme, source: Tensor, values: Tensor, indices: Tensor): void => {
    const [from, to, found] = [cpuArray(source), cpuArray(values), cpuArray(indices) as BigInt64Array];
    const [step, valueStep, indexStep] = [source, values, indices].map(lastStride);
    const count = lastSize(source);
    forEachRow([source, values, indices], ([start, valueStart, indexStart]) => {
      let best = from[start];
      let at = 0;
      for (let i = 0; i < count; i++) {
        const x = from[start + i * step];
        if (Number.isNaN(x) || (!Number.isNaN(best) && (kind === 'max' ? x >= best : x <= best))) {
          best = x;
          at = i;
        }
        to[valueStart + i * valueStep] = best;
        found[indexStart + i * indexStep] = BigInt(at);
      }
    });
  },
);
