/**
 * Large pointwise work on the cpu, in vectors of four floats. A new result is put off, so that a chain of operators
 * becomes one loop over blocks that stay in the processor's cache, and its intermediate results are never stored.
 */

import { float32, type Scalar, type TypedArray } from '../../core/dtype.ts';
import type { Expression } from '../../core/expression.ts';
import { isDense } from '../../core/pointwise.ts';
import { isContiguous, numelOf } from '../../core/shape.ts';
import type { CpuStorage, Deferred } from '../../core/storage.ts';
import { alias, type Tensor } from '../../core/tensor.ts';
import type { PointwiseCall } from '../device.ts';
import { scalarValue } from './emit.ts';
import { bring, innerOf, isAcross, type Leaf, leafOf } from './leaves.ts';
import { isOnHeap } from './wasm/heap.ts';
import { benchStart, blockLength, blockStart, blocks, wasmFloats, wasmMemory } from './wasm/memory.ts';
import { inputFloats, newFloats, outputFloats } from './wasm/operands.ts';
import { type Program, programOf, type Source } from './wasm/program.ts';
import { isVectorizable } from './wasm/vectorize.ts';

/** Below this many elements the plain loop is as fast. */
const fewest = 2048;
const maxOperations = 16;
const maxLeaves = blocks - 2;
/** Floats of a block on the bench, which has room for as many of them as there are short ones. */
const longBlock = 2 ** 16;

/** A program on operands in memory. */
class Operation implements Deferred {
  readonly program: Program;
  readonly leaves: readonly Leaf[];
  readonly scalars: readonly number[];
  readonly count: number;
  /** Whether another operation contains this one already: a second one reads its result instead. */
  isUsed = false;

  constructor(program: Program, leaves: readonly Leaf[], scalars: readonly number[], count: number) {
    this.program = program;
    this.leaves = leaves;
    this.scalars = scalars;
    this.count = count;
  }

  /** Whether one kernel can do it all: its leaves agree on what a row is. */
  get fits(): boolean {
    if (this.program.size > maxOperations || this.leaves.length > maxLeaves) return false;
    const inner = innerOf(this.leaves);
    return this.leaves.every((leaf) => leaf.inner === null || leaf.inner === inner);
  }

  compute(): TypedArray {
    const target = newFloats(this.count);
    run(this, target, 0, true);
    this.drop();
    return target;
  }

  drop(): void {
    for (const { source } of this.leaves) source.leave();
  }
}

/** Does the call, or puts it off. False where vectors cannot do it. */
export function runVectors(call: PointwiseCall): boolean {
  const { expression, tensors, compute, out, fresh } = call;
  const count = numelOf(out.sizes);
  if (count < fewest || compute !== float32 || out.dtype !== float32) return false;
  for (const tensor of tensors.values()) if (tensor.dtype !== float32) return false;
  if (!vectorizable(expression) || !wasmMemory()) return false;
  if (!out.is_contiguous()) return isDense(out.sizes, out.strides) && runVectors(inOrder(call));
  const inputs = new Map<string, Leaf | Operation>();
  for (const [name, tensor] of tensors) {
    const input = pendingOf(tensor) ?? leafOf(tensor);
    if (!input) return false;
    inputs.set(name, input);
  }
  let operation = operationOf(call, inputs, count);
  if (!operation.fits) {
    for (const [name, tensor] of tensors) inputs.set(name, leafOf(tensor) as Leaf);
    operation = operationOf(call, inputs, count);
    if (!operation.fits) return false;
  }
  const storage = out.storage as CpuStorage;
  const isWhole = out.offset === 0 && storage.nbytes === count * 4;
  if (fresh && isWhole && !operation.leaves.some((leaf) => leaf.source.storage.isShared)) {
    putOff(storage, operation, inputs.values());
  } else {
    const isNew = isWhole && storage.isUnwritten;
    run(operation, outputFloats(out), out.offset, isNew);
  }
  return true;
}

/** The call with the dimensions of all tensors in the order in which the result lies in memory. */
function inOrder(call: PointwiseCall): PointwiseCall {
  const { out, tensors } = call;
  const order = out.sizes.map((_, dim) => dim).sort((a, b) => out.strides[b] - out.strides[a] || a - b);
  const permuted = (tensor: Tensor): Tensor =>
    alias(
      tensor,
      order.map((dim) => tensor.sizes[dim]),
      order.map((dim) => tensor.strides[dim]),
    );
  const operands = new Map([...tensors].map(([name, tensor]) => [name, permuted(tensor)]));
  return { ...call, tensors: operands, out: permuted(out) };
}

function putOff(storage: CpuStorage, operation: Operation, inputs: Iterable<Leaf | Operation>): void {
  for (const input of inputs) if (input instanceof Operation) input.isUsed = true;
  for (const { source } of operation.leaves) source.await();
  storage.defer(operation);
}

/** The call as one operation with those of its inputs that are put off. */
function operationOf(
  { expression, compute, scalars }: PointwiseCall,
  inputs: ReadonlyMap<string, Leaf | Operation>,
  count: number,
): Operation {
  const leaves: Leaf[] = [];
  const innerScalars: number[] = [];
  const ownScalars: number[] = [];
  const seen: (Leaf | Operation | undefined)[] = [];
  const sources = expression.variables.map((name): Source => {
    const input = inputs.get(name);
    const earlier = input ? seen.indexOf(input) : -1;
    seen.push(input);
    if (earlier >= 0) return { earlier };
    if (!input) {
      ownScalars.push(Number(scalarValue(scalars.get(name) as Scalar, compute)));
      return null;
    }
    if (!(input instanceof Operation)) return placeOf(input, leaves);
    innerScalars.push(...input.scalars);
    return { program: input.program, leaves: input.leaves.map((leaf) => placeOf(leaf, leaves)) };
  });
  return new Operation(programOf(expression, sources), leaves, [...innerScalars, ...ownScalars], count);
}

/** A leaf's number in the list, to which it is added where no equal one is there. */
function placeOf(leaf: Leaf, leaves: Leaf[]): number {
  for (let k = 0; k < leaves.length; k++) {
    const { source, offset, inner, outer, step } = leaves[k];
    if (source !== leaf.source || offset !== leaf.offset) continue;
    if (inner === leaf.inner && outer === leaf.outer && step === leaf.step) return k;
  }
  return leaves.push(leaf) - 1;
}

const known = new Map<Expression, boolean>();

function vectorizable(expression: Expression): boolean {
  let answer = known.get(expression);
  if (answer === undefined) {
    answer = isVectorizable(expression);
    known.set(expression, answer);
  }
  return answer;
}

/** What a tensor will hold, where it is put off and may become part of another operation. */
function pendingOf({ storage, sizes, strides, offset }: Tensor): Operation | null {
  const work = (storage as CpuStorage).deferred;
  if (!(work instanceof Operation) || work.isUsed || offset !== 0) return null;
  return numelOf(sizes) * 4 === storage.nbytes && isContiguous(sizes, strides) ? work : null;
}

// ── the loop ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Computes all elements into `target`; `isNew` says that it was made for them, so that nothing else lies there. */
function run(
  { program, leaves, scalars, count }: Operation,
  target: Float32Array<ArrayBuffer>,
  start: number,
  isNew: boolean,
): void {
  const loop = program.run;
  const floats = wasmFloats();
  const inner = innerOf(leaves) ?? count;
  const sources = leaves.map(({ source }) => inputFloats(source.storage, count));
  const isInPlace = leaves.map((leaf, k) => leaf.inner === null && leaf.step === 1 && isOnHeap(sources[k]));
  // Rows across memory are brought in many at once, so that lines of the cache are read whole.
  const [firstBlock, most] = leaves.some(isAcross) ? [benchStart(), longBlock] : [blockStart(0), blockLength];
  // Whole rows where they are short, so that what all rows share is brought in once.
  const block = inner < most ? most - (most % inner) : most;
  const isTargetInPlace = isOnHeap(target);
  const length = isTargetInPlace && isInPlace.every(Boolean) ? count : block;
  const pointers = leaves.map((_, k) => 4 * (firstBlock + (k + 1) * most));
  for (let first = 0; first < count; first += length) {
    const own = Math.min(length, count - first);
    for (let k = 0; k < sources.length; k++) {
      const leaf = leaves[k];
      if (isInPlace[k]) {
        pointers[k] = sources[k].byteOffset + 4 * (leaf.offset + first);
        continue;
      }
      const isThere =
        first > 0 && leaf.outer === 0 && (leaf.step === 0 || (leaf.inner !== null && inner <= length));
      if (!isThere) bring(leaf, sources[k], first, own, pointers[k] / 4);
    }
    // Vectors are whole: where their last one ends behind these elements, what lies there must not be written.
    if (isTargetInPlace && (isNew || own % 4 === 0)) {
      loop(own * 4, target.byteOffset + 4 * (start + first), ...pointers, ...scalars);
    } else {
      loop(own * 4, 4 * firstBlock, ...pointers, ...scalars);
      target.set(floats.subarray(firstBlock, firstBlock + own), start + first);
    }
  }
}
