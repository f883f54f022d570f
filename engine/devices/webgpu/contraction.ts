/**
 * Sums of products of two strided tensors (matrix products and convolutions) where shared memory brings nothing and
 * barriers are dear, as on an adapter that is a program: each invocation reads what it needs from the tensors
 * themselves, for a large block of results. Reading is what costs there: where there are subgroups, the four invocations
 * of a quad read the left factor for four rows, one each, and hand it to each other.
 */

import { numelOf } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import { coalesce, type LoopNest } from '../cpu/layout.ts';
import { gpuOfTensor, isNew, type KernelCall, offsetCode, runKernel } from './kernels.ts';
import { grid } from './layout.ts';
import { store } from './wgsl.ts';

/** A tensor whose dimensions have names, a letter each. */
export type Named = readonly [tensor: Tensor, names: string];

const [side, tallest] = [4, 4];

/** Multiplications that are over before the GPU has compiled a kernel with many of them an invocation, and with a few. */
const [smallProduct, quickProduct] = [64 ** 3, 256 ** 3];

/** Rows and columns of the results of one invocation. */
type Block = readonly [rows: number, columns: number];

/** Many results for one reading, few where the product is small. The columns of an invocation lie `side` apart. */
function blockFor(rows: number, columns: number, all: number): Block {
  if (all <= smallProduct) return [rows >= 8 ? 4 : 1, columns >= 8 ? 4 : 1];
  const down = rows >= 16 ? 16 : rows >= 8 ? 8 : 1;
  return [down, columns >= 32 ? 8 : columns >= 8 ? 4 : 1];
}

/** The dimensions with those names as one loop nest over some of the tensors. */
function nestOf(names: readonly string[], tensors: readonly Named[]): LoopNest {
  const sizeOf = (name: string): number => {
    const [tensor, own] = tensors.find(([, all]) => all.includes(name)) as Named;
    return tensor.sizes[own.indexOf(name)];
  };
  return coalesce(
    names.map(sizeOf),
    tensors.map(([tensor, own]) => names.map((name) => tensor.strides[own.indexOf(name)])),
  );
}

/** Loops of which the longest is the innermost. */
function longestLast({ sizes, strides }: LoopNest): LoopNest {
  const order = sizes.map((_, dim) => dim).sort((a, b) => sizes[a] - sizes[b]);
  return {
    sizes: order.map((dim) => sizes[dim]),
    strides: strides.map((own) => order.map((dim) => own[dim])),
  };
}

/** The dimensions of a product by the tensors that have them. */
function nestsOf(out: Named, a: Named, b: Named) {
  const has = (name: string, ...tensors: readonly Named[]): boolean =>
    tensors.every(([, all]) => all.includes(name));
  const names = [...new Set(out[1] + a[1] + b[1])];
  const [batch, inner, rows, columns] = [
    names.filter((name) => has(name, out, a, b)),
    names.filter((name) => !has(name, out)),
    names.filter((name) => !has(name, b)),
    names.filter((name) => !has(name, a)),
  ];
  return {
    batch: nestOf(batch, [out, a, b]),
    rows: nestOf(rows, [out, a]),
    columns: nestOf(columns, [out, b]),
    inner: longestLast(nestOf(inner, [a, b])),
  };
}

/** Sets `out` to the sums, over the dimensions that it lacks, of the products of `a` and `b`, all of floats. */
export function contract(name: string, out: Named, a: Named, b: Named): void {
  const nests = nestsOf(out, a, b);
  const all = Object.values(nests).reduce((product, { sizes }) => product * numelOf(sizes), 1);
  const block = blockFor(numelOf(nests.rows.sizes), numelOf(nests.columns.sizes), all);
  const kernelFor = (own: Block): KernelCall => kernelOf(name, [out[0], a[0], b[0]], nests, own);
  const kernel = kernelFor(block);
  // The first time, a kernel that is compiled sooner is done sooner. It adds in the same order, so digits are the same.
  const isQuick = all <= quickProduct && isNew(kernel);
  runKernel(isQuick ? kernelFor([Math.min(block[0], 4), 1]) : kernel);
}

function kernelOf(
  name: string,
  [out, a, b]: readonly Tensor[],
  { batch, rows, columns, inner }: ReturnType<typeof nestsOf>,
  [down, across]: Block,
): KernelCall {
  const device = gpuOfTensor(out);
  const [rowCount, columnCount] = [numelOf(rows.sizes), numelOf(columns.sizes)];
  const tall = Math.min(Math.ceil(rowCount / down), tallest);
  const [rowGroups, columnGroups] = [
    Math.ceil(rowCount / (down * tall)),
    Math.ceil(columnCount / (across * side)),
  ];
  const subgroups = device.context.features.has('subgroups');
  const places = {
    batchOut: offsetCode('n', 'batch', batch.sizes, batch.strides[0]),
    batchA: offsetCode('na', 'batch', batch.sizes, batch.strides[1]),
    batchB: offsetCode('nb', 'batch', batch.sizes, batch.strides[2]),
    rowOut: offsetCode('r', 'row', rows.sizes, rows.strides[0]),
    rowA: offsetCode('ra', 'row', rows.sizes, rows.strides[1]),
    columnOut: offsetCode('c', 'column', columns.sizes, columns.strides[0]),
    columnB: offsetCode('cb', 'column', columns.sizes, columns.strides[1]),
  };
  const loops = Object.fromEntries(
    inner.sizes.flatMap((size, k) => [
      [`length${k}`, size],
      [`a_step${k}`, inner.strides[0][k]],
      [`b_step${k}`, inner.strides[1][k]],
    ]),
  );
  return {
    name,
    device,
    subgroups,
    variant: [down, across, tall],
    out,
    inputs: [a, b],
    params: {
      rows: rowCount,
      columns: columnCount,
      row_groups: rowGroups,
      column_groups: columnGroups,
      groups: rowGroups * columnGroups * numelOf(batch.sizes),
      start: out.offset,
      a_offset: a.offset,
      b_offset: b.offset,
      ...loops,
      ...Object.assign({}, ...Object.values(places).map(({ params }) => params)),
    },
    workgroups: grid(rowGroups * columnGroups * numelOf(batch.sizes)),
    body: () => bodyOf([down, across, tall], places, inner.sizes.length, out, subgroups),
  };
}

type Places = Readonly<
  Record<'batchOut' | 'batchA' | 'batchB' | 'rowOut' | 'rowA' | 'columnOut' | 'columnB', { code: string }>
>;

function bodyOf(
  [rowCount, columnCount, tall]: readonly [rows: number, columns: number, tall: number],
  places: Places,
  loops: number,
  out: Tensor,
  hasQuads: boolean,
): string {
  const down = Array.from({ length: rowCount }, (_, k) => k);
  const across = Array.from({ length: columnCount }, (_, k) => k);
  const cells = down.flatMap((r) => across.map((c) => [r, c] as const));
  const isShared = hasQuads && rowCount % 4 === 0;
  const read = isShared
    ? down.filter((r) => r % 4 === 0).map((r) => `top + ${r}u + id.x`)
    : down.map((r) => `top + ${r}u`);
  const left = (r: number): string => (isShared ? `quadBroadcast(read_${r >> 2}, ${r & 3}u)` : `read_${r}`);
  const sums = `
    ${read.map((_, r) => `let read_${r} = in0[row_${r} + a];`).join(' ')}
    ${across.map((c) => `let b_${c} = in1[column_${c} + b];`).join(' ')}
    ${down.map((r) => `let a_${r} = ${left(r)};`).join(' ')}
    ${cells.map(([r, c]) => `acc_${r}_${c} += a_${r} * b_${c};`).join(' ')}`;
  let walk = sums;
  for (let k = loops - 1; k >= 0; k--) {
    walk = `
  var next_a${k} = a; var next_b${k} = b;
  for (var k${k} = 0u; k${k} < P_length${k}; k${k}++) {
    let a = next_a${k}; let b = next_b${k};${walk}
    next_a${k} += P_a_step${k}; next_b${k} += P_b_step${k};
  }`;
  }
  // Rows and columns past the edge repeat the last one, which costs less than asking at each cell.
  return `
fn row_out(row: u32) -> u32 { return ${places.rowOut.code}; }
fn row_a(row: u32) -> u32 { return ${places.rowA.code}; }
fn column_out(column: u32) -> u32 { return ${places.columnOut.code}; }
fn column_b(column: u32) -> u32 { return ${places.columnB.code}; }
@compute @workgroup_size(${side}, ${tall})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
  let number = group.y * groups.x + group.x;
  let line = number / P_column_groups;
  let batch = line / P_row_groups;
  let top = ((line - batch * P_row_groups) * ${tall}u + id.y) * ${rowCount}u;
  let left = (number - line * P_column_groups) * ${side * columnCount}u + id.x;
  if (number >= P_groups || top >= P_rows) { return; }
  let start = P_start + ${places.batchOut.code};
  let a_start = P_a_offset + ${places.batchA.code};
  let b_start = P_b_offset + ${places.batchB.code};
  ${across.map((c) => `let place_${c} = min(left + ${c * side}u, P_columns - 1u);`).join('\n  ')}
  ${read.map((row, r) => `let row_${r} = a_start + row_a(min(${row}, P_rows - 1u));`).join('\n  ')}
  ${across.map((c) => `let column_${c} = b_start + column_b(place_${c});`).join('\n  ')}
  ${cells.map(([r, c]) => `var acc_${r}_${c} = 0.0;`).join(' ')}
  let a = 0u; let b = 0u;${walk}
  ${across.map((c) => `let to_${c} = start + column_out(place_${c});`).join('\n  ')}
  ${down.map((r) => `{ let to = row_out(min(top + ${r}u, P_rows - 1u)); ${across.map((c) => `result[to + to_${c}] = ${store({ text: `acc_${r}_${c}`, type: 'f32' }, out.dtype)};`).join(' ')} }`).join('\n  ')}
}`;
}
