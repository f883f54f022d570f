/** Recorded expectations (expected/cases.json and its arrays) as cases. */

import type { DTypeName } from 'torch/dtype';
import { parseNpy } from './npy.ts';
import type { Case, Checks, Outcome, TensorData, Value } from './types.ts';

/** A value as cases.json holds it: a tensor by its file's name. */
export type StoredValue =
  | {
      kind: 'tensor' | 'ndarray';
      file: string;
      dtype: DTypeName;
      strides: number[];
      requires_grad: boolean;
      grad_fn: string | null;
    }
  | { kind: 'plain'; value: number | string | boolean | null }
  | { kind: 'list'; items: StoredValue[] };

export interface StoredCase {
  function: string;
  args: StoredValue[];
  weights: StoredValue | null;
  shown: boolean;
  checks: Checks;
  expected:
    | {
        status: 'returned';
        value: StoredValue;
        args: StoredValue[];
        grads: (StoredValue | null)[];
        shares: number[];
      }
    | { status: 'threw'; error: { name: string; message: string } };
}

/** expected/cases.json. */
export interface StoredCases {
  /** The PyTorch that recorded it. */
  torch: string;
  cases: StoredCase[];
}

/** Bytes of a recorded array by its file's name. */
export type ReadFile = (file: string) => Uint8Array;

export function readCases(stored: StoredCases, read: ReadFile): Case[] {
  return stored.cases.map((one) => ({
    function: one.function,
    args: one.args.map((arg) => readValue(arg, read)),
    weights: one.weights ? (readValue(one.weights, read) as TensorData) : null,
    shown: one.shown,
    checks: one.checks,
    expected: readOutcome(one, read),
  }));
}

function readOutcome({ expected: stored, checks }: StoredCase, read: ReadFile): Outcome {
  if (stored.status === 'threw') return { status: 'threw', error: { ...stored.error, line: null } };
  return {
    status: 'returned',
    value: readValue(stored.value, read),
    args: stored.args.map((arg) => readValue(arg, read)),
    grads: stored.grads.map((grad) => (grad ? (readValue(grad, read) as TensorData) : null)),
    shares: stored.shares,
    kernel: checks.kernel === true, // in PyTorch's place, a kernel of the learner's own
  };
}

function readValue(stored: StoredValue, read: ReadFile): Value {
  if (stored.kind === 'list')
    return { kind: 'list', items: stored.items.map((item) => readValue(item, read)) };
  if (stored.kind === 'plain') return stored;
  const { file, ...metadata } = stored;
  const { data, shape } = parseNpy(read(file));
  return { ...metadata, shape, data };
}
