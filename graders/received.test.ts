/** The gate between the learner's realm and the judge: nothing passes that is not what the calls' reports are made of. */

import { expect, test } from 'vitest';
import { deepestList, longestList } from './limits.ts';
import { readOutcomes } from './received.ts';
import type { CaseInput } from './types.ts';

const one: CaseInput = { function: 'f', args: [{ kind: 'plain', value: 1 }], weights: null };
const plain = { kind: 'plain', value: 1 };
const tensor = {
  ...{ kind: 'tensor', dtype: 'float32', shape: [2], strides: [1], data: new Float32Array(2) },
  ...{ requires_grad: false, grad_fn: null },
};
const returned = { status: 'returned', value: tensor, args: [plain], grads: [], shares: [], kernel: false };
const nested = (depth: number): object =>
  depth === 0 ? plain : { kind: 'list', items: [nested(depth - 1)] };
const listOf = (length: number): object => ({ kind: 'list', items: new Array(length).fill(plain) });

test.each<[string, object]>([
  ['a tensor', returned],
  ['an expanded tensor', { ...returned, value: { ...tensor, strides: [0] } }],
  ['an empty tensor', { ...returned, value: { ...tensor, shape: [0], data: new Float32Array() } }],
  ['a history', { ...returned, value: { ...tensor, requires_grad: true, grad_fn: 'AddBackward0' } }],
  ['a gradient', { ...returned, grads: [tensor] }],
  ['no gradient', { ...returned, grads: [null] }],
  ['a deep list', { ...returned, value: nested(deepestList + 1) }],
  ['a long list', { ...returned, value: listOf(longestList) }],
  ['an error', { status: 'threw', error: { name: 'Error', message: 'x', line: null } }],
])('%s passes as it is', (_what, outcome) => {
  expect(readOutcomes([outcome], [one])).toEqual([outcome]);
});

test('what is more than a report is left behind', () => {
  const outcome = { ...returned, value: { ...tensor, judge: true, grad_fn: 1 }, finding: null, kernel: 1 };
  expect(readOutcomes([outcome], [one])).toEqual([returned]);
  const error = { name: 'Error', message: 'x', line: '3', stack: 'secret' };
  expect(readOutcomes([{ status: 'threw', error }], [one])).toEqual([
    { status: 'threw', error: { name: 'Error', message: 'x', line: null } },
  ]);
});

const withValue = (value: unknown): unknown => [{ ...returned, value }];
test.each<[unknown]>([
  [null],
  [{ length: 1, 0: returned }],
  [[]],
  [[returned, returned]],
  [[null]],
  [['returned']],
  [[{ ...returned, status: 'passed' }]],
  [[{ status: 'threw', error: null }]],
  [[{ status: 'threw', error: { name: 1, message: 'x' } }]],
  [[{ status: 'threw', error: { name: 'Error' } }]],
  [[{ ...returned, args: [] }]],
  [[{ ...returned, args: {} }]],
  [[{ ...returned, grads: null }]],
  [[{ ...returned, grads: [tensor, tensor] }]],
  [[{ ...returned, grads: [undefined] }]],
  [[{ ...returned, shares: 'all' }]],
  [[{ ...returned, shares: [0.5] }]],
  [withValue(undefined)],
  [withValue({ kind: 'truth' })],
  [withValue({ kind: 'plain', value: undefined })],
  [withValue({ kind: 'plain', value: {} })],
  [withValue({ kind: 'list', items: 3 })],
  [withValue(nested(deepestList + 2))],
  [withValue(listOf(longestList + 1))],
  [withValue({ ...tensor, dtype: 'float128' })],
  [withValue({ ...tensor, shape: [-2] })],
  [withValue({ ...tensor, shape: [2.5] })],
  [withValue({ ...tensor, strides: [1, 1] })],
  [withValue({ ...tensor, strides: null })],
  [withValue({ ...tensor, data: new Float32Array(3) })],
  [withValue({ ...tensor, data: [0, 0] })],
  [withValue({ ...tensor, data: new DataView(new ArrayBuffer(8)) })],
])('%j does not', (data) => {
  expect(() => readOutcomes(data, [one])).toThrow('did not arrive whole');
});
