/**
 * Running totals along the last dimension on the GPU. A workgroup walks a row tile by tile: each tile is scanned in
 * shared memory in log2 steps, and its total is carried into the next. Long rows are split among workgroups, which
 * first add up the total of each part.
 */

import { type DType, float32, int32, int64 } from '../../core/dtype.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { type Scan, scanKernel } from '../cpu/scan.ts';
import { callName } from './functions.ts';
import { type Joining, joins } from './joins.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { type Kind, kindOf, wgslType } from './layout.ts';
import { isWalkedAlone, mainPerGroup, rowCount, rowLength, rowOf } from './rows.ts';
import { load, store } from './wgsl.ts';

/** What is scanned: its WGSL type, how an element is read and written, and how two totals join, in any order. */
export interface ScanRecipe extends Joining {
  readonly name: string;
  /** Functions and types that the code uses. */
  readonly library: string;
  readonly type: string;
  /** The total of the element at `place` of the source, number `k` of its row, alone. */
  read(place: string, k: string): string;
  /** What is written for a total. */
  write(total: string): string;
  /** How the totals of parts are kept: their dtype, what is stored, and the total that this stands for. */
  readonly partial: DType;
  keep(total: string): string;
  recall(kept: string): string;
}

interface Work {
  readonly recipe: ScanRecipe;
  readonly source: Tensor;
  readonly reverse: boolean;
  readonly lanes: number;
  readonly parts: number;
}

/** Elements of a row from which on it is split. */
const longRow = 8192;
const mostParts = 512;

/** Writes to `out` the totals of `source` along the last dimension, from the front or from the back. */
export function runScan(recipe: ScanRecipe, source: Tensor, out: Tensor, reverse: boolean): void {
  if (isWalkedAlone(source)) {
    scanAlone(recipe, source, out, reverse);
    return;
  }
  const length = rowLength(source);
  // Tiles no wider than the row: short rows do not keep idle invocations.
  const lanes = Math.min(256, 2 ** Math.ceil(Math.log2(length)));
  const wanted = Math.floor(mostParts / rowCount(source));
  const parts = length < longRow ? 1 : Math.max(Math.min(wanted, Math.ceil(length / 2048)), 1);
  const work: Work = { recipe, source, reverse, lanes, parts };
  const totals = parts > 1 ? partTotals(work) : null;
  const [from, to] = [rowOf('s_', 'row', source), rowOf('o_', 'row', out)];
  const { start, join, type, read, write, library, name } = recipe;
  // What comes before a part: the totals of the parts before it, added up by the whole workgroup.
  const carry = totals
    ? `
  var before = ${start};
  for (var other = lane; other < part; other += ${lanes}u) {
    let kept = in1[row * P_parts + other];
    before = ${join('before', recipe.recall('kept'))};
  }
  ${together(work, 'before')}
  carry = tile[0];
  workgroupBarrier();`
    : '';
  runKernel({
    name,
    detail: `of ${length} elements`,
    device: gpuOfTensor(out),
    out,
    inputs: totals ? [source, totals] : [source],
    params: { ...params(work), ...from.params, ...to.params },
    workgroups: rowCount(source) * parts,
    variant: [lanes, reverse],
    body: () => `${library}
var<workgroup> tile: array<${type}, ${lanes}>;
${opening(work)}
  let to_row = ${to.code};
  var carry = ${start};${carry}
  for (var first = part * P_part_length; first < last; first += ${lanes}u) {
    let step = first + lane;
    let k = ${place(work)};
    tile[lane] = ${start};
    if (step < last) { tile[lane] = ${read('(from_row + k * P_s_step)', 'k')}; }
    for (var reach = 1u; reach < ${lanes}u; reach *= 2u) {
      workgroupBarrier();
      var total = tile[lane];
      if (lane >= reach) {
        let earlier = tile[lane - reach];
        total = ${join('earlier', 'total')};
      }
      workgroupBarrier();
      tile[lane] = total;
    }
    workgroupBarrier();
    let own = tile[lane];
    let whole = tile[${lanes - 1}];
    if (step < last) { result[to_row + k * P_o_step] = ${write(join('carry', 'own'))}; }
    carry = ${join('carry', 'whole')};
    workgroupBarrier();
  }
}`,
  });
}

/** An invocation for each row. */
function scanAlone(recipe: ScanRecipe, source: Tensor, out: Tensor, reverse: boolean): void {
  const [from, to] = [rowOf('s_', 'i', source), rowOf('o_', 'i', out)];
  runKernel({
    name: recipe.name,
    detail: `of ${rowLength(source)} elements`,
    device: gpuOfTensor(out),
    out,
    inputs: [source],
    params: { rows: rowCount(source), length: rowLength(source), ...from.params, ...to.params },
    workgroups: Math.ceil(rowCount(source) / 128),
    variant: ['alone', reverse],
    body: () => `${recipe.library}
${mainOver(128, 'P_rows')}
  let from_row = ${from.code};
  let to_row = ${to.code};
  var total = ${recipe.start};
  for (var step = 0u; step < P_length; step++) {
    let k = ${reverse ? 'P_length - 1u - step' : 'step'};
    let own = ${recipe.read('(from_row + k * P_s_step)', 'k')};
    total = ${recipe.join('total', 'own')};
    result[to_row + k * P_o_step] = ${recipe.write('total')};
  }
}`,
  });
}

function params({ source, lanes, parts }: Work): Record<string, number> {
  const length = rowLength(source);
  // Whole tiles, so that only the last part has one that is not full.
  const partLength = Math.ceil(length / parts / lanes) * lanes;
  return { groups: rowCount(source) * parts, length, parts, part_length: partLength };
}

/** `main`'s opening: the row, its part, and where both start and end. */
function opening({ source, lanes }: Work): string {
  return `${mainPerGroup(lanes, 'P_groups')}
  let row = number / P_parts;
  let part = number % P_parts;
  let from_row = ${rowOf('s_', 'row', source).code};
  let last = min((part + 1u) * P_part_length, P_length);`;
}

const place = ({ reverse }: Work): string =>
  reverse ? 'P_length - 1u - min(step, P_length - 1u)' : 'min(step, P_length - 1u)';

/** WGSL that joins a value of each invocation into `tile[0]`. */
function together({ recipe, lanes }: Work, value: string): string {
  return `tile[lane] = ${value};
  for (var half = ${lanes / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) { tile[lane] = ${recipe.join('tile[lane]', 'tile[lane + half]')}; }
  }
  workgroupBarrier();`;
}

function partTotals(work: Work): Tensor {
  const { recipe, source, lanes, parts } = work;
  const { start, join, type, read, library, name, partial, keep } = recipe;
  const totals = allocate([rowCount(source), parts], partial, gpuOfTensor(source));
  runKernel({
    name: `${name}: totals`,
    detail: `of ${parts} parts`,
    device: gpuOfTensor(source),
    out: totals,
    inputs: [source],
    params: { ...params(work), ...rowOf('s_', 'row', source).params },
    workgroups: rowCount(source) * parts,
    variant: [lanes, work.reverse],
    body: () => `${library}
var<workgroup> tile: array<${type}, ${lanes}>;
${opening(work)}
  var total = ${start};
  for (var step = part * P_part_length + lane; step < last; step += ${lanes}u) {
    let k = ${place(work)};
    total = ${join('total', read('(from_row + k * P_s_step)', 'k'))};
  }
  ${together(work, 'total')}
  if (lane == 0u) { result[number] = ${keep('tile[0]')}; }
}`,
  });
  return totals;
}

function joining(kind: Scan, compute: Kind): Joining & { library: string } {
  if (kind !== 'logsumexp') return { ...joins[kind][compute], library: '' };
  const used = new Map<string, string>();
  const name = callName('logaddexp', compute, used);
  return {
    start: '-inf()',
    join: (a, b) => `${name}(${a}, ${b})`,
    library: [...used.values()].join('\n'),
  };
}

const partials: Record<Kind, DType> = { f32: float32, i32: int32, i64: int64 };

scanKernel.on('webgpu', (kind: Scan, source: Tensor, out: Tensor, reverse: boolean): void => {
  const compute = kindOf(out.dtype);
  const recipe: ScanRecipe = {
    ...joining(kind, compute),
    name: `running ${kind}`,
    type: wgslType[compute],
    read: (at) => load(`in0[${at}]`, source.dtype, out.dtype),
    write: (text) => store({ text, type: compute }, out.dtype),
    partial: partials[compute],
    keep: (total) => total,
    recall: (kept) => kept,
  };
  runScan(recipe, source, out, reverse);
});
