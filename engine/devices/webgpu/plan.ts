/** How a fused kernel goes about its work: how many elements an invocation computes, and what is moved as vectors. */

import { fitsWidth, isVector, type Nest, type Width } from './access.ts';
import { callsLibrary } from './functions.ts';
import { kindOf } from './layout.ts';
import { type Leaf, leavesOf, type Pending } from './pending.ts';
import type { GpuStorage } from './storage.ts';

/** Elements from which sixteen an invocation leave enough workgroups. */
const manyElements = 2 ** 16;
/** Operations up to which it pays to write the code out sixteen times. */
const fewOperations = 8;

/** Where a kernel writes. */
export interface Target {
  readonly storage: GpuStorage;
  readonly nest: Nest;
  readonly offset: number;
  readonly isWhole: boolean;
}

/** How many elements an invocation computes, and which storages are bound as vectors of as many. */
export interface Plan {
  readonly width: Width;
  readonly vectors: ReadonlySet<GpuStorage>;
}

export function planOf(node: Pending, out: GpuStorage, target: Target, isSoftware: boolean): Plan {
  const operands: readonly (Leaf | Target)[] = [target, ...leavesOf(node)];
  const fits = (width: Width): boolean => operands.every(({ nest }) => fitsWidth(nest, width));
  // The last four of a result may reach beyond it, where it fills its buffer: buffers are made of whole vectors.
  const isWhole = target.isWhole && kindOf(out.dtype) !== 'i64';
  if (!fits(4) || !(isWhole || node.numel % 4 === 0)) return { width: 1, vectors: new Set() };
  const isMatrix = isSoftware && node.numel >= manyElements && node.numel % 16 === 0 && fits(16);
  const areFloats = operands.every(({ storage }) => kindOf(storage.dtype) === 'f32');
  const width = isMatrix && areFloats && isShort(node) ? 16 : 4;
  const vectors = new Set(operands.map(({ storage }) => storage));
  for (const { storage, nest, offset } of operands)
    if (!canHold(storage, width) || !isVector(nest, offset, width)) vectors.delete(storage);
  return { width, vectors };
}

/** Whether a storage can be bound as vectors: a window on another ends where it ends. */
function canHold({ dtype, window, numel }: GpuStorage, width: Width): boolean {
  return kindOf(dtype) !== 'i64' && (!window || numel % width === 0);
}

/** Whether a graph is of few operations, none of which calls a function of the library. */
function isShort({ size, expression, compute, inputs }: Pending): boolean {
  if (size > fewOperations || callsLibrary(expression.root, kindOf(compute))) return false;
  return inputs.every((input) => input.kind === 'leaf' || isShort(input));
}
