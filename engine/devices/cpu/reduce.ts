/**
 * Reductions on the cpu: a compiled loop for each kind, types and layout. Sums of floats are made in PyTorch's order
 * (cascade.ts), long ones in double precision and rounded once; integers are summed as numbers for as long as these are exact.
 */

import { bool, type DType, float32, float64, int64, type TypedArray } from '../../core/dtype.ts';
import { cpuArray } from '../../core/reading.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { CascadeSum, cascadeLimit } from './cascade.ts';
import { coalesce } from './layout.ts';
import { sumVectors } from './sum-vectors.ts';

export type Reduction = 'sum' | 'prod' | 'max' | 'min' | 'any' | 'all';

interface Recipe {
  readonly start: string;
  readonly bigStart?: string;
  /** How two partial results join; an element counts as one. */
  readonly join: (acc: string, x: string) => string;
}

const recipes: Record<Reduction, Recipe> = {
  sum: { start: '0', join: (acc, x) => `${acc} + ${x}` },
  prod: { start: '1', join: (acc, x) => `${acc} * ${x}` },
  // A nan stays: neither comparison below holds for it again.
  max: {
    start: '-Infinity',
    bigStart: '-(2n ** 63n)',
    join: (acc, x) => `(${x} > ${acc} || ${x} !== ${x}) ? ${x} : ${acc}`,
  },
  min: {
    start: 'Infinity',
    bigStart: '2n ** 63n - 1n',
    join: (acc, x) => `(${x} < ${acc} || ${x} !== ${x}) ? ${x} : ${acc}`,
  },
  any: { start: '0', join: (acc, x) => `(${acc} || ${x} != 0) ? 1 : 0` },
  all: { start: '1', join: (acc, x) => `(${acc} && ${x} != 0) ? 1 : 0` },
};

/** Everything a loop reads: the kept dimensions step through source and out, the reduced ones through source alone. */
interface Work {
  readonly source: TypedArray;
  readonly offset: number;
  readonly out: TypedArray;
  readonly outOffset: number;
  readonly kept: readonly number[];
  readonly keptStrides: readonly number[];
  readonly outStrides: readonly number[];
  readonly reduced: readonly number[];
  readonly reducedStrides: readonly number[];
}

type Loop = (work: Work) => void;

const loops = new Map<string, Loop>();

/** Reduces the last `count` dimensions of `source`, whose leading sizes are those of `out`. */
export const reduceKernel = defineKernel(
  'reduce',
  (kind: Reduction, source: Tensor, count: number, out: Tensor): void => {
    const split = source.ndim - count;
    const kept = coalesce(out.sizes, [out.strides, source.strides.slice(0, split)]);
    const reduced = coalesce(source.sizes.slice(split), [source.strides.slice(split)]);
    const last = kept.sizes.length - 1;
    if (kind === 'sum' && source.dtype === out.dtype && (out.dtype === float32 || out.dtype === float64)) {
      if (source.numel() < cascadeLimit) {
        const floats = [cpuArray(source), cpuArray(out)] as [Float32Array, Float32Array];
        if (source.numel() > 0) new CascadeSum(...floats).run(source.offset, out.offset, kept, reduced);
        return;
      }
      if (out.dtype === float32 && sumVectors(source, out, kept, reduced)) return;
    }
    // Where the kept elements lie next to each other, whole rows of them are reduced at a time.
    const byColumns =
      kept.strides[1][last] === 1 &&
      kept.sizes[last] >= 8 &&
      reduced.strides[0][reduced.sizes.length - 1] !== 1 &&
      source.numel() / out.numel() < exactTerms;
    const layout = byColumns ? 'columns' : 'rows';
    const key = `${kind}|${source.dtype.name}|${out.dtype.name}|${layout}`;
    let loop = loops.get(key);
    if (!loop) {
      loop = compile(kind, source.dtype, out.dtype, layout);
      loops.set(key, loop);
    }
    loop({
      source: cpuArray(source),
      offset: source.offset,
      out: cpuArray(out),
      outOffset: out.offset,
      kept: kept.sizes,
      keptStrides: kept.strides[1],
      outStrides: kept.strides[0],
      reduced: source.sizes.slice(split).includes(0) ? [0] : reduced.sizes,
      reducedStrides: reduced.strides[0],
    });
  },
);

/** So many 32-bit integers certainly have an exact sum. */
const exactTerms = 2 ** 20;

/** How elements are read, joined and written: the parts of a loop that depend on the types. */
interface Parts {
  /** Accumulators: [name, start value]. */
  readonly state: readonly (readonly [name: string, start: string])[];
  /** The class of an array of accumulators. */
  readonly array: 'Float64Array' | 'BigInt64Array';
  readonly setup: string;
  /** Takes the element at a position into accumulators of those names. */
  take(names: readonly string[], position: string): string;
  /** Takes the second set of accumulators into the first. */
  merge(into: readonly string[], from: readonly string[]): string;
  /** The value to write for these accumulators. */
  value(names: readonly string[]): string;
  /** True where sums must be cut into exact parts. */
  readonly cut: boolean;
}

function partsFor(kind: Reduction, from: DType, to: DType): Parts {
  const { start, bigStart, join } = recipes[kind];
  if (kind === 'sum' && to === int64) return from === int64 ? wordSums : numberSums;
  const big = to === int64;
  const read = (element: string): string => {
    if (to === bool || (from === int64) === big) return element;
    return big ? `BigInt(${element})` : `Number(${element})`;
  };
  return {
    state: [['acc', big ? (bigStart ?? `${start}n`) : start]],
    array: big ? 'BigInt64Array' : 'Float64Array',
    setup: '',
    take: ([acc], position) => `{ const x = ${read(`source[${position}]`)}; ${acc} = ${join(acc, 'x')}; }`,
    merge: ([into], [other]) => `${into} = ${join(into, other)};`,
    value: ([acc]) => acc,
    cut: false,
  };
}

/** Sums of integers of up to 32 bits, as numbers. */
const numberSums: Parts = {
  state: [['acc', '0']],
  array: 'Float64Array',
  setup: '',
  take: ([acc], position) => `${acc} += source[${position}];`,
  merge: ([into], [other]) => `${into} += ${other};`,
  value: ([acc]) => `BigInt(${acc})`,
  cut: true,
};

/** Sums of int64: their low and high words apart, as numbers, which is several times faster than bigints. */
const wordSums: Parts = {
  state: [
    ['low', '0'],
    ['high', '0'],
  ],
  array: 'Float64Array',
  setup: 'const words = new Int32Array(source.buffer, source.byteOffset, 2 * source.length);',
  take: ([low, high], position) =>
    `{ const p = 2 * (${position}); ${low} += words[p] >>> 0; ${high} += words[p + 1]; }`,
  merge: ([low, high], [otherLow, otherHigh]) => `${low} += ${otherLow}; ${high} += ${otherHigh};`,
  value: ([low, high]) => `BigInt(${high}) * 4294967296n + BigInt(${low})`,
  cut: true,
};

function compile(kind: Reduction, from: DType, to: DType, layout: 'rows' | 'columns'): Loop {
  const parts = partsFor(kind, from, to);
  const body = `
    const { source, offset, out, outOffset, kept, keptStrides, outStrides, reduced, reducedStrides } = work;
    ${parts.setup}
    const done = reduced.includes(0);
    const last = reduced.length - 1, inner = new Array(last).fill(0);
    const n = reduced[last], stride = reducedStrides[last];
    ${layout === 'rows' ? rowsBody(parts) : columnsBody(parts)}`;
  return new Function('work', body) as Loop;
}

const unroll = 4;
const longestRun = 2 ** 14;

/** Moves `q` on to the next run of the elements of a result; after the last one it leaves the loop. */
const nextRun = `
        let d = last - 1;
        for (; d >= 0; d--) {
          q += reducedStrides[d];
          if (++inner[d] < reduced[d]) break;
          q -= reducedStrides[d] * reduced[d];
          inner[d] = 0;
        }
        if (d < 0) break;`;

/** Moves `p` and `o` on to the next result, over the first `depth` of the dimensions that are kept; after the last one all is done. */
const nextResult = (depth: string): string => `
      let d = ${depth} - 1;
      for (; d >= 0; d--) {
        p += keptStrides[d];
        o += outStrides[d];
        if (++index[d] < kept[d]) break;
        p -= keptStrides[d] * kept[d];
        o -= outStrides[d] * kept[d];
        index[d] = 0;
      }
      if (d < 0) return;`;

/**
 * One result after the other. A run of elements is a function of its own, which V8 compiles well, and has four
 * accumulators that take turns, so that an addition need not wait for the last.
 */
function rowsBody(parts: Parts): string {
  const names = parts.state.map(([name]) => name);
  const lanes = Array.from({ length: unroll }, (_, lane) => names.map((name) => `${name}_${lane}`));
  const declare = (lane: number): string =>
    parts.state.map(([name, start]) => `let ${name}_${lane} = ${start};`).join(' ');
  const [first, ...others] = lanes[0];
  const merged = names.map((name) => `run_${name}`);
  return `
    ${others.map((_, k) => `let run_${names[k + 1]};`).join(' ')}
    const run = (q, n) => {
      ${lanes.map((_, lane) => declare(lane)).join('\n      ')}
      let i = 0;
      if (stride === 1) {
        for (const end = n - ${unroll - 1}; i < end; i += ${unroll}) {
          ${lanes.map((lane, k) => parts.take(lane, `q + i + ${k}`)).join('\n          ')}
        }
      }
      for (; i < n; i++) ${parts.take(lanes[0], 'q + i * stride')}
      ${lanes
        .slice(1)
        .map((lane) => parts.merge(lanes[0], lane))
        .join(' ')}
      ${others.map((other, k) => `run_${names[k + 1]} = ${other};`).join(' ')}
      return ${first};
    };
    const index = new Array(kept.length).fill(0);
    for (let p = offset, o = outOffset;;) {
      ${parts.state.map(([name, start]) => `let ${name} = ${start};`).join(' ')}
      ${parts.cut ? 'let total = 0n, terms = 0;' : ''}
      if (!done) for (let q = p;;) {
        for (let start = 0; start < n; start += ${longestRun}) {
          const length = Math.min(n - start, ${longestRun});
          const run_${names[0]} = run(q + start * stride, length);
          ${parts.merge(names, merged)}
          ${parts.cut ? `if ((terms += length) > ${exactTerms}) { total += ${parts.value(names)}; ${names.map((name) => `${name} = 0;`).join(' ')} terms = 0; }` : ''}
        }
        ${nextRun}
      }
      out[o] = ${parts.cut ? `total + ${parts.value(names)}` : parts.value(names)};
      ${nextResult('kept.length')}
    }`;
}

/** A stretch of neighbouring results at a time, small enough for the processor's cache. */
function columnsBody(parts: Parts): string {
  const block = 2048;
  const arrays = parts.state.map(([name]) => `${name}s[j]`);
  return `
    const depth = kept.length - 1, width = kept[depth], outStride = outStrides[depth];
    const index = new Array(depth).fill(0);
    const size = Math.min(width, ${block});
    ${parts.state.map(([name]) => `const ${name}s = new ${parts.array}(size);`).join(' ')}
    for (let p = offset, o = outOffset;;) {
      for (let first = 0; first < width; first += size) {
        const m = Math.min(size, width - first);
        ${parts.state.map(([name, start]) => `${name}s.fill(${start});`).join(' ')}
        if (!done) for (let q = p + first;;) {
          for (let i = 0; i < n; i++) {
            const row = q + i * stride;
            for (let j = 0; j < m; j++) ${parts.take(arrays, 'row + j')}
          }
          ${nextRun}
        }
        for (let j = 0; j < m; j++) out[o + (first + j) * outStride] = ${parts.value(arrays)};
      }
      ${nextResult('depth')}
    }`;
}
