/**
 * How a fused kernel reads and writes memory. An invocation computes four neighbouring elements where every operand
 * has them in a row (`width` 4), and moves them as one vector where they also lie side by side. For a program that plays
 * a GPU, to which beginning an invocation is as dear as an addition, it may be sixteen, moved as a matrix.
 */

import { contiguousStrides, isContiguous, numelOf } from '../../core/shape.ts';
import { coalesce } from '../cpu/layout.ts';

/** Where the elements of an operand lie, as the shortest nest of loops over the result in memory order. */
export interface Nest {
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
}

export type Width = 1 | 4 | 16;

export function nestOf(sizes: readonly number[], strides: readonly number[]): Nest {
  if (isContiguous(sizes, strides)) return { sizes: [numelOf(sizes)], strides: [1] };
  const nest = coalesce(sizes, [contiguousStrides(sizes), strides]);
  return { sizes: nest.sizes, strides: nest.strides[1] };
}

/** Whether so many results next to each other never lie in different rows of the operand. */
export function fitsWidth({ sizes }: Nest, width: Width): boolean {
  return sizes.length === 1 || sizes[sizes.length - 1] % width === 0;
}

/** Whether they are one aligned vector in memory. */
export function isVector({ sizes, strides }: Nest, offset: number, width: Width): boolean {
  const last = sizes.length - 1;
  return (
    strides[last] === 1 &&
    strides.every((stride, dim) => dim === last || stride % width === 0) &&
    offset % width === 0
  );
}

/** All that the code of a place depends on: for each dimension whether its stride is 0, 1 or another. */
export function patternOf({ strides }: Nest): string {
  return strides.map((stride) => (stride < 2 ? stride : 's')).join('');
}

/**
 * WGSL for where the elements of group `i` begin, in vectors (`unit` is the width) or elements (`unit` 1); `param` gives
 * the code of a number.
 */
export function placeOf(
  { sizes, strides }: Nest,
  offset: number,
  width: Width,
  unit: Width,
  param: (word: number) => string,
): string {
  const terms = [param(offset / unit)];
  const last = sizes.length - 1;
  let rest = 'i';
  for (let dim = last; dim >= 0; dim--) {
    const stride = strides[dim];
    const step = (dim === last ? stride * width : stride) / unit;
    // Nothing but strides of 0 is left: where exactly in those dimensions does not matter.
    if (strides.slice(0, dim + 1).every((outer) => outer === 0)) break;
    const size = dim > 0 ? param(dim === last ? sizes[dim] / width : sizes[dim]) : '';
    if (stride !== 0) {
      const coordinate = dim > 0 ? `(${rest} % ${size})` : rest;
      // Steps of 1 and the width between neighbours are told by the pattern; others are numbers of this run.
      const known = dim === last && stride === 1;
      terms.push(known && step === 1 ? coordinate : `${coordinate} * ${known ? `${step}u` : param(step)}`);
    }
    if (dim > 0) rest = `(${rest} / ${size})`;
  }
  return terms.join(' + ');
}
