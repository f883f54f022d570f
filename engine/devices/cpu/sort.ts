/**
 * Stable sorting along the last dimension. Elements become unsigned keys whose order is theirs: a radix sort of
 * 11 bits a pass needs no comparisons, short rows are sorted by insertion.
 */

import { type DType, float32, float64, int64, type TypedArray } from '../../core/dtype.ts';
import { cpuArray } from '../../core/reading.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { forEachRow, lastSize, lastStride } from './rows.ts';

/** The keys of a row: for 64-bit types in two words. */
interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array | null;
}

const shortRow = 128;
const digitBits = 11;
const digits = 2 ** digitBits;

/** Sorts a row's keys; hands back the positions in order. Equal keys keep theirs. */
function sortPositions({ high, low }: Keys, count: number): Uint32Array {
  let order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  if (count <= shortRow) {
    insertionSort(order, high, low);
    return order;
  }
  let spare = new Uint32Array(count);
  for (const word of low ? [low, high] : [high]) {
    for (let shift = 0; shift < 32; shift += digitBits) {
      if (radixPass(word, shift, order, spare)) [order, spare] = [spare, order];
    }
  }
  return order;
}

function insertionSort(order: Uint32Array, high: Uint32Array, low: Uint32Array | null): void {
  for (let i = 1; i < order.length; i++) {
    const key = high[i];
    const rest = low ? low[i] : 0;
    let place = i;
    for (; place > 0; place--) {
      const other = order[place - 1];
      if (high[other] < key || (high[other] === key && (!low || low[other] <= rest))) break;
      order[place] = other;
    }
    order[place] = i;
  }
}

/** Moves positions from `order` to `to` by one digit of their keys. False where all have the same digit. */
function radixPass(word: Uint32Array, shift: number, order: Uint32Array, to: Uint32Array): boolean {
  const starts = new Uint32Array(digits);
  const count = order.length;
  for (let i = 0; i < count; i++) starts[(word[i] >>> shift) & (digits - 1)]++;
  if (starts[(word[0] >>> shift) & (digits - 1)] === count) return false;
  for (let digit = 0, start = 0; digit < digits; digit++) {
    const size = starts[digit];
    starts[digit] = start;
    start += size;
  }
  for (let i = 0; i < count; i++) {
    const position = order[i];
    to[starts[(word[position] >>> shift) & (digits - 1)]++] = position;
  }
  return true;
}

/**
 * Writes the keys of a row. For floats the bits of positive numbers already are in order and those of negative
 * ones in reverse; -0 counts as 0 and every nan as greatest.
 */
function writeKeys(row: TypedArray, dtype: DType, descending: boolean, { high, low }: Keys): void {
  const count = row.length;
  const flip = descending ? 0xffffffff : 0;
  if (low) {
    const words = new Uint32Array(row.buffer, row.byteOffset, 2 * count);
    for (let i = 0; i < count; i++) {
      let [top, bottom] = [words[2 * i + 1], words[2 * i]];
      if (dtype === int64) {
        top ^= 0x80000000;
      } else if (Number.isNaN(row[i] as number)) {
        top = bottom = 0xffffffff;
      } else if (row[i] === 0) {
        [top, bottom] = [0x80000000, 0];
      } else if (top & 0x80000000) {
        [top, bottom] = [~top, ~bottom];
      } else {
        top |= 0x80000000;
      }
      high[i] = top ^ flip;
      low[i] = bottom ^ flip;
    }
  } else if (dtype.is_floating_point) {
    const sign = dtype === float32 ? 0x80000000 : 0x8000;
    const all = dtype === float32 ? 0xffffffff : 0xffff;
    const bits =
      dtype === float32
        ? new Uint32Array(row.buffer, row.byteOffset, count)
        : new Uint16Array(row.buffer, row.byteOffset, count);
    const infinity = dtype === float32 ? 0x7f800000 : 0x7c00;
    for (let i = 0; i < count; i++) {
      const word = bits[i];
      const size = word & (sign - 1);
      if (size > infinity) high[i] = all ^ flip;
      else if (size === 0) high[i] = sign ^ flip;
      else high[i] = (word & sign ? ~word & all : word | sign) ^ flip;
    }
  } else {
    const offset = dtype.is_signed ? 0x80000000 : 0;
    for (let i = 0; i < count; i++) high[i] = (row[i] as number) ^ offset ^ flip;
  }
}

const isDouble = (dtype: DType): boolean => dtype === float64 || dtype === int64;

/** The elements of a row, next to each other. */
export function packRow(source: TypedArray, start: number, stride: number, into: TypedArray): void {
  const count = into.length;
  // The compiler does not see that both arrays are of one type.
  if (stride === 1) (into as Float64Array).set((source as Float64Array).subarray(start, start + count));
  else for (let i = 0; i < count; i++) into[i] = source[start + i * stride];
}

/** int64 memory as 32-bit words, low word first: writing an index there needs no bigint. */
export function wordsOf(tensor: Tensor): Int32Array {
  const { buffer, byteOffset, length } = cpuArray(tensor);
  return new Int32Array(buffer, byteOffset, 2 * length);
}

/** Sorts each row of `source` into `values`, and writes to `indices` where the elements were. */
export const sortKernel = defineKernel(
  'sort',
  (source: Tensor, values: Tensor, indices: Tensor, descending: boolean): void => {
    const { dtype } = source;
    const count = lastSize(source);
    const [from, to, words] = [cpuArray(source), cpuArray(values), wordsOf(indices)];
    const [step, valueStep, indexStep] = [source, values, indices].map(lastStride);
    const row = new dtype.arrayType(count);
    const keys: Keys = { high: new Uint32Array(count), low: isDouble(dtype) ? new Uint32Array(count) : null };
    forEachRow([source, values, indices], ([start, valueStart, indexStart]) => {
      packRow(from, start, step, row);
      writeKeys(row, dtype, descending, keys);
      const order = sortPositions(keys, count);
      for (let i = 0; i < count; i++) {
        to[valueStart + i * valueStep] = row[order[i]];
        const word = 2 * (indexStart + i * indexStep);
        words[word] = order[i];
        words[word + 1] = 0;
      }
    });
  },
);

/** The stable order of a vector's elements, ascending. */
export function sortedOrder(row: TypedArray, dtype: DType): Uint32Array {
  const keys: Keys = {
    high: new Uint32Array(row.length),
    low: isDouble(dtype) ? new Uint32Array(row.length) : null,
  };
  writeKeys(row, dtype, false, keys);
  return sortPositions(keys, row.length);
}
