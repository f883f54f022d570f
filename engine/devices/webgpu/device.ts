/** The GPU as a device of the engine: deferred pointwise work, kernels, uploads and reading back. */

import { type DType, int64, type TypedArray } from '../../core/dtype.ts';
import { IndexError, RuntimeError } from '../../core/errors.ts';
import { isDense } from '../../core/pointwise.ts';
import { cpuArray } from '../../core/reading.ts';
import { noteStorage } from '../../core/scope.ts';
import { isContiguous, numelOf } from '../../core/shape.ts';
import { CpuStorage, type Storage } from '../../core/storage.ts';
import { Tensor } from '../../core/tensor.ts';
import { cpu } from '../cpu/device.ts';
import { scalarValue } from '../cpu/emit.ts';
import type { Device, PointwiseCall } from '../device.ts';
import { nestOf } from './access.ts';
import { BufferPool, type Slot } from './buffers.ts';
import { CanvasReader, pictureBytes } from './canvas.ts';
import { type Context, requireAlive, throwFailure } from './context.ts';
import { fuse } from './fuse.ts';
import { deviceBytes, kindOf } from './layout.ts';
import { fits, type Part, partsOf } from './parts.ts';
import { identity, type Leaf, leavesOf, maxOperations, type Pending, pendingOf } from './pending.ts';
import { Pipelines } from './pipelines.ts';
import type { Profiler } from './profile.ts';
import { type Binding, CommandQueue, type Dispatch } from './queue.ts';
import { GpuStorage } from './storage.ts';

/** Added to the dimension of a bad index where PyTorch's error for it is a RuntimeError. */
export const runtimeError = 256;

/** From this number on, the dimension of a bad index is that of an error that `noteError` was given. */
const firstNoted = 512;
const mostNoted = 4096;

/** Changes in place that are put off at a time. */
const mostUpdates = 1024;

/** One run of a kernel, with what a profile tells of it. */
interface KernelDispatch extends Omit<Dispatch, 'times'> {
  readonly name: string;
  readonly code: string;
  readonly fused?: readonly string[];
}

export class GpuDevice implements Device {
  readonly type = 'webgpu';
  readonly context: Context;
  readonly pool: BufferPool;
  readonly queue: CommandQueue;
  readonly pipelines: Pipelines;
  /** Told of every kernel that is dispatched, while somebody profiles. */
  profiler: Profiler | null = null;
  #canvas: CanvasReader | null = null;
  /** Storages that were changed in place, by expressions that are put off until the next read. */
  readonly #updates = new Set<WeakRef<GpuStorage>>();
  /** Buffers that a kernel may read. */
  readonly #mostBindings: number;
  readonly #released = new FinalizationRegistry<Slot>((slot) => this.pool.release(slot));
  /** Written by kernels that meet an index out of range: how often, and the first one, its dimension and the size. */
  readonly status: GPUBuffer;

  constructor(context: Context, budget: number) {
    this.context = context;
    this.pool = new BufferPool(context, budget);
    this.queue = new CommandQueue(context, this.pool);
    this.pipelines = new Pipelines(context.device);
    this.#mostBindings = context.device.limits.maxStorageBuffersPerShaderStage - 1;
    this.status = context.device.createBuffer({ size: 16, usage: 0x0080 | 0x0004 | 0x0008 });
  }

  readonly #noted: ((code: number, batch: number) => Error)[] = [];
  #notes = 0;

  /** Keeps what a kernel may report, by the number that it is to report as the dimension; the newest of them are kept. */
  noteError(errorFor: (code: number, batch: number) => Error): number {
    const place = this.#notes++ % mostNoted;
    this.#noted[place] = errorFor;
    return firstNoted + place;
  }

  toString(): string {
    return 'webgpu:0';
  }

  check(): void {
    requireAlive(this.context);
  }

  allocate(numel: number, dtype: DType): GpuStorage {
    this.check();
    kindOf(dtype);
    this.pool.checkSize(Math.max(numel, 1) * deviceBytes(dtype), () => describe(numel, dtype));
    const storage = new GpuStorage(this, dtype, numel);
    noteStorage(storage);
    return storage;
  }

  // ── memory ───────────────────────────────────────────────────────────────────────────────────────────────

  /** The storage's buffer, with its pending content computed. */
  buffer(storage: GpuStorage): GPUBuffer {
    if (storage.pending) this.materialize(storage);
    return this.ensureBuffer(storage);
  }

  /** Gives a storage's buffer back, once the pending expressions of others that read it are computed. */
  release(storage: GpuStorage): void {
    if (!storage.slot) return;
    this.#settleReaders(storage);
    this.pool.release(storage.slot);
  }

  /** The storage's buffer as it is, for a kernel that overwrites it. */
  ensureBuffer(storage: GpuStorage, forUpload = false): GPUBuffer {
    if (!storage.slot?.buffer) {
      if (storage.isReleased) {
        throw new RuntimeError(
          `webgpu: ${describe(storage.numel, storage.dtype)} was given back at the end of the torch.scope() or the block with \`using\` that it was made in. Return it from the scope to keep it.`,
        );
      }
      const what = describe(storage.numel, storage.dtype);
      storage.slot = this.pool.acquire(storage.deviceBytes, what, forUpload);
      this.#released.register(storage, storage.slot);
    }
    return storage.slot.buffer as GPUBuffer;
  }

  // ── pointwise ────────────────────────────────────────────────────────────────────────────────────────────

  pointwise(call: PointwiseCall): void {
    this.check();
    const out = call.out.storage as GpuStorage;
    if (call.fresh) {
      this.#defer(out, this.#pend(call, memoryOrder(call.out)));
    } else if (isWhole(call.out, out) && isRowMajorPart(call.out)) {
      this.#overwrite(call, out);
    } else {
      this.#writeInto(call, out);
    }
  }

  /** The graph node of a call, its dimensions in the given order. */
  #pend(call: PointwiseCall, order: Order): Pending {
    const { expression, tensors, out } = call;
    const all = expression.variables;
    const names = tensors.size === all.length ? all : all.filter((name) => tensors.has(name));
    const build = (): Pending => {
      const inputs = names.map((name) => this.#input(tensors.get(name) as Tensor, order, out.storage));
      return pendingOf(call, names, inputs, out.dtype, numelOf(out.sizes));
    };
    const node = build();
    if (node.size <= maxOperations && node.sources.storages.size <= this.#mostBindings) return node;
    // Too large for one kernel: the inputs are computed first.
    for (const { storage } of tensors.values()) this.buffer(storage as GpuStorage);
    return build();
  }

  /** An operand of `out`: its own expression where it is pending and read in memory order, elements of its buffer otherwise. */
  #input(tensor: Tensor, order: Order, out: Storage): Leaf | Pending {
    const { dtype, offset } = tensor;
    const storage = tensor.storage as GpuStorage;
    // What is changed in place is there to stay, as an optimiser's state is: it is computed once, not by all who read it.
    if (storage !== out && isUpdate(storage)) this.materialize(storage);
    const sizes = inOrder(tensor.sizes, order);
    const strides = inOrder(tensor.strides, order);
    const whole = isWhole(tensor, storage) && isContiguous(sizes, strides);
    if (whole && storage.pending) {
      if (storage !== out) storage.isReadAhead = true;
      return storage.pending;
    }
    if (storage.pending) this.materialize(storage);
    if (whole) return storage.whole;
    return { kind: 'leaf', storage, dtype, nest: nestOf(sizes, strides), offset };
  }

  #defer(storage: GpuStorage, node: Pending): void {
    storage.pending = node;
    storage.isReadAhead = false;
    node.sources.await(storage);
  }

  /** Replaces all of a storage: what it held before is a leaf or part of the new expression. */
  #overwrite(call: PointwiseCall, out: GpuStorage): void {
    // Otherwise what another expression computes of it as well would be computed again by each that follows.
    if (
      out.isReadAhead ||
      [...call.tensors.values()].some((tensor) => this.#readsElsewhere(tensor, call.out))
    )
      this.materialize(out);
    let node = this.#pend(call, memoryOrder(call.out));
    this.#settleReaders(out);
    if (readsAcross(node, out)) {
      // An expression that reads other elements than it would write is now computed, into memory of its own.
      node = this.#pend(call, memoryOrder(call.out));
      this.detach(out);
      this.#run(node, out, null);
      return;
    }
    this.detach(out);
    this.#defer(out, node);
    if (!node.sources.storages.has(out)) return;
    this.#updates.add(out.self);
    if (this.#updates.size > mostUpdates) this.#settleUpdates();
  }

  /** Computes what was changed in place. */
  #settleUpdates(): void {
    for (const reference of this.#updates) {
      const storage = reference.deref();
      if (storage && isUpdate(storage)) this.materialize(storage);
    }
    this.#updates.clear();
  }

  /** Writes a part of a storage, or all of it in another order than the memory's. */
  #writeInto(call: PointwiseCall, out: GpuStorage): void {
    this.buffer(out);
    this.#settleReaders(out);
    const tensors = new Map<string, Tensor>();
    for (const [name, tensor] of call.tensors) {
      tensors.set(name, this.#readsElsewhere(tensor, call.out) ? this.#copyOf(tensor) : tensor);
    }
    const node = this.#pend({ ...call, tensors }, null);
    this.#run(node, out, call.out);
  }

  /** Whether an operand lies in the written storage but not at the written places. */
  #readsElsewhere(tensor: Tensor, out: Tensor): boolean {
    if (tensor.storage !== out.storage) return false;
    return (
      tensor.offset !== out.offset ||
      tensor.strides.some((stride, dim) => stride !== out.strides[dim] && out.sizes[dim] > 1)
    );
  }

  #copyOf(tensor: Tensor): Tensor {
    const storage = this.allocate(numelOf(tensor.sizes), tensor.dtype);
    const copy = new Tensor({ storage, dtype: tensor.dtype, sizes: tensor.sizes });
    this.#run(identity(this.#input(tensor, null, storage), numelOf(tensor.sizes)), storage, null);
    return copy;
  }

  /** Computes the pending expressions that read a storage's buffer, which is about to be overwritten. */
  #settleReaders(storage: GpuStorage): void {
    for (const sources of storage.takeSources())
      for (const reader of sources.deref()?.readers ?? []) if (reader !== storage) this.materialize(reader);
  }

  /** To be called by kernels before they write into a storage that may have been read. */
  prepareWrite(storage: GpuStorage): GPUBuffer {
    const buffer = this.buffer(storage);
    this.#settleReaders(storage);
    return buffer;
  }

  /** A buffer with the storage's present content, for a kernel that overwrites the storage while it reads. */
  copyOf(storage: GpuStorage): GPUBuffer {
    const source = this.buffer(storage);
    const copy = this.ensureBuffer(this.allocate(storage.numel, storage.dtype));
    this.queue.copy(source, copy, 0, storage.deviceBytes);
    return copy;
  }

  /** Forgets what a storage was to hold. */
  detach(storage: GpuStorage): void {
    storage.pending?.sources.readers.delete(storage);
    storage.pending = null;
  }

  /** Computes a storage's pending expression. */
  materialize(storage: GpuStorage): void {
    const node = storage.pending;
    if (!node) return;
    this.detach(storage);
    const value = storage.slot ? null : fillOf(node);
    if (value === null) this.#run(node, storage, null);
    else this.#write(storage, new storage.dtype.arrayType(storage.numel).fill(value as never));
  }

  #run(node: Pending, out: GpuStorage, target: Tensor | null): void {
    if (node.numel === 0) return;
    if ([out, ...node.sources.storages].every((storage) => fits(storage, this.context.limits))) {
      this.#compute(node, out, target);
      return;
    }
    for (const { node: some, out: place } of this.#parts(node, out, target)) {
      this.#compute(some, place.storage, new Tensor({ ...place, dtype: place.storage.dtype }));
    }
  }

  #compute(node: Pending, out: GpuStorage, target: Tensor | null): void {
    const kernel = fuse(node, out, target, this.context.isSoftware);
    this.dispatch(
      kernel.name,
      kernel.code,
      [out, ...kernel.inputs].map((storage) => this.#bind(storage)),
      kernel.params,
      kernel.workgroups,
      kernel.fused,
    );
  }

  /** @throws RuntimeError where no parts of an expression are within the adapter's limit */
  #parts(node: Pending, out: GpuStorage, target: Tensor | null): Part[] {
    const { limits } = this.context;
    const { sizes, strides, offset } = target ?? { sizes: [node.numel], strides: [1], offset: 0 };
    const parts = partsOf(node, { storage: out, sizes, strides, offset }, limits);
    if (parts) return parts;
    const large = [out, ...node.sources.storages].find((storage) => !fits(storage, limits)) as GpuStorage;
    throw new RuntimeError(
      `webgpu: ${node.name} needs elements of ${describe(large.numel, large.dtype)} that lie farther apart than the ${limits.binding} bytes that this adapter binds at once: work on parts of it (x.narrow(0, 0, n))`,
    );
  }

  #bind(storage: GpuStorage): Binding {
    const { window, deviceBytes: size } = storage;
    if (!window) return this.bindWhole(storage, this.ensureBuffer(storage), 'this operator');
    return {
      buffer: this.ensureBuffer(window.of),
      offset: window.from * deviceBytes(storage.dtype),
      size,
    };
  }

  /** @throws RuntimeError for a storage of more bytes than the adapter binds to a kernel at once */
  bindWhole(storage: GpuStorage, buffer: GPUBuffer, what: string): Binding {
    const { limits } = this.context;
    if (buffer.size <= limits.binding) return buffer;
    // Kernels may read and write the last elements as a vector of four.
    if (fits(storage, limits)) return { buffer, size: Math.ceil(storage.deviceBytes / 16) * 16 };
    throw new RuntimeError(
      `webgpu: ${what} needs all ${storage.deviceBytes} bytes of ${describe(storage.numel, storage.dtype)} at once, more than this adapter's limit of ${limits.binding} bytes: work on parts of it (x.narrow(0, 0, n).clone())`,
    );
  }

  // ── kernels ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Records one run of a kernel. Its source is its key: shapes are parameters, so a new shape compiles nothing. */
  dispatch(
    name: string,
    code: string,
    buffers: readonly Binding[],
    params: Uint32Array,
    workgroups: readonly [number, number, number],
    fused: readonly string[] = [],
  ): void {
    const pipeline = this.pipelines.of(code, name);
    this.run({ name, code, pipeline, bindings: [params, ...buffers], workgroups, fused });
  }

  /** Records one run of a compiled kernel. */
  run({ name, code, fused = [], ...dispatch }: KernelDispatch): void {
    const operations = Math.max(fused.length, 1);
    const times = this.profiler?.add({ name, fused, operations, workgroups: dispatch.workgroups, code });
    this.queue.dispatch({ ...dispatch, times });
  }

  // ── the bus ──────────────────────────────────────────────────────────────────────────────────────────────

  upload(tensor: Tensor): Tensor {
    const { dtype, sizes } = tensor;
    const storage = this.allocate(tensor.numel(), dtype);
    if (storage.numel > 0)
      this.#write(storage, cpuArray(tensor).subarray(tensor.offset, tensor.offset + storage.numel));
    return new Tensor({ storage, dtype, sizes });
  }

  /** Writes all elements of a storage that has no buffer yet. */
  #write(storage: GpuStorage, elements: TypedArray): void {
    const words = widen(elements, storage.dtype) as BufferSource;
    this.context.device.queue.writeBuffer(this.ensureBuffer(storage, true), 0, words);
  }

  async download(tensor: Tensor): Promise<Tensor> {
    const dense = this.#gathered(tensor);
    const bytes = bytesOf(dense);
    const reading = this.#copyForReading(dense, bytes, bytes + 16, 0x0001); // MAP_READ
    try {
      await this.queue.submit();
      await reading.mapAsync(1).catch((error: unknown) => {
        this.check();
        throw new RuntimeError(`webgpu: reading back failed: ${String(error)}`);
      });
      return this.#received(dense, new Uint8Array(reading.getMappedRange()).slice());
    } finally {
      reading.destroy();
    }
  }

  /** The same at once, by way of a canvas: dearer, for code that cannot wait. @throws RuntimeError where there is none */
  downloadNow(tensor: Tensor): Tensor {
    const dense = this.#gathered(tensor);
    const bytes = bytesOf(dense);
    this.#canvas ??= new CanvasReader(this.context.device);
    const reading = this.#copyForReading(dense, bytes, pictureBytes(bytes + 16), 0x0004); // COPY_SRC
    try {
      this.queue.submitNow();
      return this.#received(dense, this.#canvas.read(reading, bytes + 16));
    } finally {
      reading.destroy();
    }
  }

  /** The tensor itself where its elements lie without gaps, a copy otherwise: no others need cross the bus. */
  #gathered(tensor: Tensor): Tensor {
    this.check();
    return isDense(tensor.sizes, tensor.strides) ? tensor : tensor.detach().clone();
  }

  /** A buffer with the tensor's elements, and after them the status of the kernels that ran so far. */
  #copyForReading(tensor: Tensor, bytes: number, size: number, usage: number): GPUBuffer {
    const source = tensor.storage as GpuStorage;
    this.#settleUpdates();
    const reading = this.context.device.createBuffer({ size, usage: usage | 0x0008 }); // COPY_DST
    const width = deviceBytes(source.dtype);
    if (tensor.numel() > 0) {
      this.queue.copy(this.buffer(source), reading, 0, tensor.numel() * width, tensor.offset * width);
    }
    this.queue.copy(this.status, reading, bytes, 16);
    return reading;
  }

  /** The tensor on the cpu, of the bytes that were read. @throws what has gone wrong on the GPU since the last read */
  #received(tensor: Tensor, bytes: Uint8Array<ArrayBuffer>): Tensor {
    this.check();
    throwFailure(this.context);
    const end = bytes.length - 16;
    const [failed, index, dim, size] = new Int32Array(bytes.buffer, bytes.byteOffset + end, 4);
    if (failed !== 0) {
      this.context.device.queue.writeBuffer(this.status, 0, new Uint32Array(4));
      if (dim >= firstNoted) throw this.#noted[dim - firstNoted](index, size);
      const ErrorClass = dim & runtimeError ? RuntimeError : IndexError;
      throw new ErrorClass(
        `index ${index} is out of bounds for dimension ${dim & ~runtimeError} with size ${size}\n` +
          '(a kernel on webgpu met it earlier: such errors are told at the next read)',
      );
    }
    const { dtype, sizes, strides } = tensor;
    const array = narrow(bytes.slice(0, tensor.numel() * deviceBytes(dtype)).buffer, dtype);
    return new Tensor({ storage: new CpuStorage(cpu, dtype, array), dtype, sizes, strides });
  }
}

/** Bytes of a tensor's elements in GPU memory, at least one word. */
function bytesOf(tensor: Tensor): number {
  return Math.max(tensor.numel() * deviceBytes(tensor.dtype), 4);
}

/** Whether a storage's pending expression reads what its buffer still holds. */
function isUpdate(storage: GpuStorage): boolean {
  return storage.pending?.sources.storages.has(storage) ?? false;
}

/** Elements up to which one value everywhere is written by the cpu: no kernel has to be compiled for it. */
const mostFilled = 4096;

/** The value of all elements, where an expression is one and they are few; else null. */
function fillOf({ numel, expression: { root }, scalars, compute, dtype }: Pending): number | bigint | null {
  const value = root.kind === 'variable' ? scalars.get(root.name) : undefined;
  if (value === undefined || numel > mostFilled || compute !== dtype) return null;
  return scalarValue(value, dtype);
}

/** Whether computing an element takes others of that storage than the one at its own place. */
function readsAcross(node: Pending, out: GpuStorage): boolean {
  return leavesOf(node).some(
    ({ storage, offset, nest }) =>
      storage === out && (offset !== 0 || nest.sizes.length > 1 || nest.strides[0] !== 1),
  );
}

function describe(numel: number, dtype: DType): string {
  return `a tensor of ${numel} elements of ${dtype}`;
}

/** Dimensions in another order than their own. */
type Order = readonly number[] | null;

function inOrder(values: readonly number[], order: Order): readonly number[] {
  return order ? order.map((dim) => values[dim]) : values;
}

/** Dimensions by decreasing stride: a dense result is row-major in that order. */
function memoryOrder({ sizes, strides }: Tensor): Order {
  if (strides.length < 2 || strides.every((stride, dim) => dim === 0 || stride <= strides[dim - 1]))
    return null;
  return sizes.map((_, dim) => dim).sort((a, b) => strides[b] - strides[a] || a - b);
}

function isWhole(tensor: Tensor, storage: GpuStorage): boolean {
  return tensor.offset === 0 && numelOf(tensor.sizes) === storage.numel && tensor.dtype === storage.dtype;
}

function isRowMajorPart(tensor: Tensor): boolean {
  const order = memoryOrder(tensor);
  return isContiguous(inOrder(tensor.sizes, order), inOrder(tensor.strides, order));
}

/** Elements as the GPU holds them: narrow integers and float16 in words of 32 bits. */
function widen(elements: TypedArray, dtype: DType): ArrayBufferView {
  if (kindOf(dtype) === 'f32')
    return elements instanceof Float32Array ? elements : Float32Array.from(elements as Float16Array);
  if (dtype === int64) return elements;
  return elements instanceof Int32Array ? elements : Int32Array.from(elements as Uint8Array);
}

function narrow(bytes: ArrayBuffer, dtype: DType): TypedArray {
  if (dtype === int64) return new BigInt64Array(bytes);
  const words = kindOf(dtype) === 'f32' ? new Float32Array(bytes) : new Int32Array(bytes);
  return words.constructor === dtype.arrayType ? words : new dtype.arrayType(words as unknown as ArrayBuffer);
}
