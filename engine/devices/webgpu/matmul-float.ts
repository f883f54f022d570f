/**
 * Products of float matrices on the GPU: tiles of both matrices are brought into shared memory as vectors of four, and
 * each invocation sums a block of results in registers. Strides are parameters, so transposed operands are read
 * where they lie.
 */

import type { Tensor } from '../../core/tensor.ts';
import { store } from './wgsl.ts';

/** Rows and columns of results a workgroup computes, and the block of one invocation, in vectors of four. */
export interface Tiling {
  readonly rows: number;
  readonly columns: number;
  readonly block: 1 | 2;
}

const depth = 16;

const fit = (count: number, most: number): number => (count <= 16 ? 16 : count <= 32 ? 32 : most);

/**
 * Large tiles read memory less often; small ones keep more workgroups busy. The largest take 16 KiB of shared memory,
 * which every adapter has.
 */
export function pickTiling(batches: number, rows: number, columns: number): Tiling {
  const largest = batches * Math.ceil(rows / 128) * Math.ceil(columns / 128);
  if (rows >= 128 && columns >= 128 && largest >= 64) return { rows: 128, columns: 128, block: 2 };
  const medium = batches * Math.ceil(rows / 64) * Math.ceil(columns / 64);
  const most = medium >= 16 ? 64 : 32;
  return { rows: fit(rows, most), columns: fit(columns, most), block: 1 };
}

/** How many parts to cut the inner dimension into, where there are too few results to keep a GPU busy. */
export function pickParts(batches: number, rows: number, columns: number, inner: number): number {
  const tiling = pickTiling(batches, rows, columns);
  const workgroups = batches * Math.ceil(rows / tiling.rows) * Math.ceil(columns / tiling.columns);
  return Math.max(1, Math.min(Math.floor(32 / workgroups), Math.floor(inner / 128)));
}

/** WGSL of the kernel; `aByColumn` and `bByColumn` tell along which dimension neighbours lie side by side. */
export function floatBody(tiling: Tiling, aByColumn: boolean, bByColumn: boolean, out: Tensor): string {
  const { rows, columns, block } = tiling;
  const [rowVectors, columnVectors] = [rows / 4, columns / 4];
  const [rowThreads, columnThreads] = [rowVectors / block, columnVectors / block];
  const threads = rowThreads * columnThreads;
  const range = Array.from({ length: block }, (_, k) => k);
  const rowCells = range.flatMap((r) => [0, 1, 2, 3].map((lane) => [r, lane] as const));
  const cells = rowCells.flatMap(([r, lane]) => range.map((c) => [r, lane, c] as const));
  const side = ['x', 'y', 'z', 'w'];
  return `
var<workgroup> tile_a: array<vec4<f32>, ${rowVectors * depth}>;
var<workgroup> tile_b: array<vec4<f32>, ${columnVectors * depth}>;
@compute @workgroup_size(${threads})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let top = group.y * ${rows}u;
  let left = group.x * ${columns}u;
  let own_row = lane / ${columnThreads}u;
  let own_column = lane % ${columnThreads}u;
  let batch = group.z / P_parts;
  let first = (group.z % P_parts) * P_part_length;
  let last = min(first + P_part_length, P_inner);
  let a_start = P_a_offset + batch * P_a_batch;
  let b_start = P_b_offset + batch * P_b_batch;
  ${cells.map(([r, own, c]) => `var acc_${r}_${own}_${c} = vec4<f32>(0.0);`).join(' ')}
  for (var deep = first; deep < last; deep += ${depth}u) {
    for (var at = lane; at < ${rowVectors * depth}u; at += ${threads}u) {
      ${aByColumn ? `let r = at % ${rowVectors}u; let k = at / ${rowVectors}u;` : `let r = at / ${depth}u; let k = at % ${depth}u;`}
      let row = top + r * 4u;
      let at_a = a_start + row * P_a_row + (deep + k) * P_a_column;
      var x = vec4<f32>(0.0);
      if (deep + k < last) {
        if (row + 3u < P_rows) {
          x = vec4<f32>(in0[at_a], in0[at_a + P_a_row], in0[at_a + 2u * P_a_row], in0[at_a + 3u * P_a_row]);
        } else {
          if (row < P_rows) { x.x = in0[at_a]; }
          if (row + 1u < P_rows) { x.y = in0[at_a + P_a_row]; }
          if (row + 2u < P_rows) { x.z = in0[at_a + 2u * P_a_row]; }
        }
      }
      tile_a[k * ${rowVectors}u + r] = x;
    }
    for (var at = lane; at < ${columnVectors * depth}u; at += ${threads}u) {
      ${bByColumn ? `let c = at / ${depth}u; let k = at % ${depth}u;` : `let c = at % ${columnVectors}u; let k = at / ${columnVectors}u;`}
      let column = left + c * 4u;
      let at_b = b_start + (deep + k) * P_b_row + column * P_b_column;
      var x = vec4<f32>(0.0);
      if (deep + k < last) {
        if (column + 3u < P_columns) {
          x = vec4<f32>(in1[at_b], in1[at_b + P_b_column], in1[at_b + 2u * P_b_column], in1[at_b + 3u * P_b_column]);
        } else {
          if (column < P_columns) { x.x = in1[at_b]; }
          if (column + 1u < P_columns) { x.y = in1[at_b + P_b_column]; }
          if (column + 2u < P_columns) { x.z = in1[at_b + 2u * P_b_column]; }
        }
      }
      tile_b[k * ${columnVectors}u + c] = x;
    }
    workgroupBarrier();
    for (var k = 0u; k < ${depth}u; k++) {
      ${range.map((r) => `let a_${r} = tile_a[k * ${rowVectors}u + own_row + ${r * rowThreads}u];`).join(' ')}
      ${range.map((c) => `let b_${c} = tile_b[k * ${columnVectors}u + own_column + ${c * columnThreads}u];`).join(' ')}
      ${cells.map(([r, own, c]) => `acc_${r}_${own}_${c} = fma(vec4<f32>(a_${r}.${side[own]}), b_${c}, acc_${r}_${own}_${c});`).join('\n      ')}
    }
    workgroupBarrier();
  }
  let out_start = P_start + group.z * P_rows * P_columns;
  ${cells
    .map(
      ([r, own, c]) => `{
    let row = top + (own_row + ${r * rowThreads}u) * 4u + ${own}u;
    let column = left + (own_column + ${c * columnThreads}u) * 4u;
    if (row < P_rows) {
      ${side.map((part, k) => `if (column + ${k}u < P_columns) { result[out_start + row * P_columns + column + ${k}u] = ${store({ text: `acc_${r}_${own}_${c}.${part}`, type: 'f32' }, out.dtype)}; }`).join('\n      ')}
    }
  }`,
    )
    .join('\n  ')}
}`;
}
