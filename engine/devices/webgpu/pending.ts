/**
 * Deferred pointwise work. A pending expression is an immutable graph over leaves that lie in buffers; operations on
 * pending results extend the graph, and one kernel computes it when somebody reads it.
 */

import type { DType, Scalar } from '../../core/dtype.ts';
import type { Expression } from '../../core/expression.ts';
import type { GpuStorage } from './storage.ts';

/** Elements of a buffer, read at strides for each index of the operation's shape. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly storage: GpuStorage;
  readonly dtype: DType;
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** An operation on pending inputs. Its own elements are numbered in row-major order of the result's memory. */
export interface Pending {
  readonly kind: 'pending';
  readonly expression: Expression;
  readonly inputs: ReadonlyMap<string, Leaf | Pending>;
  readonly scalars: ReadonlyMap<string, Scalar>;
  readonly compute: DType;
  readonly dtype: DType;
  readonly numel: number;
  /** Operations in the graph below and including this one. */
  readonly size: number;
  /** Distinct buffers that the graph reads. */
  readonly storages: ReadonlySet<GpuStorage>;
}

/** Kernels beyond this many operations are split: code size, not speed, is the limit. */
export const maxOperations = 48;
