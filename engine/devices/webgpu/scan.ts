/**
 * Running totals along the last dimension on the GPU. A workgroup walks a row tile by tile: each tile is scanned in
 * shared memory in log2 steps, and its total is carried into the next.
 */

import type { Tensor } from '../../core/tensor.ts';
import { type Scan, scanKernel } from '../cpu/scan.ts';
import { callName } from './functions.ts';
import { type Joining, joins } from './joins.ts';
import { gpuOfTensor, runKernel } from './kernels.ts';
import { type Kind, kindOf, wgslType } from './layout.ts';
import { mainPerRow, rowCount, rowLength, rowOf } from './rows.ts';
import { load, store } from './wgsl.ts';

/** What is scanned: its WGSL type, how an element is read and written, and how two totals join. */
export interface ScanRecipe extends Joining {
  readonly name: string;
  /** Functions and types that the code uses. */
  readonly library: string;
  readonly type: string;
  /** The total of the element at `place` of the source, number `k` of its row, alone. */
  read(place: string, k: string): string;
  /** What is written for a total. */
  write(total: string): string;
}

/** Writes to `out` the totals of `source` along the last dimension, from the front or from the back. */
export function runScan(recipe: ScanRecipe, source: Tensor, out: Tensor, reverse: boolean): void {
  const length = rowLength(source);
  // Tiles no wider than the row: short rows do not keep idle invocations.
  const lanes = Math.min(256, 2 ** Math.ceil(Math.log2(Math.max(length, 2))));
  const [from, to] = [rowOf('s_', 'row', source), rowOf('o_', 'row', out)];
  const { start, join, type, read, write, library, name } = recipe;
  runKernel({
    name: `${name} of ${length} elements`,
    device: gpuOfTensor(out),
    out,
    inputs: [source],
    params: { rows: rowCount(source), length, ...from.params, ...to.params },
    workgroups: rowCount(source),
    body: `${library}
var<workgroup> tile: array<${type}, ${lanes}>;
${mainPerRow(lanes)}
  let from_row = ${from.code};
  let to_row = ${to.code};
  var carry = ${start};
  for (var first = 0u; first < P_length; first += ${lanes}u) {
    let step = first + lane;
    let k = ${reverse ? 'P_length - 1u - min(step, P_length - 1u)' : 'min(step, P_length - 1u)'};
    tile[lane] = ${start};
    if (step < P_length) { tile[lane] = ${read('(from_row + k * P_s_step)', 'k')}; }
    for (var reach = 1u; reach < ${lanes}u; reach *= 2u) {
      workgroupBarrier();
      var total = tile[lane];
      if (lane >= reach) {
        let before = tile[lane - reach];
        total = ${join('before', 'total')};
      }
      workgroupBarrier();
      tile[lane] = total;
    }
    workgroupBarrier();
    let own = tile[lane];
    let whole = tile[${lanes - 1}];
    if (step < P_length) { result[to_row + k * P_o_step] = ${write(join('carry', 'own'))}; }
    carry = ${join('carry', 'whole')};
    workgroupBarrier();
  }
}`,
  });
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

scanKernel.on('webgpu', (kind: Scan, source: Tensor, out: Tensor, reverse: boolean): void => {
  const compute = kindOf(out.dtype);
  const recipe: ScanRecipe = {
    ...joining(kind, compute),
    name: `running ${kind}`,
    type: wgslType[compute],
    read: (place) => load(`in0[${place}]`, source.dtype, out.dtype),
    write: (text) => store({ text, type: compute }, out.dtype),
  };
  runScan(recipe, source, out, reverse);
});
