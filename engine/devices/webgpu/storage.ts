/** GPU memory that tensors share: a buffer, or (while nobody has asked for it) the expression that will fill it. */

import type { DType } from '../../core/dtype.ts';
import type { Storage, VersionCounter } from '../../core/storage.ts';
import { addressOf } from '../../core/storage.ts';
import type { Device } from '../device.ts';
import type { Slot } from './buffers.ts';
import type { GpuDevice } from './device.ts';
import { deviceBytes } from './layout.ts';
import type { Leaf, Pending, Sources } from './pending.ts';

export class GpuStorage implements Storage {
  readonly device: Device;
  readonly dtype: DType;
  readonly numel: number;
  readonly nbytes: number;
  readonly version: VersionCounter = { value: 0 };
  /** The buffer, taken from the pool when the storage is first written. */
  slot: Slot | null = null;
  /** What the storage will hold once somebody reads it. */
  pending: Pending | null = null;
  /** Whether another pending expression has taken this one's into its own. */
  isReadAhead = false;
  /** Those that this storage's buffer is among, for pending expressions. Results that were dropped unread leave theirs behind. */
  #sources: Set<WeakRef<Sources>> | null = null;
  /** So many of them are kept before they are gone through for those that are gone. */
  #mostSources = 256;
  #whole: Leaf | null = null;
  #self: WeakRef<GpuStorage> | null = null;

  /** The storage of which this one is a part, and the element with which it begins: what a kernel is given to see. */
  readonly window: { readonly of: GpuStorage; readonly from: number } | null;

  constructor(device: Device, dtype: DType, numel: number, window: GpuStorage['window'] = null) {
    this.window = window;
    this.device = device;
    this.dtype = dtype;
    this.numel = numel;
    this.nbytes = numel * dtype.itemsize;
  }

  /** All of its elements in their order. */
  get whole(): Leaf {
    this.#whole ??= {
      kind: 'leaf',
      storage: this,
      dtype: this.dtype,
      nest: { sizes: [this.numel], strides: [1] },
      offset: 0,
    };
    return this.#whole;
  }

  get self(): WeakRef<GpuStorage> {
    this.#self ??= new WeakRef(this);
    return this.#self;
  }

  noteSources(sources: WeakRef<Sources>): void {
    this.#sources ??= new Set();
    this.#sources.add(sources);
    if (this.#sources.size <= this.#mostSources) return;
    for (const known of this.#sources) if (!known.deref()?.readers.size) this.#sources.delete(known);
    this.#mostSources = Math.max(256, 2 * this.#sources.size);
  }

  /** Hands over all of them. */
  takeSources(): Iterable<WeakRef<Sources>> {
    const all = this.#sources ?? [];
    this.#sources = null;
    return all;
  }

  get address(): number {
    return addressOf(this, this.nbytes);
  }

  hasOwnKernel = false;

  /** True once its memory was given back by the user's wish. */
  isReleased = false;

  abandon(): void {
    (this.device as GpuDevice).detach(this);
    this.isReleased = true;
  }

  release(): void {
    (this.device as GpuDevice).release(this);
  }

  /** Bytes in GPU memory. */
  get deviceBytes(): number {
    return Math.max(this.numel, 1) * deviceBytes(this.dtype);
  }
}
