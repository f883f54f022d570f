/** Sums of many float32 in WebAssembly, in double precision as the plain loops sum. */

import { cpuArray } from '../../core/reading.ts';
import type { CpuStorage } from '../../core/storage.ts';
import type { Tensor } from '../../core/tensor.ts';
import type { LoopNest } from './layout.ts';
import { isOnHeap } from './wasm/heap.ts';
import { type WasmKernels, wasmKernels } from './wasm/kernels.ts';
import { benchStart, wasmFloats } from './wasm/memory.ts';
import { inputFloats } from './wasm/operands.ts';

const fewest = 4096;
/** Floats that are brought into WebAssembly's memory at once. */
const stretch = 2 ** 14;
/** Rows that are summed at once down their columns: so many lines of the cache are read side by side. */
const rowsAtOnce = 16;

/** Sums along rows that lie in one piece, or down columns that lie next to each other; false for other layouts. */
export function sumVectors(source: Tensor, out: Tensor, kept: LoopNest, reduced: LoopNest): boolean {
  if (source.numel() < fewest || kept.sizes.length > 1 || reduced.sizes.length > 1) return false;
  const kernels = wasmKernels();
  if (!kernels) return false;
  const [outStrides, keptStrides] = kept.strides;
  const [reducedStride, length] = [reduced.strides[0][0], reduced.sizes[0]];
  const [outStride, keptStride, count] = [outStrides[0], keptStrides[0], kept.sizes[0]];
  const isAlong = reducedStride === 1 && (length >= 256 || keptStride === length);
  const isDown = keptStride === 1 && count >= 64 && reducedStride >= count;
  if (!isAlong && !isDown) return false;
  const from = inputFloats(source.storage as CpuStorage, source.numel());
  const to = cpuArray(out) as Float32Array;
  if (isAlong) {
    for (let row = 0; row < count; row++) {
      to[out.offset + row * outStride] = sumRow(kernels, from, source.offset + row * keptStride, length);
    }
    return true;
  }
  for (let first = 0; first < count; first += stretch / 8) {
    const width = Math.min(stretch / 8, count - first);
    const sums = sumColumns(kernels, from, source.offset + first, width, length, reducedStride);
    for (let k = 0; k < width; k++) to[out.offset + (first + k) * outStride] = sums[k];
  }
  return true;
}

function sumRow(kernels: WasmKernels, source: Float32Array, start: number, length: number): number {
  if (isOnHeap(source)) return kernels.sum(source.byteOffset + 4 * start, length);
  let sum = 0;
  for (let done = 0; done < length; done += stretch) {
    const count = Math.min(stretch, length - done);
    wasmFloats().set(source.subarray(start + done, start + done + count), benchStart());
    sum += kernels.sum(4 * benchStart(), count);
  }
  return sum;
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
  const floats = wasmFloats();
  const sums = new Float64Array(floats.buffer, 4 * benchStart(), whole);
  sums.fill(0);
  const room = benchStart() + 2 * whole;
  for (let row = 0; row < length; row += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, length - row);
    const from = start + row * stride;
    if (isOnHeap(source)) {
      kernels.addRows(source.byteOffset + 4 * from, 4 * stride, rows, sums.byteOffset, whole);
      continue;
    }
    for (let k = 0; k < rows; k++) {
      floats.set(source.subarray(from + k * stride, from + k * stride + width), room + k * whole);
    }
    kernels.addRows(4 * room, 4 * whole, rows, sums.byteOffset, whole);
  }
  return sums;
}
