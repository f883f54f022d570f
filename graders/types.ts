/** What goes between the parts of the grader: all of it plain data that survives postMessage and JSON. */

import type { DTypeName, TypedArray } from 'torch/dtype';

/** A tensor's elements in row-major order, with what else is known of it. */
export interface TensorData {
  readonly kind: 'tensor' | 'ndarray';
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly data: TypedArray;
  readonly requires_grad: boolean;
  /** PyTorch's name of the node that made it, or null for a leaf. */
  readonly grad_fn: string | null;
}

/** A value as it goes into or comes out of a learner's function. */
export type Value =
  | TensorData
  | { readonly kind: 'plain'; readonly value: number | string | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** Something no exercise asks for, by its name: `undefined`, `function`, `Module` … */
  | { readonly kind: 'other'; readonly name: string };

/** One call to make, with what to look at afterwards. Knows nothing of what is right. */
export interface CaseInput {
  readonly function: string;
  readonly args: readonly Value[];
  /** What to call backward() on the result with, or null for no backward pass. */
  readonly weights: TensorData | null;
}

/** What is looked at besides the result's numbers. */
export interface Checks {
  readonly strides: boolean;
  /** Which arguments it shares memory with. */
  readonly memory: boolean;
  /** Whether a kernel of the learner's own wrote it. */
  readonly kernel?: boolean;
}

/** What a call is expected to do, as real PyTorch did it. */
export interface Case extends CaseInput {
  readonly expected: Outcome;
  readonly checks: Checks;
  /** Whether the learner is told the inputs in the exercise's text. */
  readonly shown: boolean;
}

export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** Where the learner's own code was when it happened, counted from 1; null where it cannot be told. */
  readonly line: number | null;
}

/** What a call did. */
export type Outcome =
  | {
      readonly status: 'returned';
      readonly value: Value;
      /** The arguments after the call. */
      readonly args: readonly Value[];
      /** The gradients of tensor arguments after the backward pass, null where there is none. */
      readonly grads: readonly (TensorData | null)[];
      /** Which arguments' memory the result lies in. */
      readonly shares: readonly number[];
      /** Whether a kernel of the learner's own wrote the result. */
      readonly kernel: boolean;
    }
  | { readonly status: 'threw'; readonly error: Thrown };

export type Check =
  | 'error'
  | 'kind'
  | 'dtype'
  | 'shape'
  | 'strides'
  | 'values'
  | 'memory'
  | 'kernel'
  | 'inputs'
  | 'gradients';

/** A tensor as a verdict draws it. */
export interface Grid {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  /** Elements as PyTorch prints them, in row-major order; at most `gridLimit` of them. */
  readonly cells: readonly string[];
  /** Flat positions of the cells that differ. */
  readonly differing: readonly number[];
}

export interface Difference {
  readonly count: number;
  readonly total: number;
  /** The first index that differs. */
  readonly first: readonly number[];
  readonly worstAbsolute: number;
  readonly worstRelative: number;
}

/** What is wrong with one call. */
export interface Finding {
  readonly check: Check;
  /** One sentence: what is wrong. */
  readonly message: string;
  readonly expected: Grid | string | null;
  readonly got: Grid | string | null;
  readonly difference: Difference | null;
  /** Likely causes that were proved on the values. */
  readonly causes: readonly string[];
}

/** The call that a verdict speaks of. */
export interface CallText {
  /** As the learner would write it: `double_even_rows(tensor([[…]]))`. */
  readonly text: string;
  readonly number: number;
}

export type Verdict =
  | { readonly state: 'passed'; readonly passed: number; readonly total: number }
  | {
      readonly state: 'failed';
      readonly passed: number;
      readonly total: number;
      readonly call: CallText;
      readonly finding: Finding;
      /** What a known mistake's author says to who makes it; null where none is recognised. */
      readonly mistake: string | null;
    }
  | {
      readonly state: 'error';
      readonly passed: number;
      readonly total: number;
      /** Null where the code failed before any call. */
      readonly call: CallText | null;
      readonly error: Thrown;
      readonly mistake: string | null;
    }
  | { readonly state: 'timeout'; readonly seconds: number }
  | { readonly state: 'stopped' }
  | { readonly state: 'flooded' };
