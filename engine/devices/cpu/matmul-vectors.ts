/**
 * Products of float32 matrices in WebAssembly. A block of the result at a time; what makes it up is cut into panels
 * that lie as the innermost loop reads them, a stretch of the inner dimension at a time, so that what is read again is
 * still in the processor's cache.
 */

import type { CpuStorage } from '../../core/storage.ts';
import type { Tensor } from '../../core/tensor.ts';
import { isOnHeap } from './wasm/heap.ts';
import { type WasmKernels, wasmKernels } from './wasm/kernels.ts';
import { benchStart, wasmFloats } from './wasm/memory.ts';
import { inputFloats, outputFloats } from './wasm/operands.ts';

/** Products of fewer multiplications than this are not worth the packing. */
const fewest = 2 ** 15;
const panelRows = 4;
const panelColumns = 8;
/** A block of the result, and the stretch of the inner dimension that is added to it at once. */
const blockRows = 512;
const blockColumns = 1024;
const depth = 256;

const padded = (count: number, unit: number): number => Math.ceil(count / unit) * unit;

/** Operands of few floats (expanded ones are of one) are brought to the bench. */
const smallRoom = 2 ** 14;
/** Floats at the beginning of the bench that a product works in. */
export const productRoom =
  2 * smallRoom + blockRows * depth + depth * blockColumns + blockRows * blockColumns;

/** A matrix: element (row, column) is at `start + row * down + column * along`. */
export interface Matrix {
  readonly floats: Float32Array<ArrayBuffer>;
  readonly start: number;
  readonly down: number;
  readonly along: number;
}

/** (batch, n, k) by (batch, k, m) into a row-major (batch, n, m). False where the plain loop is to do it. */
export function multiplyVectors(a: Tensor, b: Tensor, out: Tensor): boolean {
  const [batches, rows, inner] = a.sizes;
  const columns = b.sizes[2];
  if (rows * inner * columns < fewest || columns < panelColumns / 2 || inner < 4) return false;
  const kernels = wasmKernels();
  if (!kernels) return false;
  const [left, right] = [a, b].map(({ storage, sizes }, side) => {
    const array = inputFloats(storage as CpuStorage, sizes[0] * sizes[1] * sizes[2]);
    if (isOnHeap(array) || array.length > smallRoom) return array;
    const room = benchStart() + side * smallRoom;
    const own = wasmFloats().subarray(room, room + array.length);
    own.set(array);
    return own;
  });
  const target = outputFloats(out);
  // An expanded operand (such as the gradient of a sum) gives equal rows or columns: one of them is computed.
  const [ownRows, ownColumns] = [a.strides[1] === 0 ? 1 : rows, b.strides[2] === 0 ? 1 : columns];
  for (let batch = 0; batch < batches; batch++) {
    const start = out.offset + batch * rows * columns;
    const result = { floats: target, start, down: columns, along: 1 };
    const [first, second] = [matrixOf(a, left, batch), matrixOf(b, right, batch)];
    multiply(kernels, first, second, result, ownRows, inner, ownColumns);
    for (let row = 0; ownColumns < columns && row < ownRows; row++) {
      const place = start + row * columns;
      target.fill(target[place], place, place + columns);
    }
    for (let row = ownRows; row < rows; row++)
      target.copyWithin(start + row * columns, start, start + columns);
  }
  return true;
}

function matrixOf({ offset, strides }: Tensor, floats: Float32Array<ArrayBuffer>, batch: number): Matrix {
  return { floats, start: offset + batch * strides[0], down: strides[1], along: strides[2] };
}

/** Multiplies (rows, inner) by (inner, columns) into a matrix whose rows have no gaps (`along` is 1). */
export function multiply(
  kernels: WasmKernels,
  a: Matrix,
  b: Matrix,
  out: Matrix,
  rows: number,
  inner: number,
  columns: number,
): void {
  const floats = wasmFloats();
  const packedA = benchStart() + 2 * smallRoom;
  const packedB = packedA + blockRows * depth;
  const block = packedB + depth * blockColumns;
  for (let column = 0; column < columns; column += blockColumns) {
    const width = Math.min(blockColumns, columns - column);
    const ownColumns = padded(width, panelColumns);
    for (let row = 0; row < rows; row += blockRows) {
      const height = Math.min(blockRows, rows - row);
      const ownRows = padded(height, panelRows);
      const start = out.start + row * out.down + column;
      // What has no ragged edges is added up where it is to lie.
      const isInPlace = isOnHeap(out.floats) && ownRows === height && ownColumns === out.down;
      const result = isInPlace ? out.floats.byteOffset / 4 + start : block;
      floats.fill(0, result, result + ownRows * ownColumns);
      for (let k = 0; k < inner; k += depth) {
        const deep = Math.min(depth, inner - k);
        const [startA, startB] = [
          a.start + row * a.down + k * a.along,
          b.start + k * b.down + column * b.along,
        ];
        pack(kernels, a.floats, startA, a.down, a.along, height, deep, packedA, panelRows);
        pack(kernels, b.floats, startB, b.along, b.down, width, deep, packedB, panelColumns);
        kernels.multiply(4 * packedA, 4 * packedB, 4 * result, ownRows, ownColumns, deep);
      }
      for (let k = 0; k < height && !isInPlace; k++) {
        const from = result + k * ownColumns;
        out.floats.set(floats.subarray(from, from + width), start + k * out.down);
      }
    }
  }
}

/** Copies `count` rows (or columns), `across` apart, into panels of `width` of them side by side: see kernels.wat. */
function pack(
  kernels: WasmKernels,
  source: Float32Array<ArrayBuffer>,
  start: number,
  across: number,
  along: number,
  count: number,
  deep: number,
  to: number,
  width: number,
): void {
  if (isOnHeap(source)) {
    kernels.pack(source.byteOffset + 4 * start, across, along, count, deep, 4 * to, width);
    return;
  }
  // From outside of the heap: what lies in runs is brought to the end of the room first.
  const floats = wasmFloats();
  const room = benchStart() + productRoom - depth * blockColumns;
  const [runs, length, step] = along === 1 ? [count, deep, across] : [deep, count, along];
  if (along !== 1 && across !== 1) {
    for (let k = 0; k < deep; k++) {
      for (let i = 0; i < count; i++) floats[room + k * count + i] = source[start + i * across + k * along];
    }
  } else {
    for (let run = 0; run < runs; run++) {
      const from = start + run * step;
      floats.set(source.subarray(from, from + length), room + run * length);
    }
  }
  const [ownAcross, ownAlong] = along === 1 ? [deep, 1] : [1, count];
  kernels.pack(4 * room, ownAcross, ownAlong, count, deep, 4 * to, width);
}
