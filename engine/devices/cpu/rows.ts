/** Kernels that work along one dimension: the last one, to which `alongLast` moves the dimension in question. */

import type { DType } from '../../core/dtype.ts';
import { numelOf, viewStrides } from '../../core/shape.ts';
import { alias, type Tensor } from '../../core/tensor.ts';

/** The tensor with dimension `dim` moved to the end, on the same memory. A 0-d tensor becomes a row of one. */
export function alongLast(tensor: Tensor, dim: number): Tensor {
  if (tensor.sizes.length === 0) return alias(tensor, [1], [1]);
  const moved = (list: readonly number[]): number[] => [
    ...list.filter((_, other) => other !== dim),
    list[dim],
  ];
  return alias(tensor, moved(tensor.sizes), moved(tensor.strides));
}

/** The tensor with `dims` merged into one dimension at the end: on the same memory where strides allow it. */
export function mergedLast(tensor: Tensor, dims: readonly number[]): Tensor {
  const kept = tensor.sizes.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const order = [...kept, ...dims];
  const sizes = order.map((dim) => tensor.sizes[dim]);
  const strides = order.map((dim) => tensor.strides[dim]);
  const target = [...sizes.slice(0, kept.length), numelOf(sizes.slice(kept.length))];
  const view = viewStrides(sizes, strides, target);
  return view ? alias(tensor, target, view) : alias(tensor, sizes, strides).contiguous().view(target);
}

/**
 * Calls `visit` with the position at which each row starts, in each tensor. The tensors have the same sizes but for
 * their last dimension, along which the rows lie.
 */
export function forEachRow(tensors: readonly Tensor[], visit: (starts: readonly number[]) => void): void {
  const sizes = tensors[0].sizes.slice(0, -1);
  if (sizes.includes(0)) return;
  const starts = tensors.map(({ offset }) => offset);
  const index = new Array<number>(sizes.length).fill(0);
  for (;;) {
    visit(starts);
    let dim = sizes.length - 1;
    for (; dim >= 0; dim--) {
      for (let k = 0; k < tensors.length; k++) starts[k] += tensors[k].strides[dim];
      if (++index[dim] < sizes[dim]) break;
      for (let k = 0; k < tensors.length; k++) starts[k] -= tensors[k].strides[dim] * sizes[dim];
      index[dim] = 0;
    }
    if (dim < 0) return;
  }
}

/** A tensor's row: where it starts in which array, and how far its elements are apart. */
export const lastStride = (tensor: Tensor): number => tensor.strides[tensor.strides.length - 1];

export const lastSize = (tensor: Tensor): number => tensor.sizes[tensor.sizes.length - 1];

/**
 * A loop compiled from its text once for each combination of types, so that V8 sees one kind of array in each:
 * the arrays come first among its arguments.
 */
export function perTypes<F extends (...args: never[]) => unknown>(
  source: (...dtypes: DType[]) => { parameters: string; body: string },
): (...dtypes: DType[]) => F {
  const compiled = new Map<string, F>();
  return (...dtypes) => {
    const key = dtypes.map(({ name }) => name).join();
    let loop = compiled.get(key);
    if (!loop) {
      const { parameters, body } = source(...dtypes);
      loop = new Function(...parameters.split(', '), body) as unknown as F;
      compiled.set(key, loop);
    }
    return loop;
  };
}
