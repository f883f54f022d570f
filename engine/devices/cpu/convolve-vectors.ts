/**
 * Convolutions of float32 images in WebAssembly, as matrix products: filters are the rows of one matrix, what lies
 * under windows the columns of another, which is laid out on the bench for some rows of one image at a time.
 */

import { float32 } from '../../core/dtype.ts';
import type { CpuStorage } from '../../core/storage.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { type Matrix, multiply, productRoom } from './matmul-vectors.ts';
import { isOnHeap } from './wasm/heap.ts';
import { type WasmKernels, wasmKernels } from './wasm/kernels.ts';
import { benchLength, benchStart, wasmFloats } from './wasm/memory.ts';
import { inputFloats, outputFloats } from './wasm/operands.ts';

type Pair = readonly [number, number];

/** What a convolution is, apart from its tensors: each pair for height and width. */
export interface Windows {
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  readonly padding: Pair;
  readonly groups: number;
}

/** Multiplications below which the general way is as fast. */
const fewest = 2 ** 15;

/** The images as they lie in memory, and the bench's room for what lies under their windows. */
interface Images extends Windows {
  readonly kernels: WasmKernels;
  readonly input: Tensor;
  /** Where the elements of the input's storage lie, in bytes. */
  readonly start: number;
  /** Of each group. */
  readonly channels: number;
  readonly columns: number;
  /** In floats. */
  readonly room: number;
}

/** Lays out what lies under the windows of some rows: a row for each place of a window, a column for each window. */
function layOut(images: Images, image: number, group: number, first: number, count: number): Matrix {
  const { kernels, input, kernel, stride, dilation, padding, channels, columns, room } = images;
  const [, , height, width] = input.sizes;
  const [imageStep, channelStep, rowStep, columnStep] = input.strides;
  let to = room;
  for (let channel = 0; channel < channels; channel++) {
    const offset = input.offset + image * imageStep + (group * channels + channel) * channelStep;
    for (let i = 0; i < kernel[0]; i++) {
      for (let j = 0; j < kernel[1]; j++, to += count * columns) {
        kernels.underWindows(
          images.start + 4 * offset,
          4 * rowStep,
          4 * columnStep,
          height,
          width,
          i * dilation[0] - padding[0] + first * stride[0],
          j * dilation[1] - padding[1],
          ...stride,
          4 * to,
          count,
          columns,
        );
      }
    }
  }
  return { floats: wasmFloats(), start: room, down: count * columns, along: 1 };
}

/** (N, C, H, W) with filters (O, C / groups, kernel height, kernel width): (N, O, rows, columns). Null where it cannot. */
export function convolveVectors(
  input: Tensor,
  weight: Tensor,
  windows: Windows,
  counts: Pair,
): Tensor | null {
  const { kernel, groups } = windows;
  const [batch, allChannels] = input.sizes;
  const [rows, columns] = counts;
  const [channels, filters] = [allChannels / groups, weight.sizes[0] / groups];
  const inner = channels * kernel[0] * kernel[1];
  if (input.dtype !== float32 || weight.dtype !== float32) return null;
  if (batch * groups * filters * inner * rows * columns < fewest) return null;
  const kernels = wasmKernels();
  const rowsAtOnce = Math.min(rows, Math.floor((benchLength - productRoom) / (inner * columns)));
  if (!kernels || rowsAtOnce < 1) return null;
  const floats = inputFloats(input.storage as CpuStorage, input.numel());
  if (!isOnHeap(floats)) return null;
  const own = weight.contiguous();
  const weights = inputFloats(own.storage as CpuStorage, own.numel());
  const out = allocate([batch, weight.sizes[0], rows, columns], float32, input.storage.device);
  const target = outputFloats(out);
  const [start, room] = [floats.byteOffset, benchStart() + productRoom];
  const images: Images = { ...windows, kernels, input, start, channels, columns, room };
  for (let image = 0; image < batch; image++) {
    for (let group = 0; group < groups; group++) {
      const left = { floats: weights, start: own.offset + group * filters * inner, down: inner, along: 1 };
      for (let first = 0; first < rows; first += rowsAtOnce) {
        const count = Math.min(rowsAtOnce, rows - first);
        const start = ((image * groups + group) * filters * rows + first) * columns;
        const result = { floats: target, start, down: rows * columns, along: 1 };
        const right = layOut(images, image, group, first, count);
        multiply(kernels, left, right, result, filters, inner, count * columns);
      }
    }
  }
  return out;
}
