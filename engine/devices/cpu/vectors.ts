/**
 * Large pointwise work on the cpu, in vectors of four floats. A new result is put off, so that a chain of operators
 * becomes one loop over blocks that stay in the processor's cache, and its intermediate results are never stored.
 */

import { float32, type Scalar, type TypedArray } from '../../core/dtype.ts';
import type { Expression } from '../../core/expression.ts';
import { contiguousStrides, isContiguous, numelOf } from '../../core/shape.ts';
import type { CpuStorage, Deferred, Readers } from '../../core/storage.ts';
import type { Tensor } from '../../core/tensor.ts';
import type { PointwiseCall } from '../device.ts';
import { scalarValue } from './emit.ts';
import { coalesce } from './layout.ts';
import { isOnHeap } from './wasm/heap.ts';
import { blockLength, blockStart, blocks, wasmFloats, wasmMemory } from './wasm/memory.ts';
import { inputFloats, newFloats, outputFloats } from './wasm/operands.ts';
import { type Program, programOf, type Source } from './wasm/program.ts';
import { isVectorizable } from './wasm/vectorize.ts';

/** Below this many elements the plain loop is as fast. */
const fewest = 2048;
const maxOperations = 16;
const maxLeaves = blocks - 2;

/**
 * An operand in memory. The result's elements, in order, are rows of `inner`: the operand is read at `outer` times the
 * row plus `step` times the place in the row. Without `inner` it lies as the result does (or is one number: step 0).
 */
interface Leaf {
  readonly storage: CpuStorage;
  readonly offset: number;
  readonly inner: number | null;
  readonly outer: number;
  readonly step: number;
}

/** Results that were put off and grew out of each other: what they read holds them all by one weak reference. */
class Family implements Readers {
  readonly #reference = new WeakRef<Readers>(this);
  readonly #members: CpuStorage[] = [];
  readonly #sources = new Set<CpuStorage>();

  add(member: CpuStorage, leaves: readonly Leaf[]): void {
    this.#members.push(member);
    for (const { storage } of leaves) {
      if (this.#sources.has(storage)) continue;
      this.#sources.add(storage);
      storage.addReaders(this.#reference);
    }
  }

  get isWaiting(): boolean {
    return this.#members.some(({ deferred }) => deferred !== null);
  }

  settle(): void {
    for (const member of this.#members) member.settled();
  }
}

/** A program on operands in memory. */
class Operation implements Deferred {
  readonly program: Program;
  readonly leaves: readonly Leaf[];
  readonly scalars: readonly number[];
  readonly count: number;
  family: Family | null = null;
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
    return target;
  }
}

/** The length of the rows in which leaves are read, or null where all lie as the result does. */
function innerOf(leaves: readonly Leaf[]): number | null {
  for (const { inner } of leaves) if (inner !== null) return inner;
  return null;
}

/** Does the call, or puts it off. False where vectors cannot do it. */
export function runVectors(call: PointwiseCall): boolean {
  const { expression, tensors, compute, out, fresh } = call;
  const count = numelOf(out.sizes);
  if (count < fewest || compute !== float32 || out.dtype !== float32 || !out.is_contiguous()) return false;
  for (const tensor of tensors.values()) if (tensor.dtype !== float32) return false;
  if (!vectorizable(expression) || !wasmMemory()) return false;
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
  if (fresh && isWhole && !operation.leaves.some((leaf) => leaf.storage.isShared)) {
    putOff(storage, operation, inputs.values());
  } else {
    run(operation, outputFloats(out), out.offset, isWhole && storage.isUnwritten);
  }
  return true;
}

function putOff(storage: CpuStorage, operation: Operation, inputs: Iterable<Leaf | Operation>): void {
  for (const input of inputs) {
    if (!(input instanceof Operation)) continue;
    input.isUsed = true;
    operation.family ??= input.family;
  }
  operation.family ??= new Family();
  storage.defer(operation);
  operation.family.add(storage, operation.leaves);
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
    const { storage, offset, inner, outer, step } = leaves[k];
    if (storage !== leaf.storage || offset !== leaf.offset) continue;
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

/** How a tensor in memory is read in the order of its elements, or null where that takes more than rows. */
function leafOf({ storage, sizes, strides, offset }: Tensor): Leaf | null {
  const own = storage as CpuStorage;
  own.settled();
  if (isContiguous(sizes, strides)) return { storage: own, offset, inner: null, outer: 0, step: 1 };
  const nest = coalesce(sizes, [contiguousStrides(sizes), strides]);
  const [outer, step] = nest.strides[1];
  if (nest.sizes.length === 1) {
    if (outer === 1) return { storage: own, offset, inner: null, outer: 0, step: 1 };
    return outer === 0 ? { storage: own, offset, inner: null, outer: 0, step: 0 } : null;
  }
  if (nest.sizes.length > 2 || (step !== 0 && step !== 1) || nest.sizes[1] < 16) return null;
  return { storage: own, offset, inner: nest.sizes[1], outer, step };
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
  const sources = leaves.map(({ storage }) => inputFloats(storage, count));
  const isInPlace = leaves.map((leaf, k) => leaf.inner === null && leaf.step === 1 && isOnHeap(sources[k]));
  // Whole rows where they are short, so that what all rows share is brought in once.
  const block = inner < blockLength ? blockLength - (blockLength % inner) : blockLength;
  const isTargetInPlace = isOnHeap(target);
  const length = isTargetInPlace && isInPlace.every(Boolean) ? count : block;
  const pointers = leaves.map((_, k) => 4 * blockStart(k + 1));
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
      if (!isThere) bring(leaf, sources[k], first, own, floats, pointers[k] / 4);
    }
    // Vectors are whole: where their last one ends behind these elements, what lies there must not be written.
    if (isTargetInPlace && (isNew || own % 4 === 0)) {
      loop(own * 4, target.byteOffset + 4 * (start + first), ...pointers, ...scalars);
    } else {
      const from = blockStart(0);
      loop(own * 4, 4 * from, ...pointers, ...scalars);
      target.set(floats.subarray(from, from + own), start + first);
    }
  }
}

/** Copies a block of an operand's elements to its place in the kernel's memory. */
function bring(
  leaf: Leaf,
  source: Float32Array,
  first: number,
  count: number,
  floats: Float32Array,
  to: number,
): void {
  const { offset, inner, outer, step } = leaf;
  if (inner === null) {
    if (step === 0) floats.fill(source[offset], to, to + count);
    else floats.set(source.subarray(offset + first, offset + first + count), to);
    return;
  }
  for (let done = 0; done < count; ) {
    const row = Math.floor((first + done) / inner);
    const column = first + done - row * inner;
    const length = Math.min(inner - column, count - done);
    const from = offset + row * outer;
    if (step === 0) floats.fill(source[from], to + done, to + done + length);
    else floats.set(source.subarray(from + column, from + column + length), to + done);
    done += length;
  }
}
