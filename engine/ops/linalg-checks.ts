/** What torch.linalg asks of its arguments, in PyTorch's words, and how it lays out its results. */

import { float16, int32 } from '../core/dtype.ts';
import { LinAlgError, RuntimeError } from '../core/errors.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { checkInfoKernel } from '../devices/cpu/linalg/kernels.ts';

/** @throws RuntimeError for a tensor of fewer than two dimensions */
export function checkMatrix(name: string, tensor: Tensor, label = 'A'): void {
  if (tensor.ndim < 2) {
    throw new RuntimeError(`${name}: The input tensor ${label} must have at least 2 dimensions.`);
  }
}

/** @throws RuntimeError for what is no batch of square matrices */
export function checkSquare(name: string, tensor: Tensor, label = 'A'): void {
  checkMatrix(name, tensor, label);
  const [rows, columns] = tensor.sizes.slice(-2);
  if (rows !== columns) {
    throw new RuntimeError(
      `${name}: ${label} must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
    );
  }
}

/** @throws RuntimeError for integers, and for float16 */
export function checkFloat(name: string, tensor: Tensor, allowsHalf = false): void {
  if (!tensor.dtype.is_floating_point) {
    throw new RuntimeError(
      `${name}: Expected a floating point or complex tensor as input. Got ${tensor.dtype.scalarName}`,
    );
  }
  if (tensor.dtype === float16 && !allowsHalf) {
    throw new RuntimeError(`${name}: Low precision dtypes not supported. Got Half`);
  }
}

export function batchOf({ sizes }: Tensor): readonly number[] {
  return sizes.slice(0, -2);
}

/** Matrices column by column, as LAPACK leaves them. */
export function allocateColumns(like: Tensor, sizes: readonly number[]): Tensor {
  const [rows, columns] = sizes.slice(-2);
  const strides = [1, Math.max(rows, 1)];
  let step = Math.max(rows, 1) * Math.max(columns, 1);
  for (let dim = sizes.length - 3; dim >= 0; dim--) {
    strides.unshift(step);
    step *= Math.max(sizes[dim], 1);
  }
  return allocate(sizes, like.dtype, like.storage.device, strides);
}

/** A row-major tensor of the same dtype. */
export function allocateLike(like: Tensor, sizes: readonly number[]): Tensor {
  return allocate(sizes, like.dtype, like.storage.device);
}

export function allocateInfo(like: Tensor): Tensor {
  return allocate(batchOf(like), int32, like.storage.device);
}

/** @throws LinAlgError for the first matrix of a batch whose factorization failed */
export function throwForInfo(name: string, info: Tensor, reason: (code: number) => string): void {
  checkInfoKernel.for(info.storage.device)(info, (code, batch) => {
    const where = info.ndim > 0 ? `(Batch element ${batch}): ` : '';
    return new LinAlgError(`${name}: ${where}${reason(code)}`);
  });
}
