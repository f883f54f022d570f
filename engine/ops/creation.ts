/** Making tensors: from data, filled with a value, or as another tensor is. */

import { setRequiresGrad } from '../autograd/graph.ts';
import {
  bool,
  type DType,
  dtypes,
  get_default_dtype,
  int64,
  promote_types,
  refuseOverflow,
  type Scalar,
  scalarDtype,
  type TypedArray,
} from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { NdArray } from '../core/ndarray.ts';
import { defineOperator } from '../core/operator.ts';
import { composeInto, isDense, outputStrides } from '../core/pointwise.ts';
import { contiguousStrides } from '../core/shape.ts';
import { CpuStorage } from '../core/storage.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import { toInt64, truncate } from '../devices/cpu/convert.ts';
import { cpu } from '../devices/cpu/device.ts';
import { type Device, deviceNamed } from '../devices/device.ts';
import { refuseReading } from './support.ts';

/** The options that every creating function takes. */
export const creationOptions = 'dtype: dtype? = null, device: str? = null, requires_grad: bool = false';

export interface CreationOptions {
  dtype: DType | null;
  device: string | null;
  requires_grad: boolean;
}

let defaultDevice = 'cpu';

/** The device on which tensors are made where a call names none. */
export function set_default_device(device: string): void {
  deviceNamed(device);
  defaultDevice = device;
}

export function get_default_device(): string {
  return defaultDevice;
}

/** The device that an option names, or the default one. */
export function deviceFor(name: string | null): Device {
  return deviceNamed(name ?? defaultDevice);
}

/** Marks a new tensor as a leaf that requires grad, where asked to. */
export function withGrad(tensor: Tensor, requiresGrad: boolean): Tensor {
  if (requiresGrad) {
    setRequiresGrad(tensor, true, 'Only Tensors of floating point and complex dtype can require gradients');
  }
  return tensor;
}

/** A tensor of one value everywhere. */
export function filled(
  sizes: readonly number[],
  value: Scalar,
  dtype: DType,
  device: Device,
  strides: readonly number[] = contiguousStrides(sizes),
): Tensor {
  refuseOverflow(value, dtype);
  const out = allocate(sizes, dtype, device, strides);
  // Storage on the cpu starts as zeros.
  const isZero = device === cpu && (value === 0 || value === 0n || value === false) && !Object.is(value, -0);
  return isZero ? out : composeInto('full', 'value', { value }, dtype, out, true);
}

/** @throws RuntimeError for a size below zero */
export function refuseNegative(sizes: readonly number[]): void {
  const negative = sizes.find((size) => size < 0);
  if (negative !== undefined) {
    throw new RuntimeError(
      `Trying to create tensor with negative dimension ${negative}: [${sizes.join(', ')}]`,
    );
  }
}

function defineFilled(name: string, value: Scalar, doc: string): void {
  defineOperator({
    name,
    schema: `size: int..., *, ${creationOptions}`,
    doc: `A tensor of that size, ${doc}.`,
    example: `torch.${name}(2, 3)`,
    as: 'function',
    forward({ size, dtype, device, requires_grad }) {
      if (name === 'zeros' && size.some((one) => one < 0)) {
        throw new RuntimeError('zeros: Dimension size must be non-negative.');
      }
      refuseNegative(size);
      return withGrad(filled(size, value, dtype ?? get_default_dtype(), deviceFor(device)), requires_grad);
    },
  });
  defineOperator({
    name: `${name}_like`,
    schema: `self: Tensor, *, ${creationOptions}`,
    doc: `A tensor of the size and type of another, ${doc}.`,
    example: `torch.${name}_like(torch.tensor([1, 2]))`,
    as: 'function',
    forward: ({ self, ...options }) => filledLike(self, value, options),
  });
  defineOperator({
    name: `new_${name}`,
    schema: `self: Tensor, size: int..., *, ${creationOptions}`,
    doc: `A tensor of that size and of this tensor's type and device, ${doc}.`,
    example: `torch.tensor([1, 2]).new_${name}(2, 3)`,
    as: 'method',
    forward: ({ self, size, ...options }) => filledNew(self, size, value, options),
  });
}

export function filledLike(self: Tensor, value: Scalar, options: CreationOptions): Tensor {
  const device = options.device ? deviceNamed(options.device) : self.storage.device;
  const tensor = filled(self.sizes, value, options.dtype ?? self.dtype, device, preservedStrides(self));
  return withGrad(tensor, options.requires_grad);
}

function filledNew(self: Tensor, size: readonly number[], value: Scalar, options: CreationOptions): Tensor {
  refuseNegative(size);
  const device = options.device ? deviceNamed(options.device) : self.storage.device;
  return withGrad(filled(size, value, options.dtype ?? self.dtype, device), options.requires_grad);
}

/** The strides of a copy that keeps the memory format: the same where there are no gaps, else in the same order. */
export function preservedStrides(self: Tensor): readonly number[] {
  if (isDense(self.sizes, self.strides)) return self.strides;
  return outputStrides(self.sizes, [self]);
}

defineFilled('zeros', 0, 'filled with 0');
defineFilled('ones', 1, 'filled with 1');
defineFilled('empty', 0, 'of whatever the memory holds (here: zeros)');

defineOperator({
  name: 'full',
  schema: `size: int..., fill_value: Operand, *, ${creationOptions}`,
  doc: 'A tensor of that size, filled with one value, whose type it has unless told otherwise.',
  example: 'torch.full([2, 3], 7)',
  as: 'function',
  forward({ size, fill_value, dtype, device, requires_grad }) {
    refuseNegative(size);
    const isTensor = fill_value instanceof Tensor;
    const type = dtype ?? (isTensor ? fill_value.dtype : scalarDtype(fill_value));
    const made = filled(size, isTensor ? 0 : fill_value, type, deviceFor(device));
    return withGrad(isTensor ? made.copy_(fill_value.detach()) : made, requires_grad);
  },
});

defineOperator({
  name: 'scalar_tensor',
  schema: `s: Scalar, *, ${creationOptions}`,
  doc: 'A 0-d tensor of a number, in the default floating point type unless told otherwise.',
  example: 'torch.scalar_tensor(3)',
  as: 'function',
  forward: ({ s, dtype, device, requires_grad }) =>
    withGrad(filled([], s, dtype ?? get_default_dtype(), deviceFor(device)), requires_grad),
});

defineOperator({
  name: 'full_like',
  schema: `self: Tensor, fill_value: Scalar, *, ${creationOptions}`,
  doc: 'A tensor of the size and type of another, filled with one value.',
  example: 'torch.full_like(torch.tensor([1, 2]), 7)',
  as: 'function',
  forward: ({ self, fill_value, ...options }) => filledLike(self, fill_value, options),
});

defineOperator({
  name: 'new_full',
  schema: `self: Tensor, size: int[], fill_value: Scalar, *, ${creationOptions}`,
  doc: "A tensor of that size and of this tensor's type and device, filled with one value.",
  example: 'torch.tensor([1.5]).new_full([2], 7)',
  as: 'method',
  forward: ({ self, size, fill_value, ...options }) => filledNew(self, size, fill_value, options),
});

defineOperator({
  name: 'empty_strided',
  schema: `size: int[], stride: int[], *, ${creationOptions}`,
  doc: 'A tensor of that size on memory laid out by those strides.',
  example: 'torch.empty_strided([2, 3], [1, 2]).stride()',
  as: 'function',
  forward({ size, stride, dtype, device, requires_grad }) {
    if (size.length !== stride.length) {
      throw new RuntimeError(
        `dimensionality of sizes (${size.length}) must match dimensionality of strides (${stride.length})`,
      );
    }
    return withGrad(allocate(size, dtype ?? get_default_dtype(), deviceFor(device), stride), requires_grad);
  },
});

// ── from data ────────────────────────────────────────────────────────────────────────────────────────────────

/** Values in row-major order with the shape of the nested arrays they stood in. */
interface Flat {
  readonly values: (Scalar | Tensor)[];
  readonly sizes: number[];
  /** The types of the typed arrays among them: their numbers are no plain ones. */
  readonly dtypes: Set<DType>;
}

function flatten(data: unknown): Flat {
  const sizes: number[] = [];
  for (let level = data; isList(level); level = level[0]) sizes.push(level.length);
  const values: (Scalar | Tensor)[] = [];
  const dtypes = new Set<DType>();
  const visit = (item: unknown, dim: number): void => {
    if (isList(item) && dim < sizes.length) {
      if (item.length !== sizes[dim]) {
        throw new ValueError(`expected sequence of length ${sizes[dim]} at dim ${dim} (got ${item.length})`);
      }
      if (ArrayBuffer.isView(item)) dtypes.add(dtypeOfArray(item));
      for (let index = 0; index < item.length; index++) visit(item[index], dim + 1);
    } else if (dim < sizes.length) {
      throw new TypeError(
        `expected sequence of length ${sizes[dim]} at dim ${dim} (got ${describeType(item)})`,
      );
    } else {
      values.push(element(item));
    }
  };
  if (sizes.length > 0 && typeof deepest(data, sizes.length) === 'string') {
    throw new ValueError("too many dimensions 'str'");
  }
  visit(data, 0);
  return { values, sizes, dtypes };
}

/** The first element, that many levels down. */
function deepest(data: unknown, levels: number): unknown {
  let item = data;
  for (let level = 0; level < levels; level++) item = (item as ArrayLike<unknown>)[0];
  return item;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function describeType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return { bigint: 'int', boolean: 'bool', string: 'str' }[typeof value as string] ?? typeof value;
}

function element(value: unknown): Scalar | Tensor {
  if (isList(value)) throw new TypeError("'list' object cannot be interpreted as an integer");
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (value instanceof Tensor && value.numel() === 1) {
    refuseReading(value, "'await t.item()', or torch.stack for tensors as they are");
    return value;
  }
  if (value instanceof Tensor) {
    throw value.dtype.is_floating_point
      ? new ValueError('only one element tensors can be converted to Python scalars')
      : new TypeError('only integer tensors of a single element can be converted to an index');
  }
  if (typeof value === 'string') throw new TypeError(`new(): invalid data type 'str'`);
  throw new RuntimeError(`Could not infer dtype of ${describeType(value)}`);
}

/** The type that all of them promote to, where each number counts as it would alone. */
function inferDtype({ values, dtypes }: Flat): DType {
  if (values.length === 0) return get_default_dtype();
  const types = new Set(dtypes);
  for (const value of values) {
    if (value instanceof Tensor) types.add(value.dtype);
    else if (dtypes.size === 0) types.add(scalarDtype(value));
  }
  return [...types].reduce(promote_types);
}

/** Writes a number as an element of that dtype, with the casts of the cpu. */
function toElement(value: Scalar, dtype: DType): number | bigint {
  if (!dtype.is_floating_point) refuseOverflow(value, dtype, dtype.name);
  if (dtype === int64) return typeof value === 'bigint' ? value : toInt64(Number(value));
  if (dtype === bool) return value || Number.isNaN(value) ? 1 : 0;
  if (typeof value === 'bigint') return Number(dtype.is_floating_point ? value : BigInt.asIntN(32, value));
  return dtype.is_floating_point ? Number(value) : truncate(Number(value));
}

/** The dtype in which an array's elements lie; a plain Uint8Array is uint8. */
function dtypeOfArray(array: ArrayLike<unknown>): DType {
  const found = dtypes.find((dtype) => array instanceof dtype.arrayType);
  if (found) return found;
  throw new TypeError(
    `can't convert an array of type ${array.constructor.name}. The only supported types are: ` +
      'Float64Array, Float32Array, Float16Array, BigInt64Array, Int32Array, Int16Array, Int8Array and Uint8Array.',
  );
}

function onCpu(
  sizes: readonly number[],
  dtype: DType,
  array: TypedArray,
  strides?: readonly number[],
  offset = 0,
): Tensor {
  return new Tensor({ storage: new CpuStorage(cpu, dtype, array), dtype, sizes, strides, offset });
}

/** What a tensor can be made of: a number, a tensor, an array of memory, or nested arrays of numbers and tensors. */
export type TensorData = Scalar | Tensor | NdArray | TypedArray | readonly TensorData[];

/** A cpu tensor that copies nested arrays, a typed array, an NdArray, a tensor or a number. */
function copyData(data: unknown, dtype: DType | null): Tensor {
  if (data instanceof Tensor)
    return data
      .detach()
      .clone()
      .to(dtype ?? data.dtype);
  if (data instanceof NdArray) {
    const shared = from_numpy(data);
    return shared
      .clone()
      .contiguous()
      .to(dtype ?? shared.dtype);
  }
  if (ArrayBuffer.isView(data)) {
    const array = data as TypedArray;
    const copy = onCpu([array.length], dtypeOfArray(array), array.slice());
    return dtype ? copy.to(dtype) : copy;
  }
  const flat = flatten(data);
  const { values, sizes } = flat;
  const scalars = values.map((value) => (value instanceof Tensor ? value.toTypedArray()[0] : value));
  const target = dtype ?? inferDtype(flat);
  for (const value of scalars) {
    if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value) {
      throw new ValueError('Overflow when unpacking long long');
    }
  }
  const array = new target.arrayType(scalars.length);
  for (let index = 0; index < scalars.length; index++) array[index] = toElement(scalars[index], target);
  return onCpu(sizes, target, array);
}

export const tensor = defineOperator({
  name: 'tensor',
  schema: `data: any, *, ${creationOptions}`,
  doc: 'A tensor that copies its data: nested arrays of numbers, a typed array, an NdArray or a single number. Whole numbers alone give int64, any fraction float32, true and false bool.',
  example: 'torch.tensor([[1, 2], [3, 4.5]])',
  as: 'function',
  overloads: [[`data: Data, *, ${creationOptions}`, 'Tensor']],
  forward({ data, dtype, device, requires_grad }) {
    const made = copyData(data, dtype);
    const target = deviceFor(device);
    return withGrad(target === cpu ? made : made.to(String(target)), requires_grad);
  },
});

defineOperator({
  name: 'as_tensor',
  schema: 'data: any, *, dtype: dtype? = null, device: str? = null',
  doc: 'The data as a tensor, without a copy where it is a tensor or an NdArray of that type and device already.',
  example: 'torch.as_tensor([1, 2])',
  as: 'function',
  overloads: [['data: Data, *, dtype: dtype? = null, device: str? = null', 'Tensor']],
  forward({ data, dtype, device }) {
    const shared =
      data instanceof Tensor ? data : data instanceof NdArray ? from_numpy(data) : copyData(data, dtype);
    return shared.to(device ?? shared.device, dtype ?? shared.dtype);
  },
});

defineOperator({
  name: 'asarray',
  schema:
    'obj: any, *, dtype: dtype? = null, device: str? = null, copy: bool? = null, requires_grad: bool = false',
  doc: 'The data as a tensor: without a copy where none is needed, with one where `copy` is true; with `copy` false a need for one is an error.',
  example: 'torch.asarray([1, 2])',
  as: 'function',
  overloads: [
    [
      'obj: Data, *, dtype: dtype? = null, device: str? = null, copy: bool? = null, requires_grad: bool = false',
      'Tensor',
    ],
  ],
  forward({ obj, dtype, device, copy, requires_grad }) {
    const mayShare = obj instanceof Tensor || obj instanceof NdArray;
    const given = obj instanceof Tensor ? obj : mayShare ? from_numpy(obj) : copyData(obj, dtype);
    const made: Tensor = given.to(device ?? given.device, dtype ?? given.dtype);
    if (copy === false && (!mayShare || made !== given)) {
      throw new ValueError(
        mayShare
          ? "can't alias tensor with dtype or device that differ: leave out copy=False"
          : "can't alias arbitrary sequence into a tensor.",
      );
    }
    const own = copy && made === given ? made.clone() : made;
    return requires_grad && !own.requires_grad ? withGrad(own.detach(), true) : own;
  },
});

defineOperator({
  name: 'new_tensor',
  schema: `self: Tensor, data: any, *, ${creationOptions}`,
  doc: "A tensor that copies its data, of this tensor's type and device.",
  example: 'torch.tensor([1.5]).new_tensor([1, 2])',
  as: 'method',
  overloads: [[`self: Tensor, data: Data, *, ${creationOptions}`, 'Tensor']],
  forward({ self, data, dtype, device, requires_grad }) {
    return withGrad(copyData(data, dtype ?? self.dtype).to(device ?? self.device), requires_grad);
  },
});

export const from_numpy = defineOperator({
  name: 'from_numpy',
  schema: 'ndarray: any',
  doc: 'A tensor on the memory of an NdArray: a write to either is seen in both.',
  example: 'torch.from_numpy(new torch.NdArray(new Float32Array([1, 2]), [2]))',
  as: 'function',
  overloads: [['ndarray: NdArray', 'Tensor']],
  forward({ ndarray }) {
    if (!(ndarray instanceof NdArray)) {
      throw new TypeError(`expected np.ndarray (got ${describeType(ndarray)})`);
    }
    const tensor = onCpu(ndarray.shape, ndarray.dtype, ndarray.data, ndarray.strides);
    (tensor.storage as CpuStorage).share();
    return tensor;
  },
});
