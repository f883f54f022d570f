/**
 * Products of float matrices where shared memory brings nothing and barriers are dear, as on an adapter that is a
 * program: each invocation reads what it needs from the matrices themselves, for a large block of results.
 */

import type { Tensor } from '../../core/tensor.ts';
import { store } from './wgsl.ts';

const side = 4;

/** Results up to which a product is over before the GPU has compiled a kernel with many of them an invocation. */
const smallProduct = 64 * 64;

/** Results of one invocation: many for one reading, few where the product is small. */
export function directBlock(rows: number, columns: number): [rows: number, columns: number] {
  const most = rows * columns > smallProduct ? 8 : 4;
  const fit = (count: number): number => (count >= 32 ? most : count >= 8 ? 4 : 1);
  return [fit(rows), fit(columns)];
}

export function directWorkgroups(rows: number, columns: number): [number, number] {
  const [r, c] = directBlock(rows, columns);
  return [Math.ceil(columns / (c * side)), Math.ceil(rows / (r * side))];
}

export function directBody(
  [rowCount, columnCount]: readonly [rows: number, columns: number],
  out: Tensor,
): string {
  const rowRange = Array.from({ length: rowCount }, (_, k) => k);
  const columnRange = Array.from({ length: columnCount }, (_, k) => k);
  // Rows and columns past the edge repeat the last one, which costs less than asking at each cell.
  const cells = rowRange.flatMap((r) => columnRange.map((c) => [r, c] as const));
  return `
@compute @workgroup_size(${side}, ${side})
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let top = id.y * ${rowCount}u;
  let left = id.x * ${columnCount}u;
  if (top >= P_rows || left >= P_columns) { return; }
  ${rowRange.map((r) => `let row_${r} = min(top + ${r}u, P_rows - 1u);`).join(' ')}
  ${columnRange.map((c) => `let column_${c} = min(left + ${c}u, P_columns - 1u);`).join(' ')}
  let a_start = P_a_offset + id.z * P_a_batch;
  let b_start = P_b_offset + id.z * P_b_batch;
  ${rowRange.map((r) => `let at_a_${r} = a_start + row_${r} * P_a_row;`).join(' ')}
  ${columnRange.map((c) => `let at_b_${c} = b_start + column_${c} * P_b_column;`).join(' ')}
  ${cells.map(([r, c]) => `var acc_${r}_${c} = 0.0;`).join(' ')}
  for (var k = 0u; k < P_inner; k++) {
    let a_step = k * P_a_column;
    let b_step = k * P_b_row;
    ${rowRange.map((r) => `let a_${r} = in0[at_a_${r} + a_step];`).join(' ')}
    ${columnRange.map((c) => `let b_${c} = in1[at_b_${c} + b_step];`).join(' ')}
    ${cells.map(([r, c]) => `acc_${r}_${c} += a_${r} * b_${c};`).join(' ')}
  }
  let start = P_start + id.z * P_rows * P_columns;
  ${rowRange.map((r) => `let to_${r} = start + row_${r} * P_columns;`).join(' ')}
  ${cells.map(([r, c]) => `result[to_${r} + column_${c}] = ${store({ text: `acc_${r}_${c}`, type: 'f32' }, out.dtype)};`).join(' ')}
}`;
}
