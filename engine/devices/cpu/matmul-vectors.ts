/**
 * Products of float32 matrices in WebAssembly: both are cut into panels that lie as the innermost loop reads them,
 * a stretch of the inner dimension at a time, so that what is read again is still in the processor's cache.
 */

import { cpuArray, type Tensor } from '../../core/tensor.ts';
import { wasmKernels } from './wasm/kernels.ts';
import { wasmFloats, wasmRoom } from './wasm/memory.ts';

/** Products of fewer multiplications than this are not worth the copying. */
const fewest = 2 ** 15;
/** Floats that one product may take in WebAssembly's memory. */
const mostRoom = 2 ** 27;
const panelRows = 4;
const panelColumns = 8;
const depth = 256;

const padded = (count: number, unit: number): number => Math.ceil(count / unit) * unit;

/** (batch, n, k) by (batch, k, m) into a row-major (batch, n, m). False where the plain loop is to do it. */
export function multiplyVectors(a: Tensor, b: Tensor, out: Tensor): boolean {
  const [batches, rows, inner] = a.sizes;
  const columns = b.sizes[2];
  if (rows * inner * columns < fewest || columns < panelColumns / 2 || inner < 4) return false;
  const kernels = wasmKernels();
  if (!kernels) return false;
  const [ownRows, ownColumns] = [padded(rows, panelRows), padded(columns, panelColumns)];
  const [left, right] = [layoutOf(a), layoutOf(b)];
  if (!left || !right) return false;
  const lengths = [left.length, right.length, ownRows * depth, depth * ownColumns, ownRows * ownColumns];
  // Each part begins at a whole vector.
  const total = lengths.reduce((sum, length) => sum + padded(length, 4), 0);
  if (total > mostRoom) return false;
  let next = wasmRoom(total);
  const [rawA, rawB, packedA, packedB, result] = lengths.map((length) => {
    const start = next;
    next += padded(length, 4);
    return start;
  });
  const floats = wasmFloats();
  const [sourceA, sourceB, target] = [a, b, out].map((tensor) => cpuArray(tensor) as Float32Array);
  for (let batch = 0; batch < batches; batch++) {
    const [startA, startB] = [a, b].map(({ offset, strides }) => offset + batch * strides[0]);
    bring(sourceA, startA, a, left, floats, rawA);
    bring(sourceB, startB, b, right, floats, rawB);
    floats.fill(0, result, result + ownRows * ownColumns);
    for (let k = 0; k < inner; k += depth) {
      const deep = Math.min(depth, inner - k);
      const fromA = 4 * (rawA + k * left.column);
      const fromB = 4 * (rawB + k * right.row);
      kernels.pack(fromA, left.row, left.column, rows, deep, 4 * packedA, panelRows);
      kernels.pack(fromB, right.column, right.row, columns, deep, 4 * packedB, panelColumns);
      kernels.multiply(4 * packedA, 4 * packedB, 4 * result, ownRows, ownColumns, deep);
    }
    const start = out.offset + batch * rows * columns;
    const step = ownColumns === columns ? rows : 1;
    for (let row = 0; row < rows; row += step) {
      const from = result + row * ownColumns;
      target.set(floats.subarray(from, from + step * columns), start + row * columns);
    }
  }
  return true;
}

/** How a matrix lies in WebAssembly's memory: as it does outside, or row by row where it has wide gaps. */
interface Layout {
  readonly length: number;
  readonly row: number;
  readonly column: number;
}

function layoutOf({ sizes: [, rows, columns], strides: [, row, column] }: Tensor): Layout | null {
  const span = (rows - 1) * row + (columns - 1) * column + 1;
  if (span <= 2 * rows * columns) return { length: span, row, column };
  return column === 1 ? { length: rows * columns, row: columns, column } : null;
}

function bring(
  source: Float32Array,
  start: number,
  { sizes: [, rows, columns], strides: [, row] }: Tensor,
  layout: Layout,
  floats: Float32Array,
  to: number,
): void {
  if (layout.row === row) {
    floats.set(source.subarray(start, start + layout.length), to);
    return;
  }
  for (let k = 0; k < rows; k++) {
    const from = start + k * row;
    floats.set(source.subarray(from, from + columns), to + k * columns);
  }
}
