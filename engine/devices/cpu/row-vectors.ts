/** Kernels over rows of float32 in WebAssembly: softmax, its logarithm, and rows of mean 0 and variance 1. */

import { float32 } from '../../core/dtype.ts';
import type { CpuStorage } from '../../core/storage.ts';
import type { Tensor } from '../../core/tensor.ts';
import { forEachRow, lastSize, lastStride } from './rows.ts';
import { isOnHeap } from './wasm/heap.ts';
import { type WasmKernels, wasmKernels } from './wasm/kernels.ts';
import { benchLength, benchStart, wasmFloats } from './wasm/memory.ts';
import { inputFloats, outputFloats } from './wasm/operands.ts';
import { rowLoop } from './wasm/program.ts';

/** Fewer elements are not worth the trouble. */
const fewest = 2048;
/** The bench holds three rows: what a kernel notes down, its input and its output, where these are not on the heap. */
const longest = Math.floor(benchLength / 12) * 4;

const exponentials = rowLoop('exp(self - largest)');
const shares = rowLoop('self / sum');
const logShares = rowLoop('self - largest - logSum');
const squares = rowLoop('(self - mean) * (self - mean)');
const units = rowLoop('(self - mean) * scale');

/** A row in WebAssembly's memory: where it is read, where its result goes, and room for as much. Pointers count bytes. */
interface Row {
  readonly kernels: WasmKernels;
  readonly input: number;
  readonly output: number;
  readonly notes: number;
  readonly count: number;
  /** The next multiple of 4: what the input holds there changes no maximum. */
  readonly padded: number;
}

/** Runs `compute` for each row; false where it cannot. */
function overRows(source: Tensor, out: Tensor, compute: (row: Row) => void): boolean {
  const count = lastSize(source);
  const isFloat = source.dtype === float32 && out.dtype === float32;
  const isRows = lastStride(source) === 1 && lastStride(out) === 1 && count >= 16 && count <= longest;
  if (!isFloat || !isRows || source.numel() < fewest) return false;
  const kernels = wasmKernels();
  if (!kernels) return false;
  const from = inputFloats(source.storage as CpuStorage, source.numel());
  const to = outputFloats(out);
  const floats = wasmFloats();
  const padded = Math.ceil(count / 4) * 4;
  const [notes, input, output] = [0, longest, 2 * longest].map((place) => benchStart() + place);
  // Rows that end within a vector would be read and written beyond their end.
  const [reads, writes] = [from, to].map((array) => isOnHeap(array) && padded === count);
  forEachRow([source, out], ([start, outStart]) => {
    if (!reads) {
      floats.set(from.subarray(start, start + count), input);
      floats.fill(from[start], input + count, input + padded);
    }
    compute({
      kernels,
      input: reads ? from.byteOffset + 4 * start : 4 * input,
      output: writes ? to.byteOffset + 4 * outStart : 4 * output,
      notes: 4 * notes,
      count,
      padded,
    });
    if (!writes) to.set(floats.subarray(output, output + count), outStart);
  });
  return true;
}

export function softmaxVectors(source: Tensor, out: Tensor, log: boolean): boolean {
  return overRows(source, out, ({ kernels, input, output, notes, count, padded }) => {
    const largest = kernels.largest(input, padded);
    const exps = log ? notes : output;
    exponentials(count, exps, input, largest);
    const sum = kernels.sum(exps, count);
    if (log) logShares(count, output, input, largest, Math.log(sum));
    else shares(count, output, exps, sum);
  });
}

export function standardizeVectors(source: Tensor, out: Tensor, eps: number): boolean {
  return overRows(source, out, ({ kernels, input, output, notes, count }) => {
    const mean = kernels.sum(input, count) / count;
    squares(count, notes, input, mean);
    const scale = 1 / Math.sqrt(kernels.sum(notes, count) / count + eps);
    units(count, output, input, mean, scale);
  });
}
