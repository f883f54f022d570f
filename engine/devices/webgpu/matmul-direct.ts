/**
 * Products of float matrices where shared memory brings nothing and barriers are dear, as on an adapter that is a
 * program: each invocation reads what it needs from the matrices themselves, for a large block of results.
 */

import type { Tensor } from '../../core/tensor.ts';
import { store } from './wgsl.ts';

const side = 4;

/** Results of one invocation: many for one reading, few where the product is small. */
export function directBlock(rows: number, columns: number): [rows: number, columns: number] {
  const fit = (count: number): number => (count >= 32 ? 8 : count >= 8 ? 4 : 1);
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
  const cells = rowRange.flatMap((r) => columnRange.map((c) => [r, c] as const));
  return `
@compute @workgroup_size(${side}, ${side})
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let top = id.y * ${rowCount}u;
  let left = id.x * ${columnCount}u;
  if (top >= P_rows || left >= P_columns) { return; }
  ${rowRange.map((r) => `let row_${r} = P_a_offset + id.z * P_a_batch + min(top + ${r}u, P_rows - 1u) * P_a_row;`).join('\n  ')}
  ${columnRange.map((c) => `let column_${c} = P_b_offset + id.z * P_b_batch + min(left + ${c}u, P_columns - 1u) * P_b_column;`).join('\n  ')}
  ${cells.map(([r, c]) => `var acc_${r}_${c} = 0.0;`).join(' ')}
  for (var k = 0u; k < P_inner; k++) {
    ${rowRange.map((r) => `let a_${r} = in0[row_${r} + k * P_a_column];`).join(' ')}
    ${columnRange.map((c) => `let b_${c} = in1[column_${c} + k * P_b_row];`).join(' ')}
    ${cells.map(([r, c]) => `acc_${r}_${c} += a_${r} * b_${c};`).join(' ')}
  }
  let start = P_start + id.z * P_rows * P_columns;
  ${cells.map(([r, c]) => `if (top + ${r}u < P_rows && left + ${c}u < P_columns) { result[start + (top + ${r}u) * P_columns + left + ${c}u] = ${store({ text: `acc_${r}_${c}`, type: 'f32' }, out.dtype)}; }`).join('\n  ')}
}`;
}
