/**
 * Large pointwise work on the cpu, in vectors of four floats. A new result is put off, so that a chain of operators
 * becomes one loop over blocks that stay in the processor's cache, and its intermediate results are never stored.
 */

import { float32, type TypedArray } from '../../core/dtype.ts';
import { type Expression, expression } from '../../core/expression.ts';
import { contiguousStrides, isContiguous, numelOf } from '../../core/shape.ts';
import type { CpuStorage, Deferred } from '../../core/storage.ts';
import type { Tensor } from '../../core/tensor.ts';
import type { PointwiseCall } from '../device.ts';
import { scalarValue } from './emit.ts';
import { coalesce } from './layout.ts';
import { moduleOf, op } from './wasm/encode.ts';
import { isOnHeap } from './wasm/heap.ts';
import { blockLength, blockStart, blocks, wasmFloats, wasmMemory } from './wasm/memory.ts';
import { inputFloats, newFloats, outputFloats } from './wasm/operands.ts';
import { isVectorizable, vectorCode } from './wasm/vectorize.ts';

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

/** One operation on operands in memory and results that are not computed yet. */
class Operation implements Deferred {
  readonly expression: Expression;
  readonly inputs: ReadonlyMap<string, Leaf | Operation>;
  readonly scalars: ReadonlyMap<string, number>;
  readonly leaves: ReadonlySet<Leaf>;
  /** Operations below and including this one. */
  readonly size: number;
  /** Whether another operation contains this one already: a second one reads its result instead. */
  isUsed = false;

  constructor(
    expression: Expression,
    inputs: ReadonlyMap<string, Leaf | Operation>,
    scalars: ReadonlyMap<string, number>,
    count: number,
  ) {
    this.#count = count;
    this.expression = expression;
    this.inputs = inputs;
    this.scalars = scalars;
    const leaves = new Set<Leaf>();
    let size = 1;
    for (const input of new Set(inputs.values())) {
      if (!(input instanceof Operation)) leaves.add(input);
      else {
        size += input.size;
        for (const leaf of input.leaves) leaves.add(leaf);
      }
    }
    this.leaves = leaves;
    this.size = size;
  }

  /** Whether one kernel can do it all: its leaves agree on what a row is. */
  get fits(): boolean {
    const rows = new Set([...this.leaves].flatMap(({ inner }) => (inner === null ? [] : [inner])));
    return this.size <= maxOperations && this.leaves.size <= maxLeaves && rows.size <= 1;
  }

  readonly #count: number;

  compute(): TypedArray {
    const target = newFloats(this.#count);
    run(this, target, 0, this.#count, true);
    return target;
  }
}

/** Does the call, or puts it off. False where vectors cannot do it. */
export function runVectors(call: PointwiseCall): boolean {
  const { expression, tensors, compute, out, fresh } = call;
  const count = numelOf(out.sizes);
  if (count < fewest || compute !== float32 || out.dtype !== float32 || !out.is_contiguous()) return false;
  if (![...tensors.values()].every(({ dtype }) => dtype === float32)) return false;
  if (!vectorizable(expression) || !wasmMemory()) return false;
  const inputs = new Map<string, Leaf | Operation>();
  for (const [name, tensor] of tensors) {
    const input = pendingOf(tensor) ?? leafOf(tensor);
    if (!input) return false;
    inputs.set(name, input);
  }
  const scalars = new Map<string, number>();
  for (const [name, value] of call.scalars) scalars.set(name, Number(scalarValue(value, compute)));
  let operation = new Operation(expression, inputs, scalars, count);
  if (!operation.fits) {
    for (const [name, tensor] of tensors) inputs.set(name, leafOf(tensor) as Leaf);
    operation = new Operation(expression, inputs, scalars, count);
    if (!operation.fits) return false;
  }
  const storage = out.storage as CpuStorage;
  const isWhole = out.offset === 0 && storage.nbytes === count * 4;
  const sources = new Set([...operation.leaves].map((leaf) => leaf.storage));
  if (fresh && isWhole && ![...sources].some(({ isShared }) => isShared)) {
    for (const input of inputs.values()) if (input instanceof Operation) input.isUsed = true;
    storage.defer(operation, sources);
  } else {
    const isNew = isWhole && storage.isUnwritten;
    run(operation, outputFloats(out), out.offset, count, isNew);
  }
  return true;
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

type Run = (end: number, ...pointersAndScalars: number[]) => void;

interface Plan {
  readonly key: string;
  readonly leaves: readonly Leaf[];
  readonly scalars: readonly number[];
  readonly operations: readonly Operation[];
}

/** The graph's parts in the order in which they are computed, and its key without numbers or shapes. */
function planOf(root: Operation): Plan {
  const places = new Map<Leaf | Operation, string>();
  const leaves: Leaf[] = [];
  const scalars: number[] = [];
  const operations: Operation[] = [];
  const parts: string[] = [];
  const visit = (node: Leaf | Operation): string => {
    let place = places.get(node);
    if (place !== undefined) return place;
    if (node instanceof Operation) {
      const inputs = [...node.inputs].map(([name, input]) => `${name}=${visit(input)}`);
      parts.push(`${node.expression.source}(${inputs}|${[...node.scalars.keys()]})`);
      scalars.push(...node.scalars.values());
      place = `o${operations.push(node)}`;
    } else {
      place = `l${leaves.push(node)}`;
    }
    places.set(node, place);
    return place;
  };
  visit(root);
  return { key: parts.join(), leaves, scalars, operations };
}

const runs = new Map<string, Run>();

/** Computes all elements into `target`; `isNew` says that it was made for them, so that nothing else lies there. */
function run(
  root: Operation,
  target: Float32Array<ArrayBuffer>,
  start: number,
  count: number,
  isNew: boolean,
): void {
  const plan = planOf(root);
  let loop = runs.get(plan.key);
  if (!loop) {
    loop = compile(plan);
    runs.set(plan.key, loop);
  }
  const floats = wasmFloats();
  const inner = plan.leaves.find((leaf) => leaf.inner !== null)?.inner ?? count;
  const sources = plan.leaves.map(({ storage }) => inputFloats(storage, count));
  const isInPlace = plan.leaves.map(
    (leaf, k) => leaf.inner === null && leaf.step === 1 && isOnHeap(sources[k]),
  );
  // Whole rows where they are short, so that what all rows share is brought in once.
  const block = inner < blockLength ? blockLength - (blockLength % inner) : blockLength;
  const isTargetInPlace = isOnHeap(target);
  const length = isTargetInPlace && isInPlace.every(Boolean) ? count : block;
  const pointers = plan.leaves.map((_, k) => 4 * blockStart(k + 1));
  for (let first = 0; first < count; first += length) {
    const own = Math.min(length, count - first);
    for (let k = 0; k < sources.length; k++) {
      const leaf = plan.leaves[k];
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
      loop(own * 4, target.byteOffset + 4 * (start + first), ...pointers, ...plan.scalars);
    } else {
      const from = blockStart(0);
      loop(own * 4, 4 * from, ...pointers, ...plan.scalars);
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

function compile({ leaves, scalars, operations }: Plan): Run {
  const firstScalar = leaves.length + 2;
  const index = firstScalar + scalars.length;
  let vectors = 0;
  const newLocal = (): number => index + ++vectors;
  const locals = new Map<Leaf | Operation, number>();
  const body: number[] = [];
  const at = (pointer: number): readonly number[] => [...op.get(pointer), ...op.get(index), ...op.i32Add];
  leaves.forEach((leaf, k) => {
    const local = newLocal();
    locals.set(leaf, local);
    body.push(...at(k + 2), ...op.load(0), ...op.set(local));
  });
  let nextScalar = firstScalar;
  for (const operation of operations) {
    const variables = new Map<string, number>();
    for (const [name, input] of operation.inputs) variables.set(name, locals.get(input) as number);
    for (const name of operation.scalars.keys()) {
      const local = newLocal();
      body.push(...op.get(nextScalar++), ...op.splat, ...op.set(local));
      variables.set(name, local);
    }
    const local = newLocal();
    body.push(...vectorCode(operation.expression.root, variables, newLocal), ...op.set(local));
    locals.set(operation, local);
  }
  const result = locals.get(operations.at(-1) as Operation) as number;
  body.push(...at(1), ...op.get(result), ...op.store(0));
  body.push(...op.get(index), ...op.i32Const(16), ...op.i32Add, ...op.set(index));
  body.push(...op.get(index), ...op.get(0), ...op.i32Less);
  const module = new WebAssembly.Module(
    moduleOf(leaves.length + 1, scalars.length, vectors, op.doWhile(body)),
  );
  const memory = wasmMemory() as WebAssembly.Memory;
  return new WebAssembly.Instance(module, { m: { m: memory } }).exports.run as Run;
}

/** An expression as a loop from `self` at one place in WebAssembly's memory to another; other names are numbers, in the order of their first appearance. */
export function rowLoop(
  text: string,
): (count: number, to: number, from: number, ...scalars: number[]) => void {
  let loop: Run | null = null;
  return (count, to, from, ...scalars) => {
    if (!loop) {
      const parsed = expression(text);
      const leaf: Leaf = { storage: null as never, offset: 0, inner: null, outer: 0, step: 1 };
      const names = parsed.variables.filter((name) => name !== 'self');
      const numbers = new Map(names.map((name, k) => [name, scalars[k]]));
      loop = compile(planOf(new Operation(parsed, new Map([['self', leaf]]), numbers, count)));
    }
    loop(count * 4, to, from, ...scalars);
  };
}
