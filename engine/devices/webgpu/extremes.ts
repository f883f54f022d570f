/** The largest or smallest element of each row and where it is, on the GPU: of all, or so far. */

import { type DType, int32, int64 } from '../../core/dtype.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { cumulativeExtremeKernel, type Extreme, extremeKernel } from '../cpu/extremes.ts';
import { gatherKernel } from '../cpu/scatter.ts';
import { lessThan } from './joins.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { kindOf, wgslType } from './layout.ts';
import { isWalkedAlone, mainPerGroup, rowCount, rowLength, rowOf } from './rows.ts';
import { runScan } from './scan.ts';
import { store } from './wgsl.ts';

/** An element with its number in the row, and which of two wins. Among equals it is the first, or the latest. */
function library(extreme: Extreme, source: Tensor, equals: 'first' | 'latest'): string {
  const kind = kindOf(source.dtype);
  const less = (a: string, b: string): string => lessThan(a, b, kind);
  const [a, b] = extreme === 'max' ? ['a.value', 'b.value'] : ['b.value', 'a.value'];
  const byPlace = `if ((a.index < b.index) == ${equals === 'first'}) { return a; }
  return b;`;
  const nan = `
  let nans = vec2<bool>(is_nan(a.value), is_nan(b.value));
  if (nans.x && !nans.y) { return a; }
  if (nans.y && !nans.x) { return b; }
  if (nans.x && nans.y) { ${byPlace} }`;
  return `
struct Found { value: ${wgslType[kind]}, index: u32 }
const nothing = 0xffffffffu;
fn pick(a: Found, b: Found) -> Found {
  if (a.index == nothing) { return b; }
  if (b.index == nothing) { return a; }${kind === 'f32' ? nan : ''}
  if (${less(a, b)}) { return b; }
  if (${less(b, a)}) { return a; }
  ${byPlace}
}`;
}

const none = (source: Tensor): string => `Found(${wgslType[kindOf(source.dtype)]}(), nothing)`;
const asIndex = (text: string, dtype: DType): string => store({ text: `i32(${text})`, type: 'i32' }, dtype);

const lanes = 128;
/** Elements of a row from which on workgroups share it. */
const longRow = 8192;

extremeKernel.on('webgpu', (kind: Extreme, source: Tensor, indices: Tensor, values: Tensor | null): void => {
  const length = rowLength(source);
  const parts = length < longRow ? 1 : Math.max(Math.floor(512 / rowCount(source)), 1);
  if (isWalkedAlone(source)) {
    searchAlone(kind, source, indices);
  } else if (parts === 1) {
    search(kind, source, indices, null);
  } else {
    const candidates = allocate([rowCount(source), parts], int32, gpuOfTensor(source));
    search(kind, source, candidates, null);
    search(kind, source, indices, candidates);
  }
  if (values) gatherKernel.for(gpuOfTensor(source))(source, source.ndim - 1, indices, values);
});

/** An invocation for each row. */
function searchAlone(kind: Extreme, source: Tensor, out: Tensor): void {
  const [from, to] = [rowOf('s_', 'i', source), rowOf('o_', 'i', out)];
  runKernel({
    name: `arg${kind}`,
    detail: `of ${rowLength(source)} elements`,
    device: gpuOfTensor(source),
    out,
    inputs: [source],
    params: { rows: rowCount(source), length: rowLength(source), ...from.params, ...to.params },
    workgroups: Math.ceil(rowCount(source) / lanes),
    body: () => `${library(kind, source, 'first')}
${mainOver(lanes, 'P_rows')}
  let from_row = ${from.code};
  var best = ${none(source)};
  for (var k = 0u; k < P_length; k++) { best = pick(best, Found(in0[from_row + k * P_s_step], k)); }
  result[${to.code}] = ${asIndex('best.index', out.dtype)};
}`,
  });
}

/** Writes where the extreme of each row is: of each of `out`'s parts of a row, or among candidates that were found. */
function search(kind: Extreme, source: Tensor, out: Tensor, candidates: Tensor | null): void {
  const length = rowLength(source);
  const parts = rowLength(out);
  const [from, to] = [rowOf('s_', 'row', source), rowOf('o_', 'row', out)];
  const size = candidates ? rowLength(candidates) : Math.ceil(length / parts);
  const element = candidates ? 'u32(in1[row * P_size + at])' : 'at';
  runKernel({
    name: `arg${kind}`,
    detail: `of ${length} elements`,
    device: gpuOfTensor(source),
    out,
    inputs: candidates ? [source, candidates] : [source],
    params: {
      groups: rowCount(source) * parts,
      length: candidates ? size : length,
      parts,
      size,
      ...from.params,
      ...to.params,
    },
    workgroups: rowCount(source) * parts,
    variant: ['shared'],
    body: () => `${library(kind, source, 'first')}
var<workgroup> found: array<Found, ${lanes}>;
${mainPerGroup(lanes, 'P_groups')}
  let row = number / P_parts;
  let part = number % P_parts;
  let from_row = ${from.code};
  let last = min((part + 1u) * P_size, P_length);
  var best = ${none(source)};
  for (var at = part * P_size + lane; at < last; at += ${lanes}u) {
    let k = ${element};
    if (k != nothing) { best = pick(best, Found(in0[from_row + k * P_s_step], k)); }
  }
  found[lane] = best;
  for (var half = ${lanes / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) { found[lane] = pick(found[lane], found[lane + half]); }
  }
  if (lane == 0u) { result[${to.code} + part * P_o_step] = ${asIndex('found[0].index', out.dtype)}; }
}`,
  });
}

cumulativeExtremeKernel.on(
  'webgpu',
  (kind: Extreme, source: Tensor, values: Tensor, indices: Tensor): void => {
    const recipe = {
      name: `running ${kind}`,
      library: library(kind, source, 'latest'),
      type: 'Found',
      start: none(source),
      join: (a: string, b: string): string => `pick(${a}, ${b})`,
      read: (place: string, k: string): string => `Found(in0[${place}], ${k})`,
      write: (total: string): string => asIndex(`${total}.index`, int64),
      partial: int32,
      keep: (total: string): string => `i32(${total}.index)`,
      recall: (kept: string): string => `Found(in0[from_row + u32(${kept}) * P_s_step], u32(${kept}))`,
    };
    runScan(recipe, source, indices, false);
    gatherKernel.for(gpuOfTensor(source))(source, source.ndim - 1, indices, values);
  },
);
