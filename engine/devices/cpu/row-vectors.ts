/** Kernels over rows of float32 in WebAssembly: softmax, its logarithm, and rows of mean 0 and variance 1. */

import { float32 } from '../../core/dtype.ts';
import { cpuArray, type Tensor } from '../../core/tensor.ts';
import { forEachRow, lastSize, lastStride } from './rows.ts';
import { rowLoop } from './vectors.ts';
import { type WasmKernels, wasmKernels } from './wasm/kernels.ts';
import { blockLength, wasmFloats } from './wasm/memory.ts';

/** Fewer elements are not worth the copying. */
const fewest = 2048;
const input = 4 * blockLength;

const exponentials = rowLoop('exp(self - largest)');
const shares = rowLoop('self / sum');
const logShares = rowLoop('self - largest - logSum');
const squares = rowLoop('(self - mean) * (self - mean)');
const units = rowLoop('(self - mean) * scale');

/** Runs `row` for each row in block 1 of the memory and writes block 0 to `out`; false where it cannot. */
function overRows(
  source: Tensor,
  out: Tensor,
  row: (kernels: WasmKernels, count: number, padded: number) => void,
): boolean {
  const count = lastSize(source);
  const isFloat = source.dtype === float32 && out.dtype === float32;
  const isRows = lastStride(source) === 1 && lastStride(out) === 1 && count >= 16 && count <= blockLength;
  if (!isFloat || !isRows || source.numel() < fewest) return false;
  const kernels = wasmKernels();
  if (!kernels) return false;
  const [from, to] = [cpuArray(source) as Float32Array, cpuArray(out) as Float32Array];
  const floats = wasmFloats();
  const padded = Math.ceil(count / 4) * 4;
  forEachRow([source, out], ([start, outStart]) => {
    floats.set(from.subarray(start, start + count), blockLength);
    // The last vector is filled with what changes no maximum.
    floats.fill(from[start], blockLength + count, blockLength + padded);
    row(kernels, count, padded);
    to.set(floats.subarray(0, count), outStart);
  });
  return true;
}

export function softmaxVectors(source: Tensor, out: Tensor, log: boolean): boolean {
  return overRows(source, out, (kernels, count, padded) => {
    const largest = kernels.largest(input, padded);
    exponentials(count, largest);
    const sum = kernels.sum(0, count);
    if (log) {
      logShares(count, largest, Math.log(sum));
      return;
    }
    wasmFloats().copyWithin(blockLength, 0, count);
    shares(count, sum);
  });
}

export function standardizeVectors(source: Tensor, out: Tensor, eps: number): boolean {
  return overRows(source, out, (kernels, count) => {
    const mean = kernels.sum(input, count) / count;
    squares(count, mean);
    const scale = 1 / Math.sqrt(kernels.sum(0, count) / count + eps);
    units(count, mean, scale);
  });
}
