/** What kernels along the last dimension share: where rows start, and how many there are. */

import { contiguousStrides, numelOf } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import { coalesce } from '../cpu/layout.ts';
import { offsetCode } from './kernels.ts';

export interface Place {
  readonly code: string;
  readonly params: Record<string, number>;
}

/** WGSL for where element number `index` (in row-major order of `sizes`) lies at these strides. */
export function placeOf(
  prefix: string,
  index: string,
  sizes: readonly number[],
  strides: readonly number[],
  offset: number,
): Place {
  const nest = coalesce(sizes, [contiguousStrides(sizes), strides]);
  const { code, params } = offsetCode(prefix, index, nest.sizes, nest.strides[1]);
  return { code: `(P_${prefix}offset + ${code})`, params: { [`${prefix}offset`]: offset, ...params } };
}

/** WGSL for where a tensor's element number `index` lies. */
export function elementOf(prefix: string, index: string, tensor: Tensor): Place {
  return placeOf(prefix, index, tensor.sizes, tensor.strides, tensor.offset);
}

/** Where the rows of a tensor lie. */
export type Rows = Pick<Tensor, 'ndim' | 'sizes' | 'strides' | 'offset'>;

/** The same rows in vectors of four elements; null where some are no whole vectors. */
export function inFours({ ndim, sizes, strides, offset }: Rows): Rows | null {
  const last = ndim - 1;
  const rest = [offset, sizes[last], ...strides.slice(0, last)];
  if (strides[last] !== 1 || rest.some((words) => words % 4 !== 0)) return null;
  return {
    ndim,
    sizes: sizes.with(last, sizes[last] / 4),
    strides: strides.map((stride, dim) => (dim === last ? 1 : stride / 4)),
    offset: offset / 4,
  };
}

/** WGSL for where row number `row` starts; its elements (or vectors of four) are `P_<prefix>step` apart. */
export function rowOf(prefix: string, row: string, tensor: Rows): Place {
  const last = tensor.ndim - 1;
  const { code, params } = placeOf(
    prefix,
    row,
    tensor.sizes.slice(0, last),
    tensor.strides.slice(0, last),
    tensor.offset,
  );
  return { code, params: { ...params, [`${prefix}step`]: tensor.strides[last] } };
}

export const rowCount = (tensor: Rows): number => numelOf(tensor.sizes.slice(0, -1));
export const rowLength = (tensor: Rows): number => tensor.sizes[tensor.ndim - 1];

/** Whether an invocation had better walk a row alone than a workgroup share it: rows are short, or enough for all. */
export const isWalkedAlone = (tensor: Tensor): boolean =>
  rowLength(tensor) <= 64 || (rowCount(tensor) >= 16384 && rowLength(tensor) <= 1024);

/** `main`'s opening for workgroups of `lanes`, as many as `count` says: `number` is the workgroup's own. */
export function mainPerGroup(lanes: number, count: string): string {
  return `@compute @workgroup_size(${lanes})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let number = group.y * groups.x + group.x;
  if (number >= ${count}) { return; }`;
}
