/** Matrix products on the GPU: floats by matmul-float.ts (or by contraction.ts), integers by a plainer kernel of the same kind. */

import { composeInto } from '../../core/pointwise.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { matmulKernel } from '../cpu/matmul.ts';
import { reduceKernel } from '../cpu/reduce.ts';
import { contract } from './contraction.ts';
import { gpuOfTensor, type KernelCall, runKernel } from './kernels.ts';
import { type Kind, kindOf, mostWorkgroups, wgslType } from './layout.ts';
import { floatBody, pickParts, pickTiling, type Tiling } from './matmul-float.ts';
import { store } from './wgsl.ts';

matmulKernel.on('webgpu', (a: Tensor, b: Tensor, out: Tensor): void => {
  const [batches, rows, inner] = a.sizes;
  const columns = b.sizes[2];
  if (batches > mostWorkgroups || (batches > 1 && rows > mostRows)) {
    inHalves(0, a, b, out);
    return;
  }
  if (rows > mostRows) {
    inHalves(1, a, b, out);
    return;
  }
  if (rows > 1 && a.strides[1] === 0) {
    repeat(1, a.narrow(1, 0, 1), b, out);
    return;
  }
  if (columns > 1 && b.strides[2] === 0) {
    repeat(2, a, b.narrow(2, 0, 1), out);
    return;
  }
  const isFloat = kindOf(out.dtype) === 'f32';
  if (isFloat && gpuOfTensor(out).context.isSoftware) {
    contract('matmul', [out, 'nrc'], [a, 'nri'], [b, 'nic']);
    return;
  }
  const parts = isFloat ? pickParts(batches, rows, columns, inner) : 1;
  if (parts === 1) {
    multiply(a, b, out, 1);
    return;
  }
  const partial = allocate([batches, parts, rows, columns], out.dtype, out.storage.device);
  multiply(a, b, partial, parts);
  reduceKernel.for(out.storage.device)('sum', partial.permute(0, 2, 3, 1), 1, out);
});

/** Rows of one matrix for which the smallest tiles make a grid within WebGPU's limit. */
const mostRows = 16 * mostWorkgroups;

/** A product with more matrices or rows than fit one grid. */
function inHalves(dim: 0 | 1, a: Tensor, b: Tensor, out: Tensor): void {
  const half = Math.ceil(a.sizes[dim] / 2);
  for (const [start, length] of [
    [0, half],
    [half, a.sizes[dim] - half],
  ]) {
    const part = (tensor: Tensor): Tensor => tensor.narrow(dim, start, length);
    matmulKernel.for(out.storage.device)(part(a), dim === 0 ? part(b) : b, part(out));
  }
}

/** A product whose rows or columns are all the same, as where the gradient of a sum takes part: one is calculated. */
function repeat(dim: 1 | 2, a: Tensor, b: Tensor, out: Tensor): void {
  const one = allocate([a.sizes[0], a.sizes[1], b.sizes[2]], out.dtype, out.storage.device);
  matmulKernel.for(out.storage.device)(a, b, one);
  composeInto('copy_', 'self', { self: one.expand(...one.sizes.with(dim, out.sizes[dim])) }, out.dtype, out);
}

/** Writes `parts` partial products, each over a part of the inner dimension, for each matrix of the batch. */
function multiply(a: Tensor, b: Tensor, out: Tensor, parts: number): void {
  const [batches, rows, inner] = a.sizes;
  const columns = b.sizes[2];
  const device = gpuOfTensor(out);
  const { grid, ...kernel } = planOf(a, b, out);
  runKernel({
    ...kernel,
    device,
    out,
    inputs: [a, b],
    params: {
      rows,
      columns,
      inner,
      parts,
      // Whole tiles, so that only the last part ends within one.
      part_length: Math.ceil(inner / parts / 16) * 16,
      a_offset: a.offset,
      a_batch: a.strides[0],
      a_row: a.strides[1],
      a_column: a.strides[2],
      b_offset: b.offset,
      b_batch: b.strides[0],
      b_row: b.strides[1],
      b_column: b.strides[2],
      start: out.offset,
    },
    workgroups: [...grid, batches * parts],
  });
}

type Plan = Pick<KernelCall, 'name' | 'variant' | 'body'> & { grid: [number, number] };

/** The kernel for the operands' type, sizes and layout, and its workgroups across and down. */
function planOf(a: Tensor, b: Tensor, out: Tensor): Plan {
  const kind = kindOf(out.dtype);
  const [, rows, inner] = a.sizes;
  const columns = b.sizes[2];
  const tiling = kind === 'f32' ? pickTiling(a.sizes[0], rows, columns) : integerTiling;
  // Reading along the stride of 1 lets neighbouring invocations read neighbouring words.
  const [aByColumn, bByColumn] = [a.strides[1] === 1 && rows > 1, b.strides[1] === 1 && inner > 1];
  return {
    name: `matmul ${tiling.rows}×${tiling.columns}`,
    grid: [Math.ceil(columns / tiling.columns), Math.ceil(rows / tiling.rows)],
    variant: [aByColumn, bByColumn],
    body: () =>
      kind === 'f32'
        ? floatBody(tiling as Tiling, aByColumn, bByColumn, out)
        : kernelBody(kind, integerTiling, aByColumn, bByColumn, out),
  };
}

interface IntegerTiling {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly block: number;
}

const integerTiling: IntegerTiling = { rows: 32, columns: 32, depth: 16, block: 2 };

function kernelBody(
  kind: Kind,
  { rows, columns, depth, block }: IntegerTiling,
  aByColumn: boolean,
  bByColumn: boolean,
  out: Tensor,
): string {
  const type = wgslType[kind];
  const threads = (rows / block) * (columns / block);
  const zero = kind === 'f32' ? '0.0' : kind === 'i32' ? '0' : 'vec2<u32>(0u)';
  const multiplyAdd = (acc: string, x: string, y: string): string => {
    if (kind === 'i64') return `${acc} = i64_add(${acc}, i64_mul(${x}, ${y}));`;
    return kind === 'f32' ? `${acc} = fma(${x}, ${y}, ${acc});` : `${acc} += ${x} * ${y};`;
  };
  const range = Array.from({ length: block }, (_, k) => k);
  const cells = range.flatMap((r) => range.map((c) => [r, c] as const));
  const rowThreads = rows / block;
  const columnThreads = columns / block;
  return `
var<workgroup> tile_a: array<${type}, ${rows * depth}>;
var<workgroup> tile_b: array<${type}, ${depth * columns}>;
@compute @workgroup_size(${threads})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let top = group.y * ${rows}u;
  let left = group.x * ${columns}u;
  let own_row = lane / ${columnThreads}u;
  let own_column = lane % ${columnThreads}u;
  let a_start = P_a_offset + group.z * P_a_batch;
  let b_start = P_b_offset + group.z * P_b_batch;
  ${cells.map(([r, c]) => `var acc_${r}_${c} = ${zero};`).join(' ')}
  for (var deep = 0u; deep < P_inner; deep += ${depth}u) {
    for (var at = lane; at < ${rows * depth}u; at += ${threads}u) {
      ${aByColumn ? `let r = at % ${rows}u; let k = at / ${rows}u;` : `let r = at / ${depth}u; let k = at % ${depth}u;`}
      let inside = top + r < P_rows && deep + k < P_inner;
      tile_a[k * ${rows}u + r] = select(${zero}, in0[a_start + select(0u, (top + r) * P_a_row + (deep + k) * P_a_column, inside)], inside);
    }
    for (var at = lane; at < ${depth * columns}u; at += ${threads}u) {
      ${bByColumn ? `let k = at % ${depth}u; let c = at / ${depth}u;` : `let c = at % ${columns}u; let k = at / ${columns}u;`}
      let inside = left + c < P_columns && deep + k < P_inner;
      tile_b[k * ${columns}u + c] = select(${zero}, in1[b_start + select(0u, (deep + k) * P_b_row + (left + c) * P_b_column, inside)], inside);
    }
    workgroupBarrier();
    for (var k = 0u; k < ${depth}u; k++) {
      ${range.map((r) => `let a_${r} = tile_a[k * ${rows}u + own_row + ${r * rowThreads}u];`).join(' ')}
      ${range.map((c) => `let b_${c} = tile_b[k * ${columns}u + own_column + ${c * columnThreads}u];`).join(' ')}
      ${cells.map(([r, c]) => multiplyAdd(`acc_${r}_${c}`, `a_${r}`, `b_${c}`)).join(' ')}
    }
    workgroupBarrier();
  }
  let out_start = P_start + group.z * P_rows * P_columns;
  ${cells
    .map(
      ([r, c]) => `{
    let row = top + own_row + ${r * rowThreads}u;
    let column = left + own_column + ${c * columnThreads}u;
    if (row < P_rows && column < P_columns) {
      result[out_start + row * P_columns + column] = ${store({ text: `acc_${r}_${c}`, type: kind }, out.dtype)};
    }
  }`,
    )
    .join('\n  ')}
}`;
}
