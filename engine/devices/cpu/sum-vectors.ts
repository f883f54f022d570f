/** Sums of many float32 in WebAssembly, in double precision as the plain loops sum. */

import { cpuArray, type Tensor } from '../../core/tensor.ts';
import type { LoopNest } from './layout.ts';
import { type WasmKernels, wasmKernels } from './wasm/kernels.ts';
import { wasmFloats, wasmRoom } from './wasm/memory.ts';

const fewest = 4096;
/** Floats that are brought into WebAssembly's memory at once. */
const stretch = 2 ** 14;

/** Sums along rows that lie in one piece, or down columns that lie next to each other; false for other layouts. */
export function sumVectors(source: Tensor, out: Tensor, kept: LoopNest, reduced: LoopNest): boolean {
  if (source.numel() < fewest || kept.sizes.length > 1 || reduced.sizes.length > 1) return false;
  const kernels = wasmKernels();
  if (!kernels) return false;
  const [outStrides, keptStrides] = kept.strides;
  const [reducedStride, length] = [reduced.strides[0][0], reduced.sizes[0]];
  const [outStride, keptStride, count] = [outStrides[0], keptStrides[0], kept.sizes[0]];
  const [from, to] = [cpuArray(source) as Float32Array, cpuArray(out) as Float32Array];
  if (reducedStride === 1 && (length >= 256 || keptStride === length)) {
    const rowsAtOnce = keptStride === length ? Math.max(1, Math.floor(stretch / length)) : 1;
    for (let row = 0; row < count; row += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, count - row);
      const start = source.offset + row * keptStride;
      sumRows(kernels, from, start, rows, length, (k, sum) => {
        to[out.offset + (row + k) * outStride] = sum;
      });
    }
    return true;
  }
  if (keptStride !== 1 || count < 64 || reducedStride < count) return false;
  for (let first = 0; first < count; first += stretch / 8) {
    const width = Math.min(stretch / 8, count - first);
    const sums = sumColumns(kernels, from, source.offset + first, width, length, reducedStride);
    for (let k = 0; k < width; k++) to[out.offset + (first + k) * outStride] = sums[k];
  }
  return true;
}

function sumRows(
  kernels: WasmKernels,
  source: Float32Array,
  start: number,
  rows: number,
  length: number,
  write: (row: number, sum: number) => void,
): void {
  const room = wasmRoom(stretch);
  const floats = wasmFloats();
  if (length <= stretch) {
    floats.set(source.subarray(start, start + rows * length), room);
    for (let row = 0; row < rows; row++) write(row, kernels.sum(4 * (room + row * length), length));
    return;
  }
  let sum = 0;
  for (let done = 0; done < length; done += stretch) {
    const count = Math.min(stretch, length - done);
    floats.set(source.subarray(start + done, start + done + count), room);
    sum += kernels.sum(4 * room, count);
  }
  write(0, sum);
}

function sumColumns(
  kernels: WasmKernels,
  source: Float32Array,
  start: number,
  width: number,
  length: number,
  stride: number,
): Float64Array {
  const whole = Math.ceil(width / 4) * 4;
  const room = wasmRoom(3 * whole);
  const floats = wasmFloats();
  const sums = new Float64Array(floats.buffer, 4 * room, width);
  sums.fill(0);
  const row = room + 2 * whole;
  for (let k = 0; k < length; k++) {
    const from = start + k * stride;
    floats.set(source.subarray(from, from + width), row);
    kernels.addTo(4 * row, 4 * room, whole);
  }
  return sums;
}
