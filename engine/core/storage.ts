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
  /** Says that nobody will. */
  drop(): void;
}

/**
 * What a storage holds between two writes, for results that are put off. They hold on to it, and it knows only how many
 * they are: those that were dropped unread can then be collected, also within a program that never yields.
 */
export class Source {
  /** Where it lies: in the storage itself, until that is written or given back. */
  storage: CpuStorage;
  #readers = 0;

  constructor(storage: CpuStorage) {
    this.storage = storage;
  }

  get isAwaited(): boolean {
    return this.#readers > 0;
  }

  await(): void {
    this.#readers++;
  }

  /** One reader has read it, or never will. */
  leave(): void {
    this.#readers--;
  }
}

/**
 * Storage in the page's own memory, on an ArrayBuffer that NdArrays and typed arrays may share. A device may put
 * off its computation: asking for the array ends the delay. What results that are put off still have to read of this
 * storage is copied before it is written.
 */
export class CpuStorage implements Storage {
  readonly device: Device;
  readonly nbytes: number;
  readonly version: VersionCounter = { value: 0 };
  readonly #dtype: DType;
  #array: TypedArray | null;
  #deferred: Deferred | null = null;
  #source: Source | null = null;
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

  /** What it holds now, for results that are put off. */
  get source(): Source {
    this.#source ??= new Source(this);
    return this.#source;
  }

  beforeWrite(): void {
    if (this.#source?.isAwaited && this.#array) this.#leaveTo(this.#array.slice());
  }

  abandon(): void {
    this.#deferred?.drop();
    this.#deferred = null;
  }

  /** What others hold as well is theirs to keep. */
  release(): void {
    if (this.#isShared) return;
    if (this.#source?.isAwaited && this.#array) this.#leaveTo(this.#array);
    else if (this.#array) this.device.recycle?.(this.#array);
    this.#array = null;
    this.#deferred = null;
    this.#isReleased = true;
  }

  #leaveTo(array: TypedArray): void {
    if (this.#source) this.#source.storage = new CpuStorage(this.device, this.#dtype, array);
    this.#source = null;
  }
}
