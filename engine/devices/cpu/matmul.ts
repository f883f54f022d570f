/** Matrix products on the cpu: out[b] = a[b] · b[b], for any strides of the operands. */

import { float32, int64, type TypedArray } from '../../core/dtype.ts';
import { cpuArray } from '../../core/reading.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { multiplyVectors } from './matmul-vectors.ts';

/** Multiplies (batch, n, k) by (batch, k, m) into a row-major (batch, n, m). */
export const matmulKernel = defineKernel('bmm', (a: Tensor, b: Tensor, out: Tensor): void => {
  const [batches, rows, inner] = a.sizes;
  const columns = b.sizes[2];
  if (out.dtype === float32 && multiplyVectors(a, b, out)) return;
  for (let batch = 0; batch < batches; batch++) {
    const left = gather(a, batch, rows, inner);
    const right = gather(b, batch, inner, columns);
    const target = cpuArray(out);
    const start = out.offset + batch * rows * columns;
    if (out.dtype === int64)
      multiplyBig(
        left as BigInt64Array,
        right as BigInt64Array,
        target as BigInt64Array,
        start,
        rows,
        inner,
        columns,
      );
    else if (!out.dtype.is_floating_point)
      multiplyIntegers(
        left as Int32Array,
        right as Int32Array,
        target as Int32Array,
        start,
        rows,
        inner,
        columns,
      );
    else
      multiply(
        left as Float64Array,
        right as Float64Array,
        target as Float64Array,
        start,
        rows,
        inner,
        columns,
      );
  }
});

/** One matrix of a batch in row-major order: a view where it lies so, a copy otherwise. */
function gather(tensor: Tensor, batch: number, rows: number, columns: number): TypedArray {
  const source = cpuArray(tensor);
  const [batchStride, rowStride, columnStride] = tensor.strides;
  const start = tensor.offset + batch * batchStride;
  const isPacked = (columnStride === 1 || columns === 1) && (rowStride === columns || rows === 1);
  if (isPacked) return source.subarray(start, start + rows * columns);
  const packed = new tensor.dtype.arrayType(rows * columns);
  for (let row = 0, flat = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, flat++) {
      packed[flat] = source[start + row * rowStride + column * columnStride];
    }
  }
  return packed;
}

// Rows of the right matrix are read in order and summed in double precision, four at a time.
function multiply(
  left: Float64Array,
  right: Float64Array,
  out: Float64Array,
  start: number,
  rows: number,
  inner: number,
  columns: number,
): void {
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    let k = 0;
    for (; k + 3 < inner; k += 4) {
      const at = row * inner + k;
      const [a, b, c, d] = [left[at], left[at + 1], left[at + 2], left[at + 3]];
      const [p, q, r, s] = [k * columns, (k + 1) * columns, (k + 2) * columns, (k + 3) * columns];
      for (let j = 0; j < columns; j++) {
        sums[j] += a * right[p + j] + b * right[q + j] + c * right[r + j] + d * right[s + j];
      }
    }
    for (; k < inner; k++) {
      const a = left[row * inner + k];
      for (let j = 0, p = k * columns; j < columns; j++) sums[j] += a * right[p + j];
    }
    out.set(sums, start + row * columns);
  }
}

function multiplyIntegers(
  left: Int32Array,
  right: Int32Array,
  out: Int32Array,
  start: number,
  rows: number,
  inner: number,
  columns: number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        sum = (sum + Math.imul(left[row * inner + k], right[k * columns + column])) | 0;
      }
      out[start + row * columns + column] = sum;
    }
  }
}

function multiplyBig(
  left: BigInt64Array,
  right: BigInt64Array,
  out: BigInt64Array,
  start: number,
  rows: number,
  inner: number,
  columns: number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0n;
      for (let k = 0; k < inner; k++) sum += left[row * inner + k] * right[k * columns + column];
      out[start + row * columns + column] = sum;
    }
  }
}
