/** Memory that tensors share. Views are tensors on one storage; its bytes live on one device. */

import type { Device } from '../devices/device.ts';
import type { DType, TypedArray } from './dtype.ts';
import { RuntimeError } from './errors.ts';

/** Counts in-place writes. All views of a tensor share one, so autograd can tell a stale saved tensor. */
export interface VersionCounter {
  value: number;
}

// Addresses only need to be distinct and stable: they are what data_ptr() shows, as in PyTorch.
let nextAddress = 0x10000;
const bufferAddresses = new WeakMap<object, number>();

/** A made-up address for a buffer: the same for every storage on it. */
export function addressOf(buffer: object, nbytes: number): number {
  let address = bufferAddresses.get(buffer);
  if (address === undefined) {
    address = nextAddress;
    nextAddress += Math.ceil((nbytes + 1) / 64) * 64;
    bufferAddresses.set(buffer, address);
  }
  return address;
}

export interface Storage {
  readonly device: Device;
  readonly nbytes: number;
  readonly version: VersionCounter;
  /** Where the first byte lies, for data_ptr(). */
  readonly address: number;
  /** Whether a kernel of the user's own has written here. */
  readonly hasOwnKernel?: boolean;
  /** Called before an operator writes to a tensor on this storage. */
  beforeWrite?(): void;
  /** Says that nobody will read it again: what is put off need not be computed. */
  abandon?(): void;
  /** Gives its memory back now, once what others still have to read of it is computed. Any later use is an error. */
  release?(): void;
}

/** Work that was put off: it makes a storage's array when somebody first asks for it. */
export interface Deferred {
  compute(): TypedArray;
}

/** Results that were put off. */
export interface Readers {
  /** Whether any is still to be computed. */
  readonly isWaiting: boolean;
  /** Computes them all. */
  settle(): void;
}

/**
 * Storage in the page's own memory, on an ArrayBuffer that NdArrays and typed arrays may share. A device may put
 * off its computation: asking for the array ends the delay. Results that are put off and still have to read this
 * storage are computed before it is written.
 */
export class CpuStorage implements Storage {
  readonly device: Device;
  readonly nbytes: number;
  readonly version: VersionCounter = { value: 0 };
  readonly #dtype: DType;
  #array: TypedArray | null;
  #deferred: Deferred | null = null;
  #readers: WeakRef<Readers>[] | null = null;
  #mostReaders = 64;
  #address: number | null = null;
  #isShared = false;
  #isReleased = false;

  /** On an array that exists, or on one of `numel` zeros that is made when first needed. */
  constructor(device: Device, dtype: DType, source: TypedArray | number) {
    this.device = device;
    this.#array = typeof source === 'number' ? null : source;
    this.nbytes = typeof source === 'number' ? source * dtype.itemsize : source.byteLength;
    this.#dtype = dtype;
  }

  /** The same from when it is first asked for, wherever the array moves to. */
  get address(): number {
    if (this.#address === null) {
      const { buffer, byteOffset } = this.settled();
      this.#address = addressOf(buffer, buffer.byteLength) + byteOffset;
    }
    return this.#address;
  }

  /** True where somebody else may hold the array, and write to it at any time. */
  get isShared(): boolean {
    return this.#isShared;
  }

  /** Says that others hold the array: it never moves again. */
  share(): void {
    this.#isShared = true;
  }

  /** Shares the array, once it is on a buffer of its own. */
  lend(): void {
    const array = this.settled();
    if (!this.#isShared && array.byteLength < array.buffer.byteLength) {
      const { address } = this;
      this.#array = array.slice();
      bufferAddresses.set(this.#array.buffer, address);
    }
    this.share();
  }

  /** All elements of the storage, read as `dtype` (bytes are reinterpreted, as `view(dtype)` does). */
  array(dtype: DType): TypedArray {
    const array = this.settled();
    if (dtype.arrayType === this.#dtype.arrayType) return array;
    const { buffer, byteOffset } = array;
    return new dtype.arrayType(buffer, byteOffset, Math.floor(this.nbytes / dtype.itemsize));
  }

  /** The elements as the storage was made to hold them, computed if need be. @throws RuntimeError once it was given back */
  settled(): TypedArray {
    if (!this.#array) {
      const work = this.#deferred;
      this.#deferred = null;
      if (this.#isReleased) {
        throw new RuntimeError(
          'cpu: this tensor was given back at the end of the block with `using` that it was made in',
        );
      }
      this.#array = work?.compute() ?? new this.#dtype.arrayType(this.nbytes / this.#dtype.itemsize);
    }
    return this.#array;
  }

  /** Whether nothing was written to it yet, nor will be by work that was put off. */
  get isUnwritten(): boolean {
    return this.#array === null && this.#deferred === null;
  }

  /** Moves the elements to this array (which holds them already), or gives a storage that is unwritten its array. */
  place(array: TypedArray): void {
    this.#array = array;
  }

  get deferred(): Deferred | null {
    return this.#deferred;
  }

  /** Puts off what fills this storage, which nobody has asked for yet. */
  defer(work: Deferred): void {
    this.#deferred = work;
  }

  /** Notes that results which were put off will read this storage. */
  addReaders(readers: WeakRef<Readers>): void {
    this.#readers ??= [];
    if (this.#readers.length >= this.#mostReaders) this.#readers = this.#waiting(this.#readers);
    this.#readers.push(readers);
  }

  beforeWrite(): void {
    if (!this.#readers) return;
    for (const readers of this.#readers) readers.deref()?.settle();
    this.#readers = null;
  }

  /** What others hold as well is theirs to keep. */
  release(): void {
    if (this.#isShared) return;
    this.beforeWrite();
    if (this.#array) this.device.recycle?.(this.#array);
    this.#array = null;
    this.#deferred = null;
    this.#isReleased = true;
  }

  /** Results that were computed, or dropped unread, leave their references behind: those that count. */
  #waiting(readers: readonly WeakRef<Readers>[]): WeakRef<Readers>[] {
    const waiting = readers.filter((each) => each.deref()?.isWaiting);
    this.#mostReaders = Math.max(64, 2 * waiting.length);
    return waiting;
  }
}
