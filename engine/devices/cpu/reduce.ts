/**
 * Reductions on the cpu: a compiled loop for each kind and type. Floats are summed in double precision and
 * rounded once.
 */

import { bool, type DType, int64, type TypedArray } from '../../core/dtype.ts';
import { cpuArray, type Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { coalesce } from './layout.ts';

export type Reduction = 'sum' | 'prod' | 'max' | 'min' | 'any' | 'all';

interface Recipe {
  readonly start: string;
  readonly bigStart?: string;
  readonly step: string;
}

const recipes: Record<Reduction, Recipe> = {
  sum: { start: '0', step: 'acc + x' },
  prod: { start: '1', step: 'acc * x' },
  // A nan stays: neither comparison below holds for it again.
  max: { start: '-Infinity', bigStart: '-(2n ** 63n)', step: '(x > acc || x !== x) ? x : acc' },
  min: { start: 'Infinity', bigStart: '2n ** 63n - 1n', step: '(x < acc || x !== x) ? x : acc' },
  any: { start: '0', step: '(acc || x != 0) ? 1 : 0' },
  all: { start: '1', step: '(acc && x != 0) ? 1 : 0' },
};

type Loop = (
  source: TypedArray,
  offset: number,
  out: TypedArray,
  outOffset: number,
  kept: readonly number[],
  keptStrides: readonly number[],
  outStrides: readonly number[],
  reduced: readonly number[],
  reducedStrides: readonly number[],
) => void;

const loops = new Map<string, Loop>();

/** Reduces the last `count` dimensions of `source`, whose leading sizes are those of `out`. */
export const reduceKernel = defineKernel(
  'reduce',
  (kind: Reduction, source: Tensor, count: number, out: Tensor): void => {
    const split = source.ndim - count;
    const kept = coalesce(out.sizes, [out.strides, source.strides.slice(0, split)]);
    const reduced = coalesce(source.sizes.slice(split), [source.strides.slice(split)]);
    const key = `${kind}|${source.dtype.name}|${out.dtype.name}`;
    let loop = loops.get(key);
    if (!loop) {
      loop = compile(kind, source.dtype, out.dtype);
      loops.set(key, loop);
    }
    loop(
      cpuArray(source),
      source.offset,
      cpuArray(out),
      out.offset,
      kept.sizes,
      kept.strides[1],
      kept.strides[0],
      source.sizes.slice(split).includes(0) ? [0] : reduced.sizes,
      reduced.strides[0],
    );
  },
);

function compile(kind: Reduction, from: DType, to: DType): Loop {
  const recipe = recipes[kind];
  const big = to === int64;
  const start = big ? (recipe.bigStart ?? `${recipe.start}n`) : recipe.start;
  let load = 'source[q + i * stride]';
  if (to !== bool) {
    if (big && from !== int64) load = `BigInt(${load})`;
    if (!big && from === int64) load = `Number(${load})`;
  }
  const body = `
    const last = reduced.length - 1, n = reduced[last], stride = reducedStrides[last];
    const index = new Array(kept.length).fill(0), inner = new Array(last).fill(0);
    const done = reduced.includes(0);
    for (let p = offset, o = outOffset;;) {
      let acc = ${start};
      if (!done) for (let q = p;;) {
        for (let i = 0; i < n; i++) {
          const x = ${load};
          acc = ${recipe.step};
        }
        let d = last - 1;
        for (; d >= 0; d--) {
          q += reducedStrides[d];
          if (++inner[d] < reduced[d]) break;
          q -= reducedStrides[d] * reduced[d];
          inner[d] = 0;
        }
        if (d < 0) break;
      }
      out[o] = acc;
      let d = kept.length - 1;
      for (; d >= 0; d--) {
        p += keptStrides[d];
        o += outStrides[d];
        if (++index[d] < kept[d]) break;
        p -= keptStrides[d] * kept[d];
        o -= outStrides[d] * kept[d];
        index[d] = 0;
      }
      if (d < 0) return;
    }`;
  return new Function(
    'source',
    'offset',
    'out',
    'outOffset',
    'kept',
    'keptStrides',
    'outStrides',
    'reduced',
    'reducedStrides',
    body,
  ) as Loop;
}
