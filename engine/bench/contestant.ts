/** What a library must give to take part. */

import type { Input } from './rows.ts';

/** Computes a row once more each time it is called; its results are tensors of the library's own. */
export type Step<T> = () => T[];

export interface Contestant<T = unknown> {
  readonly name: string;
  readonly device: 'cpu' | 'webgpu';
  /** Made the library's device before each turn. */
  activate(): Promise<void>;
  upload(input: Input): T;
  /** By row: from uploaded inputs to what is timed. A row that is not here is one the library cannot do. */
  readonly programs: Readonly<Record<string, (inputs: Record<string, T>) => Step<T>>>;
  /** Resolves when a result is computed, having read as little of it as the library allows. */
  settle(results: readonly T[]): Promise<void>;
  read(result: T): Promise<ArrayLike<number>>;
  dispose(results: readonly T[]): void;
}
