/** Casts of floats to integers as x86 processors, and so PyTorch's cpu, do them: what does not fit gives the lowest. */

import type { DType } from '../../core/dtype.ts';

const lowest64 = -(2n ** 63n);

export function toInt64(value: number): bigint {
  if (!(value >= -(2 ** 63) && value < 2 ** 63)) return lowest64;
  return BigInt(Math.trunc(value));
}

/** An int64 for types of up to 32 bits, of which the typed array keeps fewer when the number is stored. */
export function lowBits(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

/** For types of up to 32 bits: the typed array keeps the low bits when the number is stored. */
export function truncate(value: number): number {
  return value >= -(2 ** 31) && value < 2 ** 31 ? Math.trunc(value) : -(2 ** 31);
}

/** A number as an integer type of up to 32 bits holds it: whole numbers keep their low bits. */
export function toNarrow(value: number, dtype: DType): number {
  const cell = new dtype.arrayType(1);
  cell[0] = Number.isInteger(value) ? value : truncate(value);
  return Number(cell[0]);
}
