/** Reading a tensor on the cpu: as memory, as numbers, as text. */

import { bool, type DType, type Scalar, type TypedArray } from './dtype.ts';
import { RuntimeError } from './errors.ts';
import { formatTensor } from './print.ts';
import { CpuStorage } from './storage.ts';
import type { Tensor } from './tensor.ts';

/** Numbers in lists in lists: what `tolist()` gives. */
export type NestedArray = Scalar | NestedArray[];

/** The whole typed array behind a cpu tensor: index it by `offset` and `strides`. @throws RuntimeError for one on a GPU */
export function cpuArray(tensor: Tensor): TypedArray {
  if (!(tensor.storage instanceof CpuStorage)) {
    throw new RuntimeError(
      `reading from ${tensor.device} takes a while: 'await t.cpu()' gives one to read at once`,
    );
  }
  return tensor.storage.array(tensor.dtype);
}

/** An element of a typed array of this dtype as the number, boolean or (beyond 2^53) bigint that a user sees. */
function toScalar(value: number | bigint, dtype: DType): Scalar {
  if (dtype === bool) return value !== 0;
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** The element of a cpu tensor that has just one. */
export function itemOf(tensor: Tensor): Scalar {
  return toScalar(cpuArray(tensor)[tensor.offset], tensor.dtype);
}

/** All elements as nested arrays. */
export function nest(tensor: Tensor): NestedArray {
  const elements = tensor.toTypedArray();
  let next = 0;
  const level = (dim: number): NestedArray =>
    dim === tensor.ndim
      ? toScalar(elements[next++], tensor.dtype)
      : Array.from({ length: tensor.sizes[dim] }, () => level(dim + 1));
  return level(0);
}

/** What a tensor's text says of its node. A view that autograd could not follow has none any more. */
function nameOfNode(tensor: Tensor): string | null {
  try {
    return tensor.grad_fn?.name ?? null;
  } catch {
    return 'Invalid';
  }
}

/** Text of `tensor`, with the elements taken from its copy on the cpu. */
export function describe(tensor: Tensor, onCpu: Tensor): string {
  const array = cpuArray(onCpu);
  const { sizes, strides, offset, dtype } = onCpu;
  const read = (flat: number): number | bigint | boolean => {
    let position = offset;
    for (let dim = sizes.length - 1, rest = flat; dim >= 0; dim--) {
      position += (rest % sizes[dim]) * strides[dim];
      rest = Math.floor(rest / sizes[dim]);
    }
    return dtype === bool ? array[position] !== 0 : array[position];
  };
  return formatTensor(
    { sizes, dtype, read },
    {
      device: tensor.is_cpu ? null : tensor.device,
      requires_grad: tensor.requires_grad,
      grad_fn: nameOfNode(tensor),
    },
  );
}

/** The numbers of a cpu int64 (or other integer) tensor, for use as sizes and indices. */
export function toNumbers(tensor: Tensor): number[] {
  return Array.from(tensor.toTypedArray() as ArrayLike<number | bigint>, Number);
}
