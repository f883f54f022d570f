/** The largest or smallest element of each row and where it is, on the GPU: of all, or so far. */

import { int64 } from '../../core/dtype.ts';
import type { Tensor } from '../../core/tensor.ts';
import { cumulativeExtremeKernel, type Extreme, extremeKernel } from '../cpu/extremes.ts';
import { gatherKernel } from '../cpu/scatter.ts';
import { lessThan } from './joins.ts';
import { gpuOfTensor, runKernel } from './kernels.ts';
import { kindOf, wgslType } from './layout.ts';
import { mainPerRow, rowCount, rowLength, rowOf } from './rows.ts';
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
const asIndex = (text: string): string => store({ text: `i32(${text})`, type: 'i32' }, int64);

const lanes = 128;

extremeKernel.on('webgpu', (kind: Extreme, source: Tensor, indices: Tensor, values: Tensor | null): void => {
  const [from, to] = [rowOf('s_', 'row', source), rowOf('o_', 'row', indices)];
  runKernel({
    name: `arg${kind} of ${rowLength(source)} elements`,
    device: gpuOfTensor(source),
    out: indices,
    inputs: [source],
    params: { rows: rowCount(source), length: rowLength(source), ...from.params, ...to.params },
    workgroups: rowCount(source),
    body: `${library(kind, source, 'first')}
var<workgroup> found: array<Found, ${lanes}>;
${mainPerRow(lanes)}
  let from_row = ${from.code};
  var best = ${none(source)};
  for (var k = lane; k < P_length; k += ${lanes}u) {
    best = pick(best, Found(in0[from_row + k * P_s_step], k));
  }
  found[lane] = best;
  for (var half = ${lanes / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) { found[lane] = pick(found[lane], found[lane + half]); }
  }
  if (lane == 0u) { result[${to.code}] = ${asIndex('found[0].index')}; }
}`,
  });
  if (values) gatherKernel.for(gpuOfTensor(source))(source, source.ndim - 1, indices, values);
});

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
      write: (total: string): string => asIndex(`${total}.index`),
    };
    runScan(recipe, source, indices, false);
    gatherKernel.for(gpuOfTensor(source))(source, source.ndim - 1, indices, values);
  },
);
