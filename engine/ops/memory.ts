/** The memory beneath a tensor: its bytes read as another type, its size changed, and what shares it. */

import { DType } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { contiguousStrides, numelOf, sameSizes } from '../core/shape.ts';
import { CpuStorage, type Storage } from '../core/storage.ts';
import { Tensor } from '../core/tensor.ts';

/** The bytes of a tensor and of all its views. */
export class UntypedStorage {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Where the first byte lies: the same for all tensors on this memory. */
  data_ptr(): number {
    return this.#storage.nbytes === 0 ? 0 : this.#storage.address;
  }

  nbytes(): number {
    return this.#storage.nbytes;
  }

  size(): number {
    return this.#storage.nbytes;
  }

  get length(): number {
    return this.#storage.nbytes;
  }
}

defineOperator({
  name: 'untyped_storage',
  schema: 'self: Tensor',
  doc: 'The memory beneath a tensor, which its views share: `nbytes()`, `size()` and `data_ptr()`.',
  example: 'torch.zeros(2, 3).select(0, 1).untyped_storage().nbytes()',
  as: 'method',
  returns: "import('./ops/memory.ts').UntypedStorage",
  forward: ({ self }) => new UntypedStorage(self.storage),
});

defineOperator({
  name: 'is_set_to',
  schema: 'self: Tensor, tensor: Tensor',
  doc: 'Whether two tensors are the same view of the same memory.',
  example: 'torch.zeros(2).is_set_to(torch.zeros(2))',
  as: 'method',
  returns: 'boolean',
  forward: ({ self, tensor }) =>
    self.storage === tensor.storage &&
    self.offset === tensor.offset &&
    sameSizes(self.sizes, tensor.sizes) &&
    sameSizes(self.strides, tensor.strides),
});

defineOperator({
  name: 'get_device',
  schema: 'self: Tensor',
  doc: "The number of the tensor's GPU, and -1 on the cpu.",
  example: 'torch.zeros(2).get_device()',
  returns: 'number',
  forward: ({ self }) => (self.is_cpu ? -1 : 0),
});

defineOperator({
  name: 'resize_',
  schema: 'self: Tensor, size: int...',
  doc: 'Gives the tensor other sizes. It keeps its memory where that is large enough, else what it held is copied to more.',
  example: 'torch.arange(6).resize_(2, 2)',
  as: 'method',
  forward({ self, size }) {
    if (self.requires_grad) throw new RuntimeError('cannot resize variables that require grad');
    if (size.some((one) => one < 0)) throw new RuntimeError('numel: integer multiplication overflow');
    if (sameSizes(size, self.sizes)) return self;
    const needed = (self.offset + numelOf(size)) * self.dtype.itemsize;
    if (needed > self.storage.nbytes) grow(self, needed / self.dtype.itemsize);
    self.sizes = size;
    self.strides = contiguousStrides(size);
    return self;
  },
});

/** Moves a tensor to memory for that many elements, what it held first. */
function grow(self: Tensor, count: number): void {
  const old = self.storage;
  if (!(old instanceof CpuStorage)) {
    throw new RuntimeError(`resize_ on ${self.device} is not currently implemented for the webgpu device`);
  }
  const storage = old.device.allocate(count, self.dtype) as CpuStorage;
  // The compiler does not see that both arrays are of one type.
  (storage.array(self.dtype) as Float64Array).set(old.array(self.dtype) as Float64Array);
  self.storage = storage;
}

defineOperator({
  name: 'resize_as_',
  schema: 'self: Tensor, other: Tensor',
  doc: "Gives the tensor the other's sizes.",
  example: 'torch.arange(6).resize_as_(torch.zeros(2, 2))',
  forward: ({ self, other }) => self.resize_(other.sizes as number[]),
});

for (const [name, doc] of [
  ['real', 'The real part: the tensor itself, as no number here is complex.'],
  ['conj', 'The complex conjugate: the tensor itself, as no number here is complex.'],
  ['conj_physical', 'The complex conjugate: the tensor itself, as no number here is complex.'],
  ['conj_physical_', 'The complex conjugate in place: the tensor itself, as no number here is complex.'],
] as const) {
  defineOperator({
    name,
    schema: 'self: Tensor',
    doc,
    example: `torch.${name}(torch.tensor([1.5]))`,
    as: name === 'real' ? 'function' : 'both',
    forward: ({ self }) => self,
  });
}

Object.defineProperty(Tensor.prototype, 'real', {
  get(this: Tensor): Tensor {
    return this;
  },
  configurable: true,
});

// ── view(dtype) ──────────────────────────────────────────────────────────────────────────────────────────────

/** The same bytes as elements of another type. The last dimension grows or shrinks where their sizes differ. */
function viewBytes(self: Tensor, dtype: DType): Tensor {
  if (!self.is_cpu) {
    throw new RuntimeError(
      `viewing bytes as another type is not currently implemented for the webgpu device: use (await t.cpu()).view(${dtype})`,
    );
  }
  const [from, to] = [self.dtype.itemsize, dtype.itemsize];
  const { sizes, strides, offset } =
    from === to ? self : from > to ? split(self, dtype) : merged(self, dtype);
  const { storage, version } = self;
  const result = new Tensor({ storage, dtype, sizes, strides, offset, version });
  if (dtype.is_floating_point)
    result.viewInfo = { base: self.viewInfo?.base ?? self, refusal: null, version: version.value };
  return result;
}

type Layout = Pick<Tensor, 'sizes' | 'strides' | 'offset'>;

const otherSize = (self: Tensor, dtype: DType): string =>
  `to view ${self.dtype.scalarName} as ${dtype.scalarName} (different element sizes)`;

function requireRow(self: Tensor, dtype: DType): void {
  if (self.ndim === 0) throw new RuntimeError(`self.dim() cannot be 0 ${otherSize(self, dtype)}`);
}

function requireUnitStep(self: Tensor, dtype: DType): void {
  const step = self.strides[self.ndim - 1];
  if (step === 1) return;
  throw new RuntimeError(`self.stride(-1) must be 1 ${otherSize(self, dtype)}, but got ${step}`);
}

/** Several elements of each one. */
function split(self: Tensor, dtype: DType): Layout {
  requireRow(self, dtype);
  requireUnitStep(self, dtype);
  const ratio = self.dtype.itemsize / dtype.itemsize;
  const last = self.ndim - 1;
  return {
    sizes: self.sizes.map((size, dim) => (dim === last ? size * ratio : size)),
    strides: self.strides.map((step, dim) => (dim === last ? 1 : step * ratio)),
    offset: self.offset * ratio,
  };
}

/** One element of several. */
function merged(self: Tensor, dtype: DType): Layout {
  requireRow(self, dtype);
  const ratio = dtype.itemsize / self.dtype.itemsize;
  const last = self.ndim - 1;
  const check = (what: string, value: number): void => {
    if (value % ratio === 0) return;
    throw new RuntimeError(
      `${what} must be divisible by ${ratio} ${otherSize(self, dtype)}, but got ${value}`,
    );
  };
  check('self.size(-1)', self.sizes[last]);
  check('self.storage_offset()', self.offset);
  for (const [dim, step] of self.strides.slice(0, -1).entries()) check(`self.stride(${dim})`, step);
  requireUnitStep(self, dtype);
  return {
    sizes: self.sizes.map((size, dim) => (dim === last ? size / ratio : size)),
    strides: self.strides.map((step, dim) => (dim === last ? 1 : step / ratio)),
    offset: self.offset / ratio,
  };
}

declare module '../core/tensor.ts' {
  interface Tensor {
    /** The same bytes as elements of another type. */
    view(dtype: DType): Tensor;
    /** The tensor itself, as no number here is complex. */
    readonly real: Tensor;
  }
}

const viewSizes = Tensor.prototype.view as (...size: unknown[]) => Tensor;
Tensor.prototype.view = function view(this: Tensor, ...args: unknown[]): Tensor {
  return args[0] instanceof DType ? viewBytes(this, args[0]) : viewSizes.apply(this, args);
};
