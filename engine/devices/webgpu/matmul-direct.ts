/**
 * Products of float matrices where shared memory brings nothing and barriers are dear, as on an adapter that is a
 * program: each invocation reads what it needs from the matrices themselves, for a large block of results. Reading is
 * what costs there: where there are subgroups, the four invocations of a quad read the left matrix for four rows, one
 * each, and hand it to each other.
 */

import type { Tensor } from '../../core/tensor.ts';
import { store } from './wgsl.ts';

const side = 4;

/** Results up to which a product is over before the GPU has compiled a kernel with many of them an invocation. */
const smallProduct = 64 * 64;

/** Results of one invocation: many for one reading, few where the product is small. Its columns lie `side` apart. */
export function directBlock(rows: number, columns: number): [rows: number, columns: number] {
  const isSmall = rows * columns <= smallProduct;
  const fit = (count: number): number => (count >= 32 && !isSmall ? 8 : count >= 8 ? 4 : 1);
  return [rows >= 64 && !isSmall ? 16 : fit(rows), fit(columns)];
}

export function directWorkgroups(rows: number, columns: number): [number, number] {
  const [r, c] = directBlock(rows, columns);
  return [Math.ceil(columns / (c * side)), Math.ceil(rows / (r * side))];
}

export function directBody(
  [rowCount, columnCount]: readonly [rows: number, columns: number],
  out: Tensor,
  hasQuads: boolean,
): string {
  const down = Array.from({ length: rowCount }, (_, k) => k);
  const across = Array.from({ length: columnCount }, (_, k) => k);
  const cells = down.flatMap((r) => across.map((c) => [r, c] as const));
  const column = (c: number): string => `left + ${c * side}u`;
  const isShared = hasQuads && rowCount % 4 === 0;
  const read = isShared
    ? down.filter((r) => r % 4 === 0).map((r) => `top + ${r}u + id.x`)
    : down.map((r) => `top + ${r}u`);
  const left = (r: number): string => (isShared ? `quadBroadcast(read_${r >> 2}, ${r & 3}u)` : `read_${r}`);
  // Rows and columns past the edge repeat the last one, which costs less than asking at each cell.
  return `
@compute @workgroup_size(${side}, ${side})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
  let top = (group.y * ${side}u + id.y) * ${rowCount}u;
  let left = group.x * ${side * columnCount}u + id.x;
  if (top >= P_rows) { return; }
  ${down.map((r) => `let to_${r} = P_start + group.z * P_rows * P_columns + min(top + ${r}u, P_rows - 1u) * P_columns;`).join('\n  ')}
  ${across.map((c) => `let place_${c} = min(${column(c)}, P_columns - 1u);`).join('\n  ')}
  ${read.map((row, r) => `let row_${r} = P_a_offset + group.z * P_a_batch + min(${row}, P_rows - 1u) * P_a_row;`).join('\n  ')}
  ${across.map((c) => `let column_${c} = P_b_offset + group.z * P_b_batch + place_${c} * P_b_column;`).join('\n  ')}
  ${cells.map(([r, c]) => `var acc_${r}_${c} = 0.0;`).join(' ')}
  for (var k = 0u; k < P_inner; k++) {
    ${read.map((_, r) => `let read_${r} = in0[row_${r} + k * P_a_column];`).join(' ')}
    ${across.map((c) => `let b_${c} = in1[column_${c} + k * P_b_row];`).join(' ')}
    ${down.map((r) => `let a_${r} = ${left(r)};`).join(' ')}
    ${cells.map(([r, c]) => `acc_${r}_${c} += a_${r} * b_${c};`).join(' ')}
  }
  ${cells.map(([r, c]) => `result[to_${r} + place_${c}] = ${store({ text: `acc_${r}_${c}`, type: 'f32' }, out.dtype)};`).join('\n  ')}
}`;
}
