/**
 * Tensors' arrays in WebAssembly's memory, where kernels reach them without a copy and where memory that the system
 * already gave is used again: on large tensors fresh memory costs more than the arithmetic. A block is a power of two
 * of bytes, halved when a smaller one is wanted and joined with its other half when both are free. It comes back when
 * its array is collected, or at once by `freeFloats`. A full heap is no error: arrays are then made outside of it.
 */

import { heapBytes, wasmFloats, wasmMemory } from './memory.ts';

const unit = 2 ** 13;
/** Fewer floats are not worth a block. */
const fewest = unit / 4;
/** Bytes handed out between two hints to the garbage collector, which sees nothing of this heap. */
const hintBytes = 2 ** 26;

/** A block that was handed out. */
interface Block {
  /** In units. */
  readonly start: number;
  /** The logarithm of its size in units. */
  readonly order: number;
  /** Memory that the collector does see, and counts for as long as the arrays handed out with it are in use. */
  readonly ballast: ArrayBuffer;
  isFree: boolean;
}

/** Starts of the free blocks by the logarithm of their size, and the blocks in use by their start. */
interface Heap {
  readonly free: readonly Set<number>[];
  readonly used: (Block | undefined)[];
}

let heap: Heap | null = null;
let ballast = new ArrayBuffer(0);
let sinceHint = 0;

const collected = new FinalizationRegistry<Block>(giveBack);

function open(): Heap {
  const units = heapBytes() / unit;
  const free: Set<number>[] = [];
  for (let start = 0, order = Math.floor(Math.log2(units)); order >= 0; order--) {
    free[order] = new Set();
    if (units - start < 1 << order) continue;
    free[order].add(start);
    start += 1 << order;
  }
  return { free, used: new Array(units).fill(undefined) };
}

function take(order: number): number | null {
  heap ??= open();
  const { free } = heap;
  let own = order;
  while (own < free.length && free[own].size === 0) own++;
  if (own >= free.length) return null;
  const start = free[own].values().next().value as number;
  free[own].delete(start);
  while (own > order) free[--own].add(start + (1 << own));
  return start;
}

function giveBack(block: Block): void {
  if (block.isFree) return;
  block.isFree = true;
  const { free, used } = heap as Heap;
  used[block.start] = undefined;
  let { start, order } = block;
  while (order + 1 < free.length && free[order].delete(start ^ (1 << order))) {
    start &= ~(1 << order);
    order++;
  }
  free[order].add(start);
}

function hint(): void {
  if (sinceHint < hintBytes) return;
  ballast = new ArrayBuffer(hintBytes);
  sinceHint = 0;
}

/** An array of so many floats, which hold anything; null where there is no room, or they are few. */
export function heapFloats(count: number): Float32Array<ArrayBuffer> | null {
  if (count < fewest || !wasmMemory()) return null;
  const order = 32 - Math.clz32(Math.ceil(count / fewest) - 1);
  const start = take(order);
  if (start === null) {
    // Garbage may fill it: the more is asked for, the sooner the collector looks.
    sinceHint += count * 4;
    hint();
    return null;
  }
  const array = new Float32Array(wasmFloats().buffer, start * unit, count);
  sinceHint += array.byteLength;
  hint();
  const block = { start, order, ballast, isFree: false };
  (heap as Heap).used[start] = block;
  collected.register(array, block);
  return array;
}

/** Gives an array's block back at once: nobody may hold it any longer. Arrays from elsewhere are left alone. */
export function freeFloats(array: ArrayBufferView): void {
  if (!isOnHeap(array)) return;
  const block = (heap as Heap).used[array.byteOffset / unit];
  if (!block) return;
  giveBack(block);
  sinceHint -= array.byteLength;
}

/** Whether an array lies in WebAssembly's memory. */
export function isOnHeap(array: ArrayBufferView): boolean {
  return array.buffer === wasmFloats().buffer;
}
