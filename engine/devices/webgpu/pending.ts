/**
 * Deferred pointwise work. A pending expression is an immutable graph over leaves that lie in buffers; operations on
 * pending results extend the graph, and one kernel computes it when somebody reads it.
 */

import type { DType } from '../../core/dtype.ts';
import type { PointwiseCall } from '../device.ts';
import type { Nest } from './access.ts';
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
  readonly inputs: ReadonlyMap<string, Leaf | Pending>;
  readonly dtype: DType;
  readonly numel: number;
  /** Operations in the graph below and including this one. */
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

/** Kernels beyond this many operations are split: code size, not speed, is the limit. */
export const maxOperations = 48;

/** The graph of an operation on those inputs. */
export function pendingOf(
  { name, expression, scalars, compute }: Operation,
  inputs: ReadonlyMap<string, Leaf | Pending>,
  dtype: DType,
  numel: number,
): Pending {
  const graphs: Pending[] = [];
  let size = 1;
  // An input that is used twice counts once, so that chains like z = z.add(z) stay linear.
  for (const input of inputs.values()) {
    if (input.kind === 'leaf' || graphs.includes(input)) continue;
    graphs.push(input);
    size += input.size;
  }
  const sources = sourcesOf(inputs, graphs);
  return { kind: 'pending', name, expression, inputs, scalars, compute, dtype, numel, size, sources };
}

/** What all inputs read: the sources of one of them, where the others read nothing else. */
function sourcesOf(inputs: ReadonlyMap<string, Leaf | Pending>, graphs: readonly Pending[]): Sources {
  let most: Sources | null = null;
  for (const { sources } of graphs) if (!most || sources.storages.size > most.storages.size) most = sources;
  const others: GpuStorage[] = [];
  const add = (storage: GpuStorage): void => {
    if (!most?.storages.has(storage)) others.push(storage);
  };
  for (const input of inputs.values()) {
    if (input.kind === 'leaf') add(input.storage);
    else if (input.sources !== most) input.sources.storages.forEach(add);
  }
  if (most && others.length === 0 && most.readers.size < mostReaders) return most;
  return new Sources(new Set([...(most?.storages ?? []), ...others]));
}

/** The graph that copies its input. */
export function identity(leaf: Leaf | Pending, numel: number): Pending {
  const copy: Operation = {
    name: 'clone',
    expression: { source: 'self', root: { kind: 'variable', name: 'self' }, variables: ['self'] },
    scalars: new Map(),
    compute: leaf.dtype,
  };
  return pendingOf(copy, new Map([['self', leaf]]), leaf.dtype, numel);
}

/** The leaves of a graph, each once. */
export function leavesOf(node: Pending): Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<Leaf | Pending>();
  const visit = ({ inputs }: Pending): void => {
    for (const input of inputs.values()) {
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
    const inputs = new Map<string, Leaf | Pending>();
    for (const [name, input] of old.inputs) {
      if (!made.has(input)) made.set(input, remake(input as Pending));
      inputs.set(name, made.get(input) as Leaf | Pending);
    }
    return pendingOf(old, inputs, old.dtype, numel);
  };
  return remake(node);
}
