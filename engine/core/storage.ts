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
}

/** Storage in the page's own memory, on an ArrayBuffer that NdArrays and typed arrays may share. */
export class CpuStorage implements Storage {
  readonly device: Device;
  readonly nbytes: number;
  readonly version: VersionCounter = { value: 0 };
  readonly #array: TypedArray;
  readonly #dtype: DType;

  constructor(device: Device, dtype: DType, array: TypedArray) {
    this.device = device;
    this.nbytes = array.byteLength;
    this.#array = array;
    this.#dtype = dtype;
  }

  get address(): number {
    return addressOf(this.#array.buffer, this.#array.buffer.byteLength) + this.#array.byteOffset;
  }

  /** All elements of the storage, read as `dtype` (bytes are reinterpreted, as `view(dtype)` does). */
  array(dtype: DType): TypedArray {
    if (dtype.arrayType === this.#dtype.arrayType) return this.#array;
    const { buffer, byteOffset } = this.#array;
    return new dtype.arrayType(buffer, byteOffset, Math.floor(this.nbytes / dtype.itemsize));
  }
}
