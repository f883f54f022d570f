/**
 * Reductions on the GPU. Where the reduced elements lie next to each other a workgroup shares a row; where the kept
 * ones do, each invocation walks its own column. Long reductions over few results are split and done in two steps.
 */

import { contiguousStrides } from '../../core/shape.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { coalesce, type LoopNest } from '../cpu/layout.ts';
import { type Reduction, reduceKernel } from '../cpu/reduce.ts';
import { gpuOfTensor, mainOver, offsetCode, runKernel } from './kernels.ts';
import { deviceBytes, type Kind, kindOf } from './layout.ts';
import { fits } from './parts.ts';
import type { GpuStorage } from './storage.ts';
import { convert, load, store } from './wgsl.ts';
import { lanes, teamFor } from './workgroup.ts';

interface Recipe {
  readonly start: Record<Kind, string>;
  readonly step: Record<Kind, (a: string, b: string) => string>;
}

const both = (step: (a: string, b: string) => string): Record<Kind, (a: string, b: string) => string> => ({
  f32: step,
  i32: step,
  i64: step,
});

const zero = { f32: '0.0', i32: '0', i64: 'vec2<u32>(0u)' };
const one = { f32: '1.0', i32: '1', i64: 'vec2<u32>(1u, 0u)' };

const recipes: Record<Reduction, Recipe> = {
  sum: { start: zero, step: { ...both((a, b) => `${a} + ${b}`), i64: (a, b) => `i64_add(${a}, ${b})` } },
  prod: { start: one, step: { ...both((a, b) => `${a} * ${b}`), i64: (a, b) => `i64_mul(${a}, ${b})` } },
  max: {
    start: { f32: '-inf()', i32: '-2147483648', i64: 'vec2<u32>(0u, 0x80000000u)' },
    step: {
      f32: (a, b) => `select(select(${a}, ${b}, ${b} > ${a} || is_nan(${b})), ${a}, is_nan(${a}))`,
      i32: (a, b) => `max(${a}, ${b})`,
      i64: (a, b) => `select(${a}, ${b}, i64_lt(${a}, ${b}))`,
    },
  },
  min: {
    start: { f32: 'inf()', i32: '2147483647', i64: 'vec2<u32>(0xffffffffu, 0x7fffffffu)' },
    step: {
      f32: (a, b) => `select(select(${a}, ${b}, ${b} < ${a} || is_nan(${b})), ${a}, is_nan(${a}))`,
      i32: (a, b) => `min(${a}, ${b})`,
      i64: (a, b) => `select(${b}, ${a}, i64_lt(${a}, ${b}))`,
    },
  },
  any: { start: zero, step: both((a, b) => `max(${a}, ${b})`) },
  all: { start: one, step: both((a, b) => `min(${a}, ${b})`) },
};

/** Invocations below which a reduction is worth splitting, and the least length of a part. */
const enoughInvocations = 16384;
const shortestPart = 256;

reduceKernel.on('webgpu', (kind: Reduction, source: Tensor, count: number, out: Tensor): void => {
  if (!fits(source.storage as GpuStorage, gpuOfTensor(source).context.limits)) {
    reduceParts(kind, source, count, out);
    return;
  }
  const split = source.ndim - count;
  const kept = coalesce(out.sizes, [out.strides, source.strides.slice(0, split)]);
  const reduced = coalesce(source.sizes.slice(split), [source.strides.slice(split)]);
  reduceNests(kind, source, kept, reduced, out);
});

/** Reduces the elements of `source` along one loop nest, for each index of another: its strides are out's and source's. */
function reduceNests(kind: Reduction, source: Tensor, kept: LoopNest, reduced: LoopNest, out: Tensor): void {
  const length = reduced.sizes.reduce((product, size) => product * size, 1);
  const results = out.numel();
  const [keptStride, reducedStride] = [kept.strides[1].at(-1) as number, reduced.strides[0].at(-1) as number];
  const byRow = results === 1 || keptStride === 0 || reducedStride <= keptStride;
  const perResult = byRow && length >= 64 ? teamFor(gpuOfTensor(source)).lanes : 1;
  const parts = Math.min(
    Math.ceil(length / shortestPart),
    Math.max(Math.floor(enoughInvocations / (results * perResult)), 1),
  );
  const plan: Plan = { kind, source, kept, reduced, length, results, shared: perResult > 1 };
  if (parts <= 1) {
    step(plan, out, 1);
    return;
  }
  const partial = allocate([results, parts], out.dtype, out.storage.device);
  step(plan, partial, parts);
  // The partial results stand in the order of the kept nest, which need not be that of out's dimensions.
  const rows = contiguousStrides(kept.sizes).map((stride) => stride * parts);
  const each = { sizes: kept.sizes, strides: [kept.strides[0], rows] };
  reduceNests(kind, partial, each, { sizes: [parts], strides: [[1]] }, out);
}

/** Reduces what is larger than the adapter binds at once: by copies of its halves, or of their halves. */
function reduceParts(kind: Reduction, source: Tensor, count: number, out: Tensor): void {
  const reduce = reduceKernel.for(out.storage.device);
  if (source.numel() * deviceBytes(source.dtype) <= gpuOfTensor(source).context.limits.binding) {
    const copy = source.detach().clone();
    reduce(kind, copy, count, out);
    (copy.storage as GpuStorage).release();
    return;
  }
  const { sizes, strides, ndim } = source;
  const outermost = sizes.reduce(
    (best, size, dim) => (size > 1 && strides[dim] > strides[best] ? dim : best),
    0,
  );
  const isKept = outermost < ndim - count;
  const partial = isKept ? out : allocate([...out.sizes, 2], out.dtype, out.storage.device);
  const half = Math.ceil(sizes[outermost] / 2);
  for (const [k, [start, length]] of [
    [0, half],
    [half, sizes[outermost] - half],
  ].entries()) {
    const part = source.narrow(outermost, start, length);
    reduce(kind, part, count, isKept ? out.narrow(outermost, start, length) : partial.select(-1, k));
  }
  if (!isKept) reduce(kind, partial, 1, out);
}

interface Plan {
  readonly kind: Reduction;
  readonly source: Tensor;
  readonly kept: LoopNest;
  readonly reduced: LoopNest;
  readonly length: number;
  readonly results: number;
  /** A workgroup for each result, or an invocation. */
  readonly shared: boolean;
}

/** One pass: writes `parts` partial results for each result, to consecutive elements of `out`. */
function step(
  { kind, source, kept, reduced, length, results, shared }: Plan,
  out: Tensor,
  parts: number,
): void {
  const { start, step: combine } = recipes[kind];
  const acc = kindOf(out.dtype);
  const isTruth = kind === 'any' || kind === 'all';
  const from = offsetCode('k', 'item', kept.sizes, kept.strides[1]);
  const to =
    parts > 1
      ? { code: `item * ${'P_parts'} + part`, params: {} }
      : offsetCode('o', 'item', kept.sizes, kept.strides[0]);
  const along = offsetCode('r', 'j', reduced.sizes, reduced.strides[0]);
  const element = `in0[P_offset + base + ${along.code}]`;
  const value = isTruth ? truthOf(element, source, acc) : load(element, source.dtype, out.dtype);
  const walk = (first: string, stride: string): string => `
  for (var j = ${first}; j < last; j += ${stride}) {
    let x = ${value};
    acc = ${combine[acc]('acc', 'x')};
  }`;
  const team = teamFor(gpuOfTensor(source));
  const opening = shared ? team.opening(acc, 'P_count') : mainOver(lanes, 'P_count');
  // Invocations of one row walk it together; those of a column step through whole rows side by side.
  const indices = shared
    ? 'let part = number % P_parts; let item = number / P_parts;'
    : 'let item = i % P_results; let part = i / P_results;';
  const finish = shared
    ? `${team.join('total', 'acc', combine[acc])}
  if (lane == 0u) { result[P_start + ${to.code}] = ${store({ text: 'total', type: acc }, out.dtype)}; }`
    : `
  result[P_start + ${to.code}] = ${store({ text: 'acc', type: acc }, out.dtype)};`;
  runKernel({
    name: `${kind} of ${length} elements`,
    device: gpuOfTensor(source),
    out,
    inputs: [source],
    params: {
      count: results * parts,
      parts,
      results,
      length,
      part_length: Math.ceil(length / parts),
      offset: source.offset,
      start: out.offset,
      ...from.params,
      ...to.params,
      ...along.params,
    },
    workgroups: shared ? results * parts : Math.ceil((results * parts) / lanes),
    body: `${opening}
  ${indices}
  let base = ${from.code};
  let first = part * P_part_length;
  let last = min(first + P_part_length, P_length);
  var acc = ${start[acc]};
  ${shared ? walk('first + lane', `${lanes}u`) : walk('first', '1u')}
  ${finish}
}`,
  });
}

function truthOf(element: string, source: Tensor, acc: Kind): string {
  const truth = load(element, source.dtype, { category: 'bool' } as Tensor['dtype']);
  return convert({ text: truth, type: 'i32' }, acc);
}
