/** Operands in memory, as loops over blocks of vectors read them. */

import { contiguousStrides, isContiguous } from '../../core/shape.ts';
import type { CpuStorage, Source } from '../../core/storage.ts';
import type { Tensor } from '../../core/tensor.ts';
import { coalesce } from './layout.ts';
import { isOnHeap } from './wasm/heap.ts';
import { wasmKernels } from './wasm/kernels.ts';
import { wasmFloats } from './wasm/memory.ts';

/**
 * The result's elements, in order, are rows of `inner`: the operand is read at `outer` times the row plus `step` times
 * the place in the row. Without `inner` it lies as the result does (or is one number: step 0).
 */
export interface Leaf {
  readonly source: Source;
  readonly offset: number;
  readonly inner: number | null;
  readonly outer: number;
  readonly step: number;
}

const shortestRow = 16;

/** How a tensor is read in the order of its elements, or null where that takes more than rows. */
export function leafOf({ storage, sizes, strides, offset }: Tensor): Leaf | null {
  const own = storage as CpuStorage;
  own.settled();
  const { source } = own;
  if (isContiguous(sizes, strides)) return { source, offset, inner: null, outer: 0, step: 1 };
  const nest = coalesce(sizes, [contiguousStrides(sizes), strides]);
  const [outer, step] = nest.strides[1];
  if (nest.sizes.length === 1) {
    return outer < 2 ? { source, offset, inner: null, outer: 0, step: outer } : null;
  }
  const inner = nest.sizes[1];
  if (nest.sizes.length > 2 || inner < shortestRow || (step > 1 && outer !== 1)) return null;
  return { source, offset, inner, outer, step };
}

/** Whether the rows lie across memory, as those of a transposed matrix do. */
export const isAcross = ({ step }: Leaf): boolean => step > 1;

/** The length of the rows in which leaves are read, or null where all lie as the result does. */
export function innerOf(leaves: readonly Leaf[]): number | null {
  for (const { inner } of leaves) if (inner !== null) return inner;
  return null;
}

/** Copies elements `first` and following of an operand to a place in WebAssembly's memory, which counts floats. */
export function bring(
  leaf: Leaf,
  source: Float32Array<ArrayBuffer>,
  first: number,
  count: number,
  to: number,
): void {
  const { offset, inner, outer, step } = leaf;
  const floats = wasmFloats();
  if (inner === null) {
    if (step === 0) floats.fill(source[offset], to, to + count);
    else floats.set(source.subarray(offset + first, offset + first + count), to);
    return;
  }
  for (let done = 0; done < count; ) {
    const row = Math.floor((first + done) / inner);
    const column = first + done - row * inner;
    const isRowStart = column === 0 && count - done >= inner;
    const length = Math.min(inner - column, count - done);
    const from = offset + row * outer;
    if (isAcross(leaf)) {
      const rows = isRowStart ? Math.floor((count - done) / inner) : 1;
      bringAcross(source, from + column * step, step, length, rows, to + done);
      done += rows * length;
      continue;
    }
    if (step === 0) floats.fill(source[from], to + done, to + done + length);
    else floats.set(source.subarray(from + column, from + column + length), to + done);
    done += length;
  }
}

/** Rows of `length` elements that are `step` apart; the rows themselves lie side by side. */
function bringAcross(
  source: Float32Array<ArrayBuffer>,
  start: number,
  step: number,
  length: number,
  rows: number,
  to: number,
): void {
  const kernels = wasmKernels();
  if (kernels && isOnHeap(source)) {
    kernels.transpose(source.byteOffset + 4 * start, 4 * step, 4 * to, 4 * length, length, rows);
    return;
  }
  const floats = wasmFloats();
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < length; k++) floats[to + row * length + k] = source[start + row + k * step];
  }
}
