/** `.npy` files of recorded expectations, read with npyjs: its arrays in the typed arrays of the engine's dtypes. */

import { parse } from 'npyjs';
import type { DTypeName, TypedArray } from 'torch/dtype';

export interface NpyArray {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  /** Row-major. */
  readonly data: TypedArray;
}

const names: Record<string, DTypeName> = {
  f8: 'float64',
  f4: 'float32',
  f2: 'float16',
  i8: 'int64',
  i4: 'int32',
  i2: 'int16',
  i1: 'int8',
  u1: 'uint8',
  b1: 'bool',
};

/** @throws Error for a dtype that tensors do not have, or an array in Fortran order. */
export function parseNpy(bytes: Uint8Array): NpyArray {
  const { data, shape, dtype, fortranOrder } = parse(new Uint8Array(bytes).buffer, { convertFloat16: false });
  const name = names[dtype];
  if (!name) throw new Error(`an array of dtype ${dtype} is no tensor`);
  if (fortranOrder) throw new Error('expectations are recorded in C order');
  return { dtype: name, shape, data: elements(name, data) };
}

// npyjs gives bools as a plain array and float16 as its bits.
function elements(dtype: DTypeName, data: ArrayBufferView | boolean[]): TypedArray {
  if (dtype === 'bool') return Uint8Array.from(data as unknown as number[]);
  if (dtype === 'float16') {
    const bits = data as Uint16Array;
    return new Float16Array(bits.buffer, bits.byteOffset, bits.length);
  }
  return data as TypedArray;
}
