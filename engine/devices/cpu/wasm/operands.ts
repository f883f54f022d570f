/** Where WebAssembly's kernels find what they read, and put what they write. */

import { float32 } from '../../../core/dtype.ts';
import { numelOf } from '../../../core/shape.ts';
import type { CpuStorage } from '../../../core/storage.ts';
import type { Tensor } from '../../../core/tensor.ts';
import { heapFloats, isOnHeap } from './heap.ts';

/** The floats of a storage. They are moved onto the heap where most of them, `count`, are to be read there. */
export function inputFloats(storage: CpuStorage, count: number): Float32Array<ArrayBuffer> {
  const array = storage.array(float32) as Float32Array<ArrayBuffer>;
  if (isOnHeap(array) || storage.isShared || 2 * count < array.length) return array;
  if (array !== storage.settled()) return array;
  const moved = heapFloats(array.length);
  if (!moved) return array;
  moved.set(array);
  storage.place(moved);
  return moved;
}

/** The floats of a tensor that a kernel writes: on the heap where it is new and the kernel writes all of it. */
export function outputFloats({ storage, sizes, offset }: Tensor): Float32Array<ArrayBuffer> {
  const own = storage as CpuStorage;
  const count = numelOf(sizes);
  if (own.isUnwritten && offset === 0 && own.nbytes === count * 4) own.place(newFloats(count));
  // What the kernel also reads is moved now: moved later, it would no longer be what the kernel writes.
  return inputFloats(own, count);
}

/** An array for so many floats, on the heap where there is room. */
export function newFloats(count: number): Float32Array<ArrayBuffer> {
  return heapFloats(count) ?? new Float32Array(count);
}
