/**
 * The gate between the two halves of grading: what comes out of the learner's realm is anything at all until it has
 * been read here. Only then is it judged.
 */

import { dtypes, type TypedArray } from 'torch/dtype';
import { deepestList, longestList } from './limits.ts';
import type { CaseInput, Outcome, TensorData, Value } from './types.ts';

/** @throws Error, in words for the learner, where something is not what the calls' reports are made of. */
export function readOutcomes(data: unknown, cases: readonly CaseInput[]): Outcome[] {
  if (!Array.isArray(data) || data.length !== cases.length) throw tampered('the list of results');
  return data.map((outcome, position) => readOutcome(outcome, cases[position]));
}

function tampered(what: string): Error {
  return new Error(`${what} did not arrive whole: the code interferes with what reports its results`);
}

function readOutcome(data: unknown, { args }: CaseInput): Outcome {
  const outcome = record(data, 'a result');
  if (outcome.status === 'threw') {
    const { name, message, line } = record(outcome.error, 'an error');
    if (typeof name !== 'string' || typeof message !== 'string') throw tampered('an error');
    return { status: 'threw', error: { name, message, line: Number.isInteger(line) ? Number(line) : null } };
  }
  if (outcome.status !== 'returned') throw tampered('a result');
  const [after, grads, shares] = [outcome.args, outcome.grads, outcome.shares];
  if (!Array.isArray(after) || after.length !== args.length) throw tampered('the arguments');
  if (!Array.isArray(grads) || (grads.length !== args.length && grads.length > 0))
    throw tampered('the gradients');
  if (!Array.isArray(shares) || !shares.every(Number.isInteger)) throw tampered('a result');
  return {
    status: 'returned',
    value: readValue(outcome.value, 0),
    args: after.map((arg) => readValue(arg, 0)),
    grads: grads.map((grad) => (grad === null ? null : readTensor(record(grad, 'a gradient')))),
    shares,
    kernel: outcome.kernel === true,
  };
}

function readValue(data: unknown, depth: number): Value {
  const value = record(data, 'a value');
  switch (value.kind) {
    case 'tensor':
    case 'ndarray':
      return readTensor(value);
    case 'plain':
      if (value.value !== null && !['number', 'string', 'boolean'].includes(typeof value.value))
        throw tampered('a value');
      return { kind: 'plain', value: value.value as number | string | boolean | null };
    case 'list':
      if (!Array.isArray(value.items) || value.items.length > longestList || depth > deepestList)
        throw tampered('an array');
      return { kind: 'list', items: value.items.map((item) => readValue(item, depth + 1)) };
    case 'other':
      return { kind: 'other', name: String(value.name).slice(0, 200) };
    default:
      throw tampered('a value');
  }
}

function readTensor(value: Record<string, unknown>): TensorData {
  const { kind, shape, strides, data } = value;
  const type = dtypes.find(({ name }) => name === value.dtype);
  if (!type || !isSizes(shape) || !isSizes(strides) || shape.length !== strides.length)
    throw tampered('a tensor');
  const numel = shape.reduce((product, size) => product * size, 1);
  if (!ArrayBuffer.isView(data) || (data as TypedArray).length !== numel) throw tampered('a tensor');
  return {
    kind: kind === 'ndarray' ? 'ndarray' : 'tensor',
    dtype: type.name,
    shape,
    strides,
    data: data as TypedArray,
    requires_grad: value.requires_grad === true,
    grad_fn: typeof value.grad_fn === 'string' ? value.grad_fn : null,
  };
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isInteger(size) && size >= 0);
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw tampered(what);
  return value as Record<string, unknown>;
}
