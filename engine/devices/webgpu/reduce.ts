/**
 * Reductions on the GPU. Where the reduced elements lie next to each other a workgroup shares a row; where the kept
 * ones do, each invocation walks its own column. Long reductions over few results are split and done in two steps.
 */

import { contiguousStrides } from '../../core/shape.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { coalesce, type LoopNest } from '../cpu/layout.ts';
import { type Reduction, reduceKernel } from '../cpu/reduce.ts';
import { fitsFour, isVector, type Nest } from './access.ts';
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
  const fours = foursOf(source, kept, reduced, out, byRow);
  const walkers = fours === 'columns' ? results / 4 : results * perResult;
  const parts = Math.min(
    Math.ceil(length / shortestPart[byRow ? 'row' : 'column']),
    Math.max(Math.floor(enoughInvocations / walkers), 1),
  );
  const plan: Plan = { kind, source, kept, reduced, length, results, fours, shared: perResult > 1 };
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

/** Whether four neighbours are read at once, as a vector: four elements of a row, or one each of four columns. */
type Fours = 'rows' | 'columns' | null;

function foursOf(source: Tensor, kept: LoopNest, reduced: LoopNest, out: Tensor, byRow: boolean): Fours {
  if (kindOf(source.dtype) === 'i64' || kindOf(out.dtype) === 'i64' || source.offset % 4 !== 0) return null;
  const [along, across] = byRow
    ? [{ sizes: reduced.sizes, strides: reduced.strides[0] }, kept.strides[1]]
    : [{ sizes: kept.sizes, strides: kept.strides[1] }, reduced.strides[0]];
  const areVectors =
    fitsFour(along) && (along.sizes.at(-1) as number) % 4 === 0 && isVector(along, source.offset);
  if (!areVectors || across.some((stride) => stride % 4 !== 0)) return null;
  return byRow ? 'rows' : 'columns';
}

/** The strides of a nest in vectors of four: `along` is the one whose neighbours make them. */
function inFours({ sizes, strides }: Nest, isAlong: boolean): Nest {
  const last = sizes.length - 1;
  return {
    sizes: sizes.map((size, dim) => (isAlong && dim === last ? size / 4 : size)),
    strides: strides.map((stride, dim) => (isAlong && dim === last ? stride : stride / 4)),
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
  readonly fours: Fours;
  /** A workgroup for each result, or an invocation. */
  readonly shared: boolean;
}

/** One pass: writes `parts` partial results for each result, all first parts before all second ones. */
function step(plan: Plan, out: Tensor, parts: number): void {
  const { kind, source, length, fours, shared } = plan;
  const results = fours === 'columns' ? plan.results / 4 : plan.results;
  const acc = kindOf(out.dtype);
  const { start } = recipes[kind];
  const team = teamFor(gpuOfTensor(source));
  const keptNest = { sizes: plan.kept.sizes, strides: plan.kept.strides[1] };
  const reducedNest = { sizes: plan.reduced.sizes, strides: plan.reduced.strides[0] };
  const kept = fours ? inFours(keptNest, fours === 'columns') : keptNest;
  const reduced = fours ? inFours(reducedNest, fours === 'rows') : reducedNest;
  const from = offsetCode('k', 'item', kept.sizes, kept.strides);
  const along = (j: string): ReturnType<typeof offsetCode> =>
    offsetCode('r', j, reduced.sizes, reduced.strides);
  const target = targetOf(plan, out, parts);
  const type = wgslType[acc];
  const total = fours ? `vec4<${type}>` : type;
  const [first, stride] = shared ? ['first + lane', `${lanes}u`] : ['first', '1u'];
  const add = (j: string): string => `acc = join(acc, in0[P_offset + base + ${along(j).code}]);`;
  // What is left of four: a row's own sum, or the results of four columns.
  const rest = fours === 'rows' ? 'join_four(acc)' : 'acc';
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
    ...(fours && { inputTypes: [`vec4<${wgslType[kindOf(source.dtype)]}>`] }),
    params: {
      count: results * parts,
      parts,
      results,
      length: fours === 'rows' ? length / 4 : length,
      part_length: Math.ceil(length / (fours === 'rows' ? 4 : 1) / parts),
      offset: source.offset / (fours ? 4 : 1),
      start: out.offset,
      ...from.params,
      ...target.params,
      ...along('j').params,
    },
    workgroups: shared ? results * parts : Math.ceil((results * parts) / lanes),
    variant: [String(fours), shared && team.lanes, parts > 1],
    body: () => `${joins(plan, out)}
${shared ? team.opening(acc, 'P_count') : mainOver(lanes, 'P_count')}
  let item = ${shared ? 'number' : 'i'} % P_results;
  let part = ${shared ? 'number' : 'i'} / P_results;
  let base = ${from.code};
  let first = part * P_part_length;
  let last = min(first + P_part_length, P_length);
  var acc = ${fours ? `${total}(${start[acc]})` : start[acc]};
  var j = ${first};
  for (; j + 3u * ${stride} < last; j += 4u * ${stride}) {
    ${[0, 1, 2, 3].map((k) => add(`(j + ${k}u * ${stride})`)).join('\n    ')}
  }
  for (; j < last; j += ${stride}) { ${add('j')} }
  ${finish}
}`,
  });
}

/** WGSL of `join`, which takes an element (or four) into a total (or four), and of `join_four` for a total's four parts. */
function joins({ kind, source, fours }: Plan, out: Tensor): string {
  const acc = kindOf(out.dtype);
  const [type, from] = [wgslType[acc], wgslType[kindOf(source.dtype)]];
  const isTruth = kind === 'any' || kind === 'all';
  const value = isTruth ? truthOf('x', source, acc) : load('x', source.dtype, out.dtype);
  const { step: combine } = recipes[kind];
  const one = `fn join_one(a: ${type}, x: ${from}) -> ${type} { let b = ${value}; return ${combine[acc]('a', 'b')}; }`;
  if (!fours) return one.replaceAll('join_one', 'join');
  const parts = ['x', 'y', 'z', 'w'].map((part) => `join_one(a.${part}, x.${part})`).join(', ');
  return `${one}
fn join(a: vec4<${type}>, x: vec4<${from}>) -> vec4<${type}> { return vec4<${type}>(${parts}); }
fn join_two(a: ${type}, b: ${type}) -> ${type} { return ${combine[acc]('a', 'b')}; }
fn join_four(a: vec4<${type}>) -> ${type} { return join_two(join_two(a.x, a.y), join_two(a.z, a.w)); }`;
}

/** WGSL that stores the total (of four columns: four totals) of this item and part. */
function targetOf(
  { kept, results, fours }: Plan,
  out: Tensor,
  parts: number,
): { write(total: string): string; params: Record<string, number> } {
  const acc = kindOf(out.dtype);
  const own = { sizes: kept.sizes, strides: parts > 1 ? contiguousStrides(kept.sizes) : kept.strides[0] };
  const last = own.sizes.length - 1;
  const isLast = (dim: number): boolean => fours === 'columns' && dim === last;
  const { code, params } = offsetCode(
    'o',
    'item',
    own.sizes.map((size, dim) => (isLast(dim) ? size / 4 : size)),
    own.strides.map((stride, dim) => (isLast(dim) ? stride * 4 : stride)),
  );
  const at = `P_start + ${parts > 1 ? 'part * P_all_results + ' : ''}${code}`;
  const stored = (text: string): string => store({ text, type: acc }, out.dtype);
  return {
    params: { ...params, all_results: results, out_step: own.strides[last] },
    write: (total) =>
      fours === 'columns'
        ? [0, 1, 2, 3]
            .map((k) => `result[${at} + ${k}u * P_out_step] = ${stored(`${total}[${k}]`)};`)
            .join('\n  ')
        : `result[${at}] = ${stored(total)};`,
  };
}

function truthOf(element: string, source: Tensor, acc: Kind): string {
  const truth = load(element, source.dtype, { category: 'bool' } as Tensor['dtype']);
  return convert({ text: truth, type: 'i32' }, acc);
}
