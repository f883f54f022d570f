/** `.npy` files of recorded expectations: their elements, and which of the engine's dtypes they have. */

import type { DTypeName, TypedArray } from 'torch/dtype';
import { readNpy } from 'torch/npy';

export interface NpyArray {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  /** Row-major. */
  readonly data: TypedArray;
}

/** @throws Error for what is no .npy file of a tensor, or an array in Fortran order. */
export function parseNpy(bytes: Uint8Array): NpyArray {
  const { dtype, shape, strides, data } = readNpy(bytes);
  if (shape.length > 1 && strides[0] < strides[strides.length - 1]) {
    throw new Error('expectations are recorded in C order');
  }
  return { dtype: dtype.name, shape: [...shape], data };
}
