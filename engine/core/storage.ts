/** Memory that tensors share. Views are tensors on one storage; its bytes live on one device. */

import type { Device } from '../devices/device.ts';
import type { DType, TypedArray } from './dtype.ts';

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
  /** Called before an operator writes to a tensor on this storage. */
  beforeWrite?(): void;
  /** Says that nobody will read it again: what is put off need not be computed. */
  abandon?(): void;
  /** Gives its memory back now, once what others still have to read of it is computed. Any later use is an error. */
  release?(): void;
}

/** Work that was put off: it fills a storage's array when somebody first asks for it. */
export interface Deferred {
  fill(target: TypedArray): void;
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
  readonly #readers = new Set<WeakRef<CpuStorage>>();
  #mostReaders = 64;
  /** True where somebody else may hold the array, and write to it at any time. */
  isShared: boolean;

  /** On an array that exists, or on one of `numel` zeros that is made when first needed. */
  constructor(device: Device, dtype: DType, source: TypedArray | number) {
    this.device = device;
    this.isShared = typeof source !== 'number';
    this.#array = typeof source === 'number' ? null : source;
    this.nbytes = typeof source === 'number' ? source * dtype.itemsize : source.byteLength;
    this.#dtype = dtype;
  }

  get address(): number {
    const { buffer, byteOffset } = this.array(this.#dtype);
    return addressOf(buffer, buffer.byteLength) + byteOffset;
  }

  /** All elements of the storage, read as `dtype` (bytes are reinterpreted, as `view(dtype)` does). */
  array(dtype: DType): TypedArray {
    const array = this.settled();
    if (dtype.arrayType === this.#dtype.arrayType) return array;
    const { buffer, byteOffset } = array;
    return new dtype.arrayType(buffer, byteOffset, Math.floor(this.nbytes / dtype.itemsize));
  }

  /** The elements as the storage was made to hold them, computed if need be. */
  settled(): TypedArray {
    if (!this.#array) {
      this.#array = new this.#dtype.arrayType(this.nbytes / this.#dtype.itemsize);
      const work = this.#deferred;
      this.#deferred = null;
      work?.fill(this.#array);
    }
    return this.#array;
  }

  get deferred(): Deferred | null {
    return this.#deferred;
  }

  /** Puts off what fills this storage, which nobody has asked for yet; `sources` are the storages it will read. */
  defer(work: Deferred, sources: Iterable<CpuStorage>): void {
    this.#deferred = work;
    const self = new WeakRef(this);
    for (const source of sources) {
      // Results that were dropped unread leave their references behind.
      if (source.#readers.size >= source.#mostReaders) source.#dropSettled();
      source.#readers.add(self);
    }
  }

  beforeWrite(): void {
    for (const reader of this.#readers) reader.deref()?.settled();
    this.#readers.clear();
  }

  #dropSettled(): void {
    for (const reader of this.#readers) if (!reader.deref()?.deferred) this.#readers.delete(reader);
    this.#mostReaders = Math.max(64, 2 * this.#readers.size);
  }
}
