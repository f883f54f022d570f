/**
 * Deferred pointwise work. A pending expression is an immutable graph over leaves that lie in buffers; operations on
 * pending results extend the graph, and one kernel computes it when somebody reads it.
 */

import type { DType } from '../../core/dtype.ts';
import type { PointwiseCall } from '../device.ts';
import type { Nest } from './access.ts';
import { callsLibrary } from './functions.ts';
import { kindOf } from './layout.ts';
import type { GpuStorage } from './storage.ts';

/** Elements of a buffer, read at strides for each index of the operation's shape. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly storage: GpuStorage;
  readonly dtype: DType;
  readonly nest: Nest;
  readonly offset: number;
}

/** What an operation computes of its inputs. */
type Operation = Pick<PointwiseCall, 'name' | 'expression' | 'scalars' | 'compute'>;

/** An operation on pending inputs. Its own elements are numbered in row-major order of the result's memory. */
export interface Pending extends Operation {
  readonly kind: 'pending';
  /** The variables of the expression that are tensors, and what each of them is. */
  readonly names: readonly string[];
  readonly inputs: readonly (Leaf | Pending)[];
  readonly dtype: DType;
  readonly numel: number;
  /** Operations in the graph below and including this one; those of much code count for several. */
  readonly size: number;
  readonly sources: Sources;
}

/**
 * Distinct buffers that graphs read, and the storages still to be computed from them: these are computed before one of
 * the buffers is overwritten. Graphs that grow out of each other share it, and keep each other's storages alive.
 */
export class Sources {
  readonly storages: ReadonlySet<GpuStorage>;
  readonly readers = new Set<GpuStorage>();
  readonly #self = new WeakRef(this);

  constructor(storages: ReadonlySet<GpuStorage>) {
    this.storages = storages;
  }

  /** Notes that a storage waits for them. */
  await(reader: GpuStorage): void {
    if (this.readers.size === 0) for (const storage of this.storages) storage.noteSources(this.#self);
    this.readers.add(reader);
  }
}

/** So many storages at most are kept alive by a graph that they share their sources with. */
const mostReaders = 256;

/** Kernels beyond this many operations are split, of which one with much code counts for several: time to compile is the limit. */
export const maxOperations = 192;
const heavyOperation = 4;

/** The graph of an operation on those inputs. */
export function pendingOf(
  { name, expression, scalars, compute }: Operation,
  names: readonly string[],
  inputs: readonly (Leaf | Pending)[],
  dtype: DType,
  numel: number,
): Pending {
  const kind = kindOf(compute);
  let size = kind === 'i64' || callsLibrary(expression.root, kind) ? heavyOperation : 1;
  // An input that is used twice counts once, so that chains like z = z.add(z) stay linear.
  for (let k = 0; k < inputs.length; k++) {
    const input = inputs[k];
    if (input.kind === 'pending' && inputs.indexOf(input) === k) size += input.size;
  }
  const sources = sourcesOf(inputs);
  return { kind: 'pending', name, expression, names, inputs, scalars, compute, dtype, numel, size, sources };
}

/** What all inputs read: the sources of one of them, where the others read nothing else. */
function sourcesOf(inputs: readonly (Leaf | Pending)[]): Sources {
  let most: Sources | null = null;
  for (const input of inputs) {
    if (input.kind === 'leaf') continue;
    if (!most || input.sources.storages.size > most.storages.size) most = input.sources;
  }
  if (most && most.readers.size < mostReaders && inputs.every((input) => isWithin(input, most))) return most;
  const all = new Set(most?.storages);
  for (const input of inputs) {
    if (input.kind === 'leaf') all.add(input.storage);
    else for (const storage of input.sources.storages) all.add(storage);
  }
  return new Sources(all);
}

/** Whether sources are all that an input reads. */
function isWithin(input: Leaf | Pending, sources: Sources): boolean {
  if (input.kind === 'leaf') return sources.storages.has(input.storage);
  if (input.sources === sources) return true;
  for (const storage of input.sources.storages) if (!sources.storages.has(storage)) return false;
  return true;
}

/** The graph that copies its input. */
export function identity(leaf: Leaf | Pending, numel: number): Pending {
  const copy: Operation = {
    name: 'clone',
    expression: { source: 'self', root: { kind: 'variable', name: 'self' }, variables: ['self'] },
    scalars: new Map(),
    compute: leaf.dtype,
  };
  return pendingOf(copy, copy.expression.variables, [leaf], leaf.dtype, numel);
}

/** The leaves of a graph, each once. */
export function leavesOf(node: Pending): Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<Leaf | Pending>();
  const visit = ({ inputs }: Pending): void => {
    for (const input of inputs) {
      if (seen.has(input)) continue;
      seen.add(input);
      if (input.kind === 'leaf') leaves.push(input);
      else visit(input);
    }
  };
  visit(node);
  return leaves;
}

/** The same graph over other leaves, for so many elements. */
export function withLeaves(node: Pending, leaves: ReadonlyMap<Leaf, Leaf>, numel: number): Pending {
  const made = new Map<Leaf | Pending, Leaf | Pending>(leaves);
  const remake = (old: Pending): Pending => {
    const inputs = old.inputs.map((input) => {
      if (!made.has(input)) made.set(input, remake(input as Pending));
      return made.get(input) as Leaf | Pending;
    });
    return pendingOf(old, old.names, inputs, old.dtype, numel);
  };
  return remake(node);
}
