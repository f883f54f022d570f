/**
 * A tensor: sizes, strides and an offset over a storage that other tensors may share, with its place in the
 * autograd graph. Operators are added to the class by their records (engine/ops); their types are generated
 * into engine/generated.ts.
 */

import { AccumulateGrad } from '../autograd/accumulate.ts';
import { backward } from '../autograd/backward.ts';
import { gradEdge, isLeaf, requiresGrad, setRequiresGrad, type ViewRefusal } from '../autograd/graph.ts';
import { addHook, type Hook, type RemovableHandle } from '../autograd/hooks.ts';
import { is_inference_mode_enabled } from '../autograd/modes.ts';
import type { Node } from '../autograd/node.ts';
import type { Device } from '../devices/device.ts';
import { cppNames, type DType, type Scalar, type TypedArray } from './dtype.ts';
import { IndexError, RuntimeError } from './errors.ts';
import { inspect } from './inspect.ts';
import { NdArray } from './ndarray.ts';
import { cpuArray, describe, itemOf, type NestedArray, nest } from './reading.ts';
import { setTensorTest, typeName } from './schema.ts';
import {
  contiguousStrides,
  forEachOffset,
  isChannelsLast,
  isContiguous,
  numelOf,
  Size,
  sameSizes,
  shapeText,
  Tuple,
  wrapDim,
} from './shape.ts';
import type { CpuStorage, Storage, VersionCounter } from './storage.ts';

/** The one memory layout that there is here, as `t.layout` names it. */
export const strided = 'torch.strided';

/** How a view came to be: in-place writes on it are written into its base's history. */
export interface ViewInfo {
  readonly base: Tensor;
  /** Why an in-place write on this view cannot be tracked, or null where it can. */
  readonly refusal: ViewRefusal | null;
  /** The base's version for which `node` was made: a later write gives the view a new node. */
  version: number;
}

/** The memory formats in which channels lie together, by PyTorch's name, with how many dimensions they are for. */
export const channelsLastRanks: ReadonlyMap<string, number> = new Map([
  ['torch.channels_last', 4],
  ['torch.channels_last_3d', 5],
]);

export interface TensorInit {
  readonly storage: Storage;
  readonly dtype: DType;
  readonly sizes: readonly number[];
  /** Elements to step in each dimension; row-major where left out. */
  readonly strides?: readonly number[];
  /** Index of the first element in the storage. */
  readonly offset?: number;
  readonly version?: VersionCounter;
  readonly isInference?: boolean;
}

export class Tensor {
  storage: Storage;
  dtype: DType;
  sizes: readonly number[];
  strides: readonly number[];
  offset: number;
  version: VersionCounter;

  #grad: Tensor | null = null;
  /** Autograd's own fields: see engine/autograd/graph.ts for what they mean. */
  node: Node | null = null;
  nodeIndex = 0;
  leafRequiresGrad = false;
  viewInfo: ViewInfo | null = null;
  accumulator: Node | null = null;
  retains_grad = false;
  /** Made in inference mode: it can take no part in autograd, ever. */
  readonly isInference: boolean;

  constructor({
    storage,
    dtype,
    sizes,
    strides,
    offset = 0,
    version = storage.version,
    isInference = is_inference_mode_enabled(),
  }: TensorInit) {
    this.storage = storage;
    this.dtype = dtype;
    this.sizes = sizes;
    this.strides = strides ?? contiguousStrides(sizes);
    this.offset = offset;
    this.version = version;
    this.isInference = isInference;
  }

  /** The sizes of all dimensions; its text is `torch.Size([2, 3])`. */
  get shape(): Size {
    return Size.from(this.sizes) as Size;
  }

  get ndim(): number {
    return this.sizes.length;
  }

  dim(): number {
    return this.sizes.length;
  }

  ndimension(): number {
    return this.sizes.length;
  }

  numel(): number {
    return numelOf(this.sizes);
  }

  nelement(): number {
    return this.numel();
  }

  /** All sizes, or the one of dimension `dim`. @throws IndexError for a dimension that is not there. */
  size(): Size;
  size(dim: Dimension): number;
  size(dim?: Dimension): Size | number {
    return dim === undefined ? this.shape : this.sizes[this.#dimension(dim)];
  }

  /** All strides in elements, or the one of dimension `dim`. @throws IndexError for a dimension that is not there. */
  stride(): Tuple;
  stride(dim: Dimension): number;
  stride(dim?: Dimension): Tuple | number {
    return dim === undefined ? (Tuple.from(this.strides) as Tuple) : this.strides[this.#dimension(dim)];
  }

  #dimension(dim: Dimension): number {
    const place = Number(typeof dim === 'object' ? dim.dim : dim);
    if (this.ndim === 0) {
      throw new IndexError(`Dimension specified as ${place} but tensor has no dimensions`);
    }
    return wrapDim(place, this.ndim);
  }

  /** Index of the first element in the storage. */
  storage_offset(): number {
    return this.offset;
  }

  /** An address: equal for tensors that start at the same element of one storage. 0 for a tensor without elements. */
  data_ptr(): number {
    return this.numel() === 0 ? 0 : this.storage.address + this.offset * this.dtype.itemsize;
  }

  /** Bytes an element. */
  element_size(): number {
    return this.dtype.itemsize;
  }

  get itemsize(): number {
    return this.dtype.itemsize;
  }

  get nbytes(): number {
    return this.numel() * this.dtype.itemsize;
  }

  /** Whether it lies in memory in row-major order without gaps, or with its channels together where that is asked. */
  is_contiguous(options: { memory_format?: string } = {}): boolean {
    const rank = channelsLastRanks.get(options.memory_format ?? '');
    if (rank !== undefined) return isChannelsLast(this.sizes, this.strides, rank);
    return isContiguous(this.sizes, this.strides);
  }

  is_floating_point(): boolean {
    return this.dtype.is_floating_point;
  }

  is_signed(): boolean {
    return this.dtype.is_signed;
  }

  is_complex(): boolean {
    return false;
  }

  /** The device's name: `cpu`, or `webgpu:0`. */
  get device(): string {
    return String(this.storage.device);
  }

  get is_cpu(): boolean {
    return this.storage.device.type === 'cpu';
  }

  get is_webgpu(): boolean {
    return this.storage.device.type === 'webgpu';
  }

  /** How the elements lie: in a storage, by strides. */
  get layout(): string {
    return strided;
  }

  /** @throws RuntimeError always: no number here is complex. */
  get imag(): never {
    throw new RuntimeError('imag is not implemented for tensors with non-complex dtypes.');
  }

  /** How often this memory was written in place. Views share the count. */
  get _version(): number {
    if (this.isInference) throw new RuntimeError('Inference tensors do not track version counter.');
    return this.version.value;
  }

  // ── autograd ─────────────────────────────────────────────────────────────────────────────────────────────

  /** The accumulated gradient of a leaf (or of a tensor that retains it), or null. */
  get grad(): Tensor | null {
    return this.#grad;
  }

  /** @throws RuntimeError for a gradient of another shape or type; TypeError for what is no tensor. */
  set grad(value: Tensor | null) {
    if (value !== null) checkGradient(this, value);
    this.#grad = value;
  }

  get requires_grad(): boolean {
    return requiresGrad(this);
  }

  set requires_grad(value: boolean) {
    setRequiresGrad(this, value);
  }

  /** Asks for (or stops) the recording of operations on a leaf. @throws RuntimeError for integers and non-leaves. */
  requires_grad_(value = true): this {
    setRequiresGrad(this, value, 'only Tensors of floating point dtype can require gradients');
    return this;
  }

  /** The graph node that made this tensor, or null for a leaf. */
  get grad_fn(): Node | null {
    return gradEdge(this)?.fromOperation ?? null;
  }

  get is_leaf(): boolean {
    return isLeaf(this);
  }

  /** Which output of its grad_fn this tensor is. */
  get output_nr(): number {
    return this.nodeIndex;
  }

  /** The tensor this is a view of, or null. */
  get _base(): Tensor | null {
    return this.viewInfo?.base ?? null;
  }

  _is_view(): boolean {
    return this.viewInfo !== null;
  }

  is_inference(): boolean {
    return this.isInference;
  }

  /**
   * Computes the gradients of this tensor's history and adds them to the `grad` of its leaves.
   * @param gradient of the same shape; may be left out for a tensor with one element
   * @throws RuntimeError where there is no graph, or it was freed, or a saved tensor was overwritten
   * Source: https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html
   */
  backward(gradient?: Tensor | BackwardOptions | null, options?: BackwardOptions): void {
    const [given, settings] =
      gradient instanceof Tensor || gradient === null || gradient === undefined
        ? [gradient ?? options?.gradient ?? null, options]
        : [gradient.gradient ?? null, gradient];
    backward([this], [given], settings);
  }

  /** Calls `hook` with this tensor's gradient when it is computed; what it returns (if anything) replaces it. */
  register_hook(hook: Hook): RemovableHandle {
    const edge = gradEdge(this);
    if (!edge) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
    return addHook(edge.node.hooksOf(edge.index), hook);
  }

  /** Calls `hook` with this leaf after backward() has added to its `grad`. */
  register_post_accumulate_grad_hook(hook: (leaf: Tensor) => unknown): RemovableHandle {
    const node = gradEdge(this)?.node;
    if (!node) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
    if (!(node instanceof AccumulateGrad)) {
      throw new RuntimeError('post accumulate grad hooks cannot be registered on non-leaf tensors');
    }
    return addHook(node.afterwards, hook);
  }

  /** Makes backward() keep the gradient of this non-leaf tensor in `grad`. */
  retain_grad(): void {
    if (!this.requires_grad) {
      throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
    }
    if (this.is_leaf) return;
    this.retains_grad = true;
    this.node?.retain(this.nodeIndex, this);
  }

  // ── reading ──────────────────────────────────────────────────────────────────────────────────────────────

  /** The elements of a cpu tensor in row-major order, as a typed array of their own. */
  toTypedArray(): TypedArray {
    const source = cpuArray(this);
    const count = this.numel();
    if (this.is_contiguous()) return source.slice(this.offset, this.offset + count);
    const result = new this.dtype.arrayType(count);
    forEachOffset(this.sizes, this.strides, this.offset, (position, flat) => {
      result[flat] = source[position];
    });
    return result;
  }

  /**
   * The only element: a number, or a bigint for an int64 beyond 2^53, or the boolean of a bool tensor.
   * @throws RuntimeError for other than one element
   */
  async item<T extends Scalar = number>(): Promise<T> {
    if (this.numel() !== 1) {
      throw new RuntimeError(`a Tensor with ${this.numel()} elements cannot be converted to Scalar`);
    }
    return itemOf(this.is_cpu ? this : await this.cpu()) as T;
  }

  /** All elements as nested arrays of numbers, bigints or booleans; a 0-d tensor gives its number. */
  async tolist(): Promise<NestedArray> {
    return nest(this.is_cpu ? this : await this.cpu());
  }

  /** This tensor on the cpu: itself where it is there already, a copy otherwise. */
  async cpu(): Promise<Tensor> {
    return this.storage.device.download(this);
  }

  /**
   * An NdArray on the same memory (with this tensor's strides), as in PyTorch for cpu tensors alone.
   * @throws TypeError on webgpu; RuntimeError where the tensor requires grad
   */
  numpy(): NdArray {
    if (!this.is_cpu) {
      throw new TypeError(
        `can't convert ${this.device} device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.`,
      );
    }
    if (this.requires_grad) {
      throw new RuntimeError(
        "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
      );
    }
    this.storage.beforeWrite?.();
    (this.storage as CpuStorage).lend();
    const array = cpuArray(this);
    const data = this.offset === 0 ? array : array.subarray(this.offset);
    return new NdArray(data, [...this.sizes], { strides: [...this.strides], dtype: this.dtype });
  }

  /** PyTorch's text on cpu; on webgpu, where reading has to wait, the metadata alone. */
  toString(): string {
    if (this.is_cpu) return describe(this, this);
    return `tensor(..., device='${this.device}', size=(${this.sizes.join(', ')}${this.ndim === 1 ? ',' : ''}))`;
  }

  [inspect](): string {
    return this.toString();
  }

  /** PyTorch's full text on either device. */
  async repr(): Promise<string> {
    return this.describe(await this.cpu());
  }

  /** PyTorch's full text, with the elements taken from this tensor's copy on the cpu. */
  describe(onCpu: Tensor): string {
    return describe(this, onCpu);
  }

  /** `using x = …` gives the tensor's memory back at the end of the block; without it the collector does, later. */
  [Symbol.dispose](): void {
    this.storage.abandon?.();
    this.storage.release?.();
  }

  get [Symbol.toStringTag](): string {
    return 'Tensor';
  }

  /** The parts along the first dimension, which share this memory. @throws TypeError for a 0-d tensor. */
  [Symbol.iterator](): Iterator<Tensor> {
    if (this.ndim === 0) throw new TypeError('iteration over a 0-d tensor');
    return this.unbind(0).values();
  }

  /**
   * The text, as in `'x = ' + x`. @throws TypeError where JavaScript asks for a number (`x * 2`, `x < y`, `-x`): its
   * operators know no tensors, and would go on with NaN.
   */
  [Symbol.toPrimitive](hint: string): string {
    if (hint !== 'number') return this.toString();
    throw new TypeError(
      "JavaScript's operators do not compute with tensors: a * b is a.mul(b), a - b is a.sub(b), a < b is a.lt(b), -a is a.neg()",
    );
  }
}

/** Kinds of tensors that PyTorch has and this engine does not. */
for (const kind of ['is_cuda', 'is_mps', 'is_sparse', 'is_quantized', 'is_meta', 'is_nested']) {
  Object.defineProperty(Tensor.prototype, kind, { value: false });
}

/** `x[0]` is PyTorch's, but in JavaScript would be undefined, and `x[0] = 1` do nothing: both throw. */
for (let index = -3; index < 10; index++) {
  const refuse = (): never => {
    throw new TypeError(
      `x[${index}] does not index a tensor in JavaScript: read x.index(${index}), write x.index_put_([${index}], value)`,
    );
  };
  Object.defineProperty(Tensor.prototype, index, { get: refuse, set: refuse });
}

/** A dimension, which may be named too. */
type Dimension = number | { dim: number };

export interface BackwardOptions {
  gradient?: Tensor | null;
  retain_graph?: boolean;
  create_graph?: boolean;
  inputs?: Tensor | readonly Tensor[];
}

setTensorTest((value): value is Tensor => value instanceof Tensor, itemOf);

/** What may be assigned to a tensor's `grad`. */
function checkGradient(tensor: Tensor, value: unknown): void {
  if (!(value instanceof Tensor)) {
    throw new TypeError(
      `assigned grad expected to be a Tensor or None but got grad of type ${typeName(value)}`,
    );
  }
  if (value === tensor) throw new RuntimeError("can't assign Variable as its own grad");
  if (value.dtype !== tensor.dtype) {
    throw new RuntimeError(
      `attempting to assign a gradient with dtype '${cppNames[value.dtype.name]}' to a tensor with grad_dtype '${tensor.dtype.scalarName}'. The gradient must match the tensor's grad_dtype (defaults to the tensor's dtype). You can set the tensor's grad_dtype attribute with a specific dtype, or None to allow any dtype. Set grad_dtype with caution. Diverging the dtypes of a tensor and its gradient may break downstream systems that assume they match.`,
    );
  }
  if (!sameSizes(value.sizes, tensor.sizes)) {
    throw new RuntimeError(
      `attempting to assign a gradient of size '${shapeText(value.sizes)}' to a tensor of size '${shapeText(tensor.sizes)}'. Please ensure that the gradient and the tensor are the same size`,
    );
  }
}

/** A new tensor of that shape on memory of its own, not yet written: row-major unless strides are given. */
export function allocate(
  sizes: readonly number[],
  dtype: DType,
  device: Device,
  strides: readonly number[] = contiguousStrides(sizes),
): Tensor {
  let span = numelOf(sizes) === 0 ? 0 : 1;
  if (span > 0) for (let dim = 0; dim < sizes.length; dim++) span += (sizes[dim] - 1) * strides[dim];
  return new Tensor({ storage: device.allocate(span, dtype), dtype, sizes, strides });
}

/** Another tensor on the same memory, without a place in the graph. */
export function alias(
  tensor: Tensor,
  sizes: readonly number[] = tensor.sizes,
  strides: readonly number[] = tensor.strides,
  offset: number = tensor.offset,
): Tensor {
  const { storage, dtype, version } = tensor;
  return new Tensor({ storage, dtype, sizes, strides, offset, version, isInference: tensor.isInference });
}
