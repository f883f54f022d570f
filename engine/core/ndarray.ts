/** NumPy's part: an n-dimensional array on a typed array, which tensors and `.npy` files can share. */

import { bool, type DType, dtypes, type Scalar, type TypedArray } from './dtype.ts';
import { IndexError, ValueError } from './errors.ts';
import { inspect } from './inspect.ts';
import { formatArray, reprArray } from './ndarray-print.ts';
import { contiguousStrides, numelOf, Tuple } from './shape.ts';

export interface NdArrayOptions {
  /** Elements to step in each dimension; row-major where left out. */
  strides?: readonly number[];
  /** Needed for bool alone, whose elements are the 0 and 1 of a Uint8Array. */
  dtype?: DType;
}

export type NestedList = Scalar | NestedList[];

export class NdArray {
  /** The memory itself, not a copy: a write is seen by every array and tensor on it. */
  readonly data: TypedArray;
  readonly shape: Tuple;
  /** Elements (not bytes) to step in each dimension. */
  readonly strides: Tuple;
  readonly dtype: DType;

  /**
   * @param data the elements; int64 is a BigInt64Array
   * @param shape one dimension with all elements where left out
   * @throws ValueError where shape (or strides) and data do not fit; TypeError for data that no dtype has
   */
  constructor(data: TypedArray, shape: readonly number[] = [data.length], options: NdArrayOptions = {}) {
    const { dtype = dtypeOf(data), strides } = options;
    if (!(data instanceof dtype.arrayType)) {
      throw new TypeError(`${dtype.name} data is a ${dtype.arrayType.name}, not a ${data.constructor.name}`);
    }
    if (!shape.every((size) => Number.isInteger(size) && size >= 0)) {
      throw new ValueError(`a shape has whole numbers from 0 up, not ${Tuple.from(shape)}`);
    }
    if (strides) checkStrides(shape, strides, data.length);
    else if (numelOf(shape) !== data.length) {
      throw new ValueError(`cannot reshape array of size ${data.length} into shape ${Tuple.from(shape)}`);
    }
    this.data = data;
    this.dtype = dtype;
    this.shape = Tuple.from(shape) as Tuple;
    this.strides = Tuple.from(strides ?? contiguousStrides(shape)) as Tuple;
  }

  get ndim(): number {
    return this.shape.length;
  }

  /** How many elements there are. */
  get size(): number {
    return numelOf(this.shape);
  }

  /**
   * The element at an index of all dimensions, negative counted from the end.
   * @throws IndexError outside of the array, or for another number of dimensions
   */
  get(...index: number[]): Scalar {
    return scalarOf(this.data[this.#position(index)], this.dtype);
  }

  /** Writes the element at an index of all dimensions. @throws IndexError as `get` does. */
  set(index: readonly number[], value: Scalar): void {
    this.data[this.#position(index)] = this.dtype.arrayType === BigInt64Array ? BigInt(value) : Number(value);
  }

  #position(index: readonly number[]): number {
    if (index.length !== this.ndim) {
      throw new IndexError(`array is ${this.ndim}-dimensional, but ${index.length} were indexed`);
    }
    let position = 0;
    index.forEach((at, axis) => {
      const size = this.shape[axis];
      if (!(at >= -size && at < size)) {
        throw new IndexError(`index ${at} is out of bounds for axis ${axis} with size ${size}`);
      }
      position += (at < 0 ? at + size : at) * this.strides[axis];
    });
    return position;
  }

  /** All elements in row-major order. */
  *elements(): Generator<Scalar> {
    yield* this.#elementsFrom(0, 0);
  }

  *#elementsFrom(axis: number, position: number): Generator<Scalar> {
    if (axis === this.ndim) {
      yield scalarOf(this.data[position], this.dtype);
      return;
    }
    for (let index = 0; index < this.shape[axis]; index++) {
      yield* this.#elementsFrom(axis + 1, position + index * this.strides[axis]);
    }
  }

  /** Nested arrays of numbers, booleans, or (an int64 beyond 2^53) bigints; a 0-d array gives its number. */
  tolist(): NestedList {
    const nested = (axis: number, position: number): NestedList =>
      axis === this.ndim
        ? scalarOf(this.data[position], this.dtype)
        : Array.from({ length: this.shape[axis] }, (_, i) =>
            nested(axis + 1, position + i * this.strides[axis]),
          );
    return nested(0, 0);
  }

  /** NumPy's `str`: `[10  2]`. */
  toString(): string {
    return formatArray(this);
  }

  [inspect](): string {
    return this.toString();
  }

  /** NumPy's `repr`: `array([10,  2])`. */
  repr(): string {
    return reprArray(this);
  }
}

function dtypeOf(data: TypedArray): DType {
  const dtype = dtypes.find((candidate) => candidate !== bool && data instanceof candidate.arrayType);
  if (!dtype) throw new TypeError(`no dtype has its elements in a ${data?.constructor?.name ?? typeof data}`);
  return dtype;
}

function checkStrides(shape: readonly number[], strides: readonly number[], length: number): void {
  const fits =
    strides.length === shape.length &&
    strides.every((stride) => Number.isInteger(stride) && stride >= 0) &&
    (numelOf(shape) === 0 ||
      shape.reduce((last, size, axis) => last + (size - 1) * strides[axis], 0) < length);
  if (!fits) {
    throw new ValueError('strides is incompatible with shape of requested array and size of buffer');
  }
}

function scalarOf(element: number | bigint, dtype: DType): Scalar {
  if (dtype === bool) return element !== 0;
  return typeof element === 'bigint' && Number.isSafeInteger(Number(element)) ? Number(element) : element;
}
