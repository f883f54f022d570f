/** Sizes and strides: the arithmetic behind views, broadcasting and contiguity. All strides count elements. */

import { IndexError, RuntimeError } from './errors.ts';
import { inspect } from './inspect.ts';

/** A tensor's shape: an array of numbers whose text is `torch.Size([2, 3])`. */
class SizeArray extends Array<number> {
  constructor(sizes: Iterable<number> = []) {
    super();
    this.push(...sizes);
  }

  // map, filter and friends give plain arrays: their results need not be shapes. What is part of a shape is one.
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  override slice(start?: number, end?: number): SizeArray {
    return Size.from(super.slice(start, end)) as SizeArray;
  }

  numel(): number {
    return numelOf(this);
  }

  override toString(): string {
    return `torch.Size([${this.join(', ')}])`;
  }

  [inspect](): string {
    return this.toString();
  }
}

export type Size = SizeArray;

/** As in Python it is called without `new`; with it, it does the same. */
export const Size = new Proxy(Object.defineProperty(SizeArray, 'name', { value: 'Size' }), {
  apply: (target, _this, [sizes]) => new target(sizes),
}) as typeof SizeArray & ((sizes: Iterable<number>) => SizeArray);

/** A Python tuple of numbers (strides): an array whose text is `(4, 1)`, or `(1,)`. */
export class Tuple extends Array<number> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  override toString(): string {
    return this.length === 1 ? `(${this[0]},)` : `(${this.join(', ')})`;
  }

  [inspect](): string {
    return this.toString();
  }
}

/** Shape as PyTorch writes it within messages: `[2, 3]`. */
export function shapeText(sizes: readonly number[]): string {
  return `[${sizes.join(', ')}]`;
}

export function numelOf(sizes: readonly number[]): number {
  let count = 1;
  for (const size of sizes) count *= size;
  return count;
}

export function sameSizes(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let dim = 0; dim < a.length; dim++) if (a[dim] !== b[dim]) return false;
  return true;
}

/** Row-major strides for these sizes. */
export function contiguousStrides(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length);
  let step = 1;
  for (let dim = sizes.length - 1; dim >= 0; dim--) {
    strides[dim] = step;
    step *= Math.max(sizes[dim], 1);
  }
  return strides;
}

/** Whether elements lie in row-major order without gaps. Dimensions of size 1 may have any stride, and all where there is no element. */
export function isContiguous(sizes: readonly number[], strides: readonly number[]): boolean {
  let expected = 1;
  for (let dim = sizes.length - 1; dim >= 0; dim--) {
    if (sizes[dim] === 1) continue;
    if (strides[dim] !== expected) return sizes.includes(0);
    expected *= sizes[dim];
  }
  return true;
}

/** The order of dimensions in memory, innermost first, when channels lie together: (N, C, …) with C innermost. */
function channelsLastOrder(rank: number): number[] {
  const spatial = Array.from({ length: rank - 2 }, (_, k) => rank - 1 - k);
  return [1, ...spatial, 0];
}

/** The strides of images or volumes whose channels lie together. */
export function channelsLastStrides(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length);
  let step = 1;
  for (const dim of channelsLastOrder(sizes.length)) {
    strides[dim] = step;
    step *= Math.max(sizes[dim], 1);
  }
  return strides;
}

export function isChannelsLast(sizes: readonly number[], strides: readonly number[], rank: number): boolean {
  if (sizes.length !== rank) return false;
  const expected = channelsLastStrides(sizes);
  return sizes.every((size, dim) => size === 1 || strides[dim] === expected[dim]);
}

/** Whether two elements may share one address (an expanded or self-overlapping tensor). */
export function hasInternalOverlap(sizes: readonly number[], strides: readonly number[]): boolean {
  return sizes.some((size, dim) => size > 1 && strides[dim] === 0);
}

/**
 * A dimension counted from either end, as a number from 0 to ndim - 1. A 0-d tensor takes 0 and -1.
 * @throws IndexError outside of that range.
 */
export function wrapDim(dim: number, ndim: number): number {
  const range = Math.max(ndim, 1);
  if (dim < -range || dim >= range) {
    throw new IndexError(
      `Dimension out of range (expected to be in range of [${-range}, ${range - 1}], but got ${dim})`,
    );
  }
  return dim < 0 ? dim + range : dim;
}

/** Distinct dimensions as a sorted list; `null` or an empty list means all of them. */
export function wrapDims(dims: readonly number[] | null, ndim: number): number[] {
  if (dims === null || dims.length === 0) return Array.from({ length: ndim }, (_, dim) => dim);
  const wrapped = distinctDims(dims, ndim);
  // A 0-d tensor accepts dim 0 although it has none.
  return ndim === 0 ? [] : wrapped.sort((a, b) => a - b);
}

/** Dimensions counted from the front. @throws RuntimeError where one is named twice. */
export function distinctDims(dims: readonly number[], ndim: number): number[] {
  const wrapped = dims.map((dim) => wrapDim(dim, ndim));
  for (const dim of wrapped) {
    if (wrapped.indexOf(dim) !== wrapped.lastIndexOf(dim)) {
      throw new RuntimeError(`dim ${dim} appears multiple times in the list of dims`);
    }
  }
  return wrapped;
}

/** The shape that all of these broadcast to. @throws RuntimeError where two sizes differ and neither is 1. */
export function broadcastShapes(...shapes: readonly (readonly number[])[]): readonly number[] {
  let result = shapes[0] ?? [];
  for (const shape of shapes) {
    if (sameSizes(result, shape)) continue;
    const ndim = Math.max(result.length, shape.length);
    const merged = new Array<number>(ndim);
    for (let dim = ndim - 1; dim >= 0; dim--) {
      const a = result[dim - ndim + result.length] ?? 1;
      const b = shape[dim - ndim + shape.length] ?? 1;
      if (a !== b && a !== 1 && b !== 1) {
        throw new RuntimeError(
          `The size of tensor a (${a}) must match the size of tensor b (${b}) at non-singleton dimension ${dim}`,
        );
      }
      merged[dim] = a === 1 ? b : a;
    }
    result = merged;
  }
  return result;
}

/** Strides that let a tensor of `sizes` be read as `target`: 0 wherever it is repeated. Assumes they broadcast. */
export function expandStrides(
  sizes: readonly number[],
  strides: readonly number[],
  target: readonly number[],
): number[] {
  const lead = target.length - sizes.length;
  return target.map((size, dim) => {
    if (dim < lead) return 0;
    return sizes[dim - lead] === 1 && size !== 1 ? 0 : strides[dim - lead];
  });
}

/** Replaces the one -1 in `sizes` by what `numel` leaves for it. @throws RuntimeError where that does not work out. */
export function inferSizes(sizes: readonly number[], numel: number): number[] {
  const result = [...sizes];
  let unknown = -1;
  let known = 1;
  for (let dim = 0; dim < sizes.length; dim++) {
    if (sizes[dim] === -1) {
      if (unknown >= 0) throw new RuntimeError('only one dimension can be inferred');
      unknown = dim;
    } else if (sizes[dim] < 0) {
      throw new RuntimeError(
        `invalid shape dimension ${sizes[dim]} at index ${dim} of shape ${shapeText(sizes)}`,
      );
    } else {
      known *= sizes[dim];
    }
  }
  const fits = unknown >= 0 ? known > 0 && numel % known === 0 : known === numel;
  if (unknown >= 0 && known === 0 && numel === 0) {
    throw new RuntimeError(
      `cannot reshape tensor of 0 elements into shape ${shapeText(sizes)} because the unspecified dimension size -1 can be any value and is ambiguous`,
    );
  }
  if (!fits) throw new RuntimeError(`shape '${shapeText(sizes)}' is invalid for input of size ${numel}`);
  if (unknown >= 0) result[unknown] = numel / known;
  return result;
}

/**
 * Strides under which the same memory reads as `target`, or null where no strides can do it. Runs of
 * dimensions that are laid out without gaps count as one chunk; each chunk must split evenly into new dimensions.
 */
export function viewStrides(
  sizes: readonly number[],
  strides: readonly number[],
  target: readonly number[],
): number[] | null {
  if (numelOf(sizes) === 0) return sameSizes(sizes, target) ? [...strides] : contiguousStrides(target);
  if (sizes.length === 0) return target.map(() => 1);
  const result = new Array<number>(target.length);
  let targetDim = target.length - 1;
  let chunkStride = strides[sizes.length - 1];
  let chunkNumel = 1;
  let covered = 1;
  for (let dim = sizes.length - 1; dim >= 0; dim--) {
    chunkNumel *= sizes[dim];
    const chunkEnds = dim === 0 || (sizes[dim - 1] !== 1 && strides[dim - 1] !== chunkNumel * chunkStride);
    if (!chunkEnds) continue;
    while (targetDim >= 0 && (covered < chunkNumel || target[targetDim] === 1)) {
      result[targetDim] = covered * chunkStride;
      covered *= target[targetDim];
      targetDim--;
    }
    if (covered !== chunkNumel) return null;
    if (dim > 0) {
      chunkStride = strides[dim - 1];
      chunkNumel = 1;
      covered = 1;
    }
  }
  return targetDim === -1 ? result : null;
}

/** Calls `visit` with the element offset of every index in row-major order. */
export function forEachOffset(
  sizes: readonly number[],
  strides: readonly number[],
  offset: number,
  visit: (offset: number, flat: number) => void,
): void {
  const total = numelOf(sizes);
  const index = new Array<number>(sizes.length).fill(0);
  let position = offset;
  for (let flat = 0; flat < total; flat++) {
    visit(position, flat);
    for (let dim = sizes.length - 1; dim >= 0; dim--) {
      position += strides[dim];
      if (++index[dim] < sizes[dim]) break;
      position -= strides[dim] * sizes[dim];
      index[dim] = 0;
    }
  }
}
