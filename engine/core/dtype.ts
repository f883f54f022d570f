/**
 * Element types, and PyTorch's rules for combining them.
 * Source: https://docs.pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc
 */

import { RuntimeError } from './errors.ts';
import { inspect } from './inspect.ts';

export type DTypeName =
  | 'float64'
  | 'float32'
  | 'float16'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint8'
  | 'bool';

/** The typed arrays that hold elements: one class a dtype (bool is a Uint8Array of 0 and 1). */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Float16Array
  | BigInt64Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint8Array;

interface TypedArrayConstructor {
  new (length: number): TypedArray;
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
}

/** Promotion looks at the category first, then at the size within it. */
type Category = 'bool' | 'int' | 'float';

export class DType {
  readonly name: DTypeName;
  readonly category: Category;
  /** Bytes an element. */
  readonly itemsize: number;
  readonly arrayType: TypedArrayConstructor;
  /** The legacy class name that PyTorch's messages use, as in `torch.FloatTensor`. */
  readonly className: string;
  /** The C++ scalar name that other messages use, as in `Float` or `Long`. */
  readonly scalarName: string;

  constructor(name: DTypeName, category: Category, arrayType: TypedArrayConstructor, scalarName: string) {
    this.name = name;
    this.category = category;
    this.itemsize = arrayType.BYTES_PER_ELEMENT;
    this.arrayType = arrayType;
    this.scalarName = scalarName;
    this.className = `torch.${scalarName}Tensor`;
  }

  get is_floating_point(): boolean {
    return this.category === 'float';
  }

  get is_complex(): boolean {
    return false;
  }

  /** True for the signed types; uint8 and bool have no negative numbers. */
  get is_signed(): boolean {
    return this.name !== 'uint8' && this.name !== 'bool';
  }

  toString(): string {
    return `torch.${this.name}`;
  }

  [inspect](): string {
    return this.toString();
  }
}

/** float16 asks for a typed array that browsers have since 2025 and Node since 24: without it, for nothing else. */
const HalfArray =
  typeof Float16Array === 'undefined'
    ? (class Float16Array {
        static readonly BYTES_PER_ELEMENT = 2;

        constructor() {
          throw new RuntimeError(
            'float16 needs Float16Array, which this browser (or Node) does not have: a newer one, or float32',
          );
        }
      } as unknown as TypedArrayConstructor)
    : Float16Array;

export const float64 = new DType('float64', 'float', Float64Array, 'Double');
export const float32 = new DType('float32', 'float', Float32Array, 'Float');
export const float16 = new DType('float16', 'float', HalfArray, 'Half');
export const int64 = new DType('int64', 'int', BigInt64Array, 'Long');
export const int32 = new DType('int32', 'int', Int32Array, 'Int');
export const int16 = new DType('int16', 'int', Int16Array, 'Short');
export const int8 = new DType('int8', 'int', Int8Array, 'Char');
export const uint8 = new DType('uint8', 'int', Uint8Array, 'Byte');
export const bool = new DType('bool', 'bool', Uint8Array, 'Bool');

export { float16 as half, float32 as float, float64 as double, int16 as short, int32 as int, int64 as long };

export const dtypes: readonly DType[] = [float64, float32, float16, int64, int32, int16, int8, uint8, bool];

export function dtypeNamed(name: string): DType | undefined {
  return dtypes.find((dtype) => dtype.name === name);
}

let defaultDtype = float32;

export function get_default_dtype(): DType {
  return defaultDtype;
}

/** The dtype that fractions and float creation functions get. @throws TypeError unless it is a floating point dtype. */
export function set_default_dtype(dtype: DType): void {
  if (!dtype.is_floating_point) {
    throw new TypeError(`only floating-point types are supported as the default type`);
  }
  defaultDtype = dtype;
}

const rank: Record<Category, number> = { bool: 0, int: 1, float: 2 };

/** The smallest dtype that holds both: PyTorch's `torch.promote_types`. */
export function promote_types(a: DType, b: DType): DType {
  if (a === b) return a;
  if (a.category !== b.category) return rank[a.category] > rank[b.category] ? a : b;
  // uint8 has no signed partner of its own size: the next wider signed type holds both.
  if (a === uint8 || b === uint8) {
    const other = a === uint8 ? b : a;
    return other === int8 ? int16 : other;
  }
  return a.itemsize >= b.itemsize ? a : b;
}

/** A JavaScript number, bigint or boolean, where PyTorch takes a Python number. */
export type Scalar = number | bigint | boolean;

const INT64_END = 2 ** 63;

/** The dtype a scalar would have as a tensor: whole numbers that int64 can hold int64, the rest the default float dtype. */
export function scalarDtype(value: Scalar): DType {
  if (typeof value === 'boolean') return bool;
  if (typeof value === 'bigint') return int64;
  return Number.isInteger(value) && value >= -INT64_END && value < INT64_END ? int64 : defaultDtype;
}

/** The C++ types by which some messages call dtypes. */
export const cppNames: Readonly<Record<DTypeName, string>> = {
  float64: 'double',
  float32: 'float',
  float16: 'c10::Half',
  int64: 'long int',
  int32: 'int',
  int16: 'short int',
  int8: 'signed char',
  uint8: 'unsigned char',
  bool: 'bool',
};

/** The same where the fixed-width names stand. */
const cNames: Readonly<Record<DTypeName, string>> = {
  float64: 'double',
  float32: 'float',
  float16: 'c10::Half',
  int64: 'int64_t',
  int32: 'int',
  int16: 'int16_t',
  int8: 'int8_t',
  uint8: 'uint8_t',
  bool: 'bool',
};

const largest: Partial<Record<DTypeName, number>> = { float32: 3.4028234663852886e38, float16: 65504 };

/** Whether a number lies outside of what a dtype holds. Negative whole numbers may wrap around in uint8, within its bits. */
function overflows(value: number, dtype: DType): boolean {
  if (dtype.is_floating_point) {
    return Number.isFinite(value) && Math.abs(value) > (largest[dtype.name] ?? Infinity);
  }
  if (Number.isNaN(value)) return true;
  const bits = dtype.itemsize * 8 - (dtype.is_signed ? 1 : 0);
  const lowest = dtype.is_signed ? -(2 ** bits) : Number.isInteger(value) ? 1 - 2 ** bits : 0;
  return value < lowest || value > (bits === 63 ? 2 ** 63 : 2 ** bits - 1);
}

/** Refuses a number that is to be written as an element of `dtype` and does not fit. @throws RuntimeError */
export function refuseOverflow(value: Scalar, dtype: DType, typeName: string = cNames[dtype.name]): void {
  if (dtype !== bool && overflows(Number(value), dtype)) {
    throw new RuntimeError(`value cannot be converted to type ${typeName} without overflow`);
  }
}

/** One operand of a promotion: a tensor with dimensions counts more than a 0-d one, and that more than a number. */
export interface PromotionOperand {
  dtype: DType;
  kind: 'dimensioned' | 'zero-dim' | 'scalar';
}

/**
 * PyTorch's `torch.result_type` for any number of operands: an operand of lower priority only counts
 * where its category is higher than all of those above it.
 */
export function resultType(operands: readonly PromotionOperand[]): DType {
  let result: DType | null = null;
  for (const kind of ['dimensioned', 'zero-dim', 'scalar'] as const) {
    let combined: DType | null = null;
    for (const operand of operands) {
      if (operand.kind === kind) combined = combined ? promote_types(combined, operand.dtype) : operand.dtype;
    }
    if (!combined) continue;
    if (!result) result = combined;
    else if (rank[combined.category] > rank[result.category]) {
      // A lower-priority float raises to the default float for scalars, to its own dtype for 0-d tensors.
      result = kind === 'scalar' && combined.category === 'float' ? defaultDtype : combined;
    }
  }
  if (!result) throw new TypeError('resultType needs at least one operand');
  return result;
}
