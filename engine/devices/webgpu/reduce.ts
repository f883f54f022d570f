/**
 * Reductions on the GPU. Where the reduced elements lie next to each other a workgroup shares a row; where the kept
 * ones do, each invocation walks its own column. Long reductions over few results are split and done in two steps.
 */

import { contiguousStrides } from '../../core/shape.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { coalesce, type LoopNest } from '../cpu/layout.ts';
import { type Reduction, reduceKernel } from '../cpu/reduce.ts';
import type { Nest } from './access.ts';
import { gpuOfTensor, mainOver, offsetCode, runKernel } from './kernels.ts';
import { deviceBytes, type Kind, kindOf, wgslType } from './layout.ts';
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

/** Invocations below which a reduction is worth splitting, and the least length of a part: a second step costs more. */
const enoughInvocations = 16384;
/** Elements from which a kernel that is longer and faster is worth compiling on a software adapter. */
const manyElements = 2 ** 16;
const shortestPart = { row: 4096, column: 256 };

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
  const vectors = vectorsOf(source, kept, reduced, out, byRow);
  const walkers = vectors?.along === 'columns' ? results / vectors.size : results * perResult;
  const parts = Math.min(
    Math.ceil(length / shortestPart[byRow ? 'row' : 'column']),
    Math.max(Math.floor(enoughInvocations / walkers), 1),
  );
  const plan: Plan = { kind, source, kept, reduced, length, results, vectors, shared: perResult > 1 };
  if (parts <= 1) {
    step(plan, out, 1);
    return;
  }
  const partial = allocate([parts, results], out.dtype, out.storage.device);
  step(plan, partial, parts);
  // The partial results stand in the order of the kept nest, which need not be that of out's dimensions.
  const each = { sizes: kept.sizes, strides: [kept.strides[0], contiguousStrides(kept.sizes)] };
  reduceNests(kind, partial, each, { sizes: [parts], strides: [[results]] }, out);
}

/**
 * How many neighbours are read at once: four elements of a row, or one each of four columns. A program that plays a
 * GPU reads sixteen columns, a whole line of the processor's memory; a GPU's invocations read it together.
 */
interface Vectors {
  readonly along: 'rows' | 'columns';
  readonly size: 4 | 16;
}

function vectorsOf(
  source: Tensor,
  kept: LoopNest,
  reduced: LoopNest,
  out: Tensor,
  byRow: boolean,
): Vectors | null {
  const kinds = [kindOf(source.dtype), kindOf(out.dtype)];
  if (kinds.includes('i64')) return null;
  const [along, across] = byRow
    ? [{ sizes: reduced.sizes, strides: reduced.strides[0] }, kept.strides[1]]
    : [{ sizes: kept.sizes, strides: kept.strides[1] }, reduced.strides[0]];
  const last = along.sizes.length - 1;
  if (along.strides[last] !== 1) return null;
  const places = [source.offset, along.sizes[last], ...along.strides.slice(0, last), ...across];
  const fit = (size: number): boolean => places.every((place) => place % size === 0);
  const mayBeSixteen =
    !byRow && gpuOfTensor(source).context.isSoftware && kinds.every((kind) => kind === 'f32');
  if (mayBeSixteen && fit(16)) return { along: 'columns', size: 16 };
  return fit(4) ? { along: byRow ? 'rows' : 'columns', size: 4 } : null;
}

/** A nest in vectors: where it is the one along which they lie, its last dimension is shorter, else only its strides. */
function inVectors({ sizes, strides }: Nest, { along, size }: Vectors, own: Vectors['along']): Nest {
  const last = own === along ? sizes.length - 1 : -1;
  return {
    sizes: sizes.map((length, dim) => (dim === last ? length / size : length)),
    strides: strides.map((stride, dim) => (dim === last ? stride : stride / size)),
  };
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
  readonly vectors: Vectors | null;
  /** A workgroup for each result, or an invocation. */
  readonly shared: boolean;
}

/** One pass: writes `parts` partial results for each result, all first parts before all second ones. */
function step(plan: Plan, out: Tensor, parts: number): void {
  const { kind, source, length, vectors, shared } = plan;
  const size = vectors?.size ?? 1;
  const inRow = vectors?.along === 'rows' ? size : 1;
  const results = vectors?.along === 'columns' ? plan.results / size : plan.results;
  const acc = kindOf(out.dtype);
  const { start } = recipes[kind];
  const team = teamFor(gpuOfTensor(source));
  const keptNest = { sizes: plan.kept.sizes, strides: plan.kept.strides[1] };
  const reducedNest = { sizes: plan.reduced.sizes, strides: plan.reduced.strides[0] };
  const kept = vectors ? inVectors(keptNest, vectors, 'columns') : keptNest;
  const reduced = vectors ? inVectors(reducedNest, vectors, 'rows') : reducedNest;
  const from = offsetCode('k', 'item', kept.sizes, kept.strides);
  const along = (j: string): ReturnType<typeof offsetCode> =>
    offsetCode('r', j, reduced.sizes, reduced.strides);
  const target = targetOf(plan, out, parts);
  // A loop that is written out four times runs faster, and takes twice as long to compile.
  const isUnrolled = !gpuOfTensor(source).context.isSoftware || source.numel() >= manyElements;
  const number = shared ? 'number' : 'i';
  const [first, stride] = shared ? ['first + lane', `${lanes}u`] : ['first', '1u'];
  const add = (j: string): string => `acc = join(acc, in0[P_offset + base + ${along(j).code}]);`;
  const times = isUnrolled ? (size === 16 ? 2 : 4) : 1;
  const unrolled = `for (; j + ${times - 1}u * ${stride} < last; j += ${times}u * ${stride}) {
    ${Array.from({ length: times }, (_, k) => add(`(j + ${k}u * ${stride})`)).join('\n    ')}
  }`;
  // What is left of four: a row's own sum, or the results of four columns.
  const rest = inRow > 1 ? 'join_four(acc)' : 'acc';
  const finish = shared
    ? `let own = ${rest};
  ${team.join('total', 'own', recipes[kind].step[acc])}
  if (lane == 0u) { ${target.write('total')} }`
    : `let total = ${rest};
  ${target.write('total')}`;
  runKernel({
    name: kind,
    detail: `of ${length} elements`,
    device: gpuOfTensor(source),
    out,
    inputs: [source],
    inputTypes: [typeOf(kindOf(source.dtype), size)],
    params: {
      count: results * parts,
      parts,
      results,
      length: length / inRow,
      part_length: Math.ceil(length / inRow / parts),
      offset: source.offset / size,
      start: out.offset,
      ...from.params,
      ...target.params,
      ...along('j').params,
    },
    workgroups: shared ? results * parts : Math.ceil((results * parts) / lanes),
    variant: [vectors?.along ?? '', size, shared && team.lanes, parts > 1, isUnrolled],
    body: () => `${joins(plan, out)}
${shared ? team.opening(acc, 'P_count') : mainOver(lanes, 'P_count')}
  ${parts > 1 ? `let item = ${number} % P_results; let part = ${number} / P_results;` : `let item = ${number}; let part = 0u;`}
  let base = ${from.code};
  let first = part * P_part_length;
  let last = min(first + P_part_length, P_length);
  var acc = ${startOf(start[acc], acc, size)};
  var j = ${first};
  ${isUnrolled ? unrolled : ''}
  for (; j < last; j += ${stride}) { ${add('j')} }
  ${finish}
}`,
  });
}

/** The type of one, four or sixteen elements. */
function typeOf(kind: Kind, size: number): string {
  if (size === 1) return wgslType[kind];
  return size === 4 ? `vec4<${wgslType[kind]}>` : 'mat4x4<f32>';
}

/** WGSL of so many totals before anything is in them. */
function startOf(start: string, kind: Kind, size: number): string {
  if (size === 1) return start;
  const four = `vec4<${wgslType[kind]}>(${start})`;
  return size === 4 ? four : `mat4x4<f32>(${[four, four, four, four].join(', ')})`;
}

/** WGSL of `join`, which takes an element (or four) into a total (or four), and of `join_four` for a total's four parts. */
function joins({ kind, source, vectors }: Plan, out: Tensor): string {
  const acc = kindOf(out.dtype);
  const [type, from] = [wgslType[acc], wgslType[kindOf(source.dtype)]];
  const isTruth = kind === 'any' || kind === 'all';
  const value = isTruth ? truthOf('x', source, acc) : load('x', source.dtype, out.dtype);
  const { step: combine } = recipes[kind];
  const one = `fn join_one(a: ${type}, x: ${from}) -> ${type} { let b = ${value}; return ${combine[acc]('a', 'b')}; }`;
  if (!vectors) return one.replaceAll('join_one', 'join');
  const parts = ['x', 'y', 'z', 'w'].map((part) => `join_one(a.${part}, x.${part})`).join(', ');
  const four = `${one}
fn join(a: vec4<${type}>, x: vec4<${from}>) -> vec4<${type}> { return vec4<${type}>(${parts}); }`;
  if (vectors.size === 16) {
    const lines = [0, 1, 2, 3].map((k) => `join_line(a[${k}], x[${k}])`).join(', ');
    return `${four.replace('fn join(', 'fn join_line(')}
fn join(a: mat4x4<f32>, x: mat4x4<f32>) -> mat4x4<f32> { return mat4x4<f32>(${lines}); }`;
  }
  return `${four}
fn join_two(a: ${type}, b: ${type}) -> ${type} { return ${combine[acc]('a', 'b')}; }
fn join_four(a: vec4<${type}>) -> ${type} { return join_two(join_two(a.x, a.y), join_two(a.z, a.w)); }`;
}

/** WGSL that stores the total (of four columns: four totals) of this item and part. */
function targetOf(
  { kept, results, vectors }: Plan,
  out: Tensor,
  parts: number,
): { write(total: string): string; params: Record<string, number> } {
  const acc = kindOf(out.dtype);
  const own = { sizes: kept.sizes, strides: parts > 1 ? contiguousStrides(kept.sizes) : kept.strides[0] };
  const last = own.sizes.length - 1;
  const columns = vectors?.along === 'columns' ? vectors.size : 1;
  const { code, params } = offsetCode(
    'o',
    'item',
    own.sizes.map((size, dim) => (dim === last ? size / columns : size)),
    own.strides.map((stride, dim) => (dim === last ? stride * columns : stride)),
  );
  const at = `P_start + ${parts > 1 ? 'part * P_all_results + ' : ''}${code}`;
  const stored = (text: string): string => store({ text, type: acc }, out.dtype);
  return {
    params: { ...params, all_results: results, out_step: own.strides[last] },
    write: (total) =>
      columns === 1
        ? `result[${at}] = ${stored(total)};`
        : Array.from({ length: columns }, (_, k) => {
            const own = columns === 16 ? `${total}[${k >> 2}][${k & 3}]` : `${total}[${k}]`;
            return `result[${at} + ${k}u * P_out_step] = ${stored(own)};`;
          }).join('\n  '),
  };
}

function truthOf(element: string, source: Tensor, acc: Kind): string {
  const truth = load(element, source.dtype, { category: 'bool' } as Tensor['dtype']);
  return convert({ text: truth, type: 'i32' }, acc);
}
