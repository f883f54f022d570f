import { expect, test } from 'vitest';
import { callText, gridOf, kindOfValue, textOf } from './text.ts';
import type { TensorData, Value } from './types.ts';

const float: TensorData = {
  ...{ kind: 'tensor', dtype: 'float32', shape: [2], strides: [1], data: new Float32Array([0.5, -10]) },
  ...{ requires_grad: true, grad_fn: null },
};
const bool: TensorData = {
  ...{ kind: 'tensor', dtype: 'bool', shape: [2], strides: [1], data: new Uint8Array([1, 0]) },
  ...{ requires_grad: false, grad_fn: null },
};
const plain = (value: number | string | boolean | null): Value => ({ kind: 'plain', value });

test.each<[Value, string, string]>([
  [float, 'tensor([  0.5000, -10.0000], requires_grad=True)', 'a tensor'],
  [bool, 'tensor([ True, False])', 'a tensor'],
  [{ ...bool, kind: 'ndarray' }, 'array([ True, False])', 'a NumPy array'],
  [{ kind: 'list', items: [plain(1), plain('a "b"')] }, '[1, "a \\"b\\""]', 'a list'],
  [{ kind: 'list', items: [plain(true), plain(1)] }, '[true, 1] py: [True, 1]', 'a list'],
  [plain(Number.NaN), 'NaN py: nan', 'a number'],
  [plain(Number.NEGATIVE_INFINITY), '-Infinity py: -inf', 'a number'],
  [plain(-0), '-0', 'a number'],
  [plain(true), 'true py: True', 'a boolean'],
  [plain(null), 'null py: None', 'nothing'],
  [{ kind: 'other', name: 'undefined' }, 'undefined', 'undefined'],
])('%#', (value, text, kind) => {
  expect(textOf(value)).toBe(text);
  expect(kindOfValue(value)).toBe(kind);
});

test('a call is written as a learner would write it', () => {
  expect(callText({ function: 'f', args: [bool, plain(2)], weights: null })).toBe(
    'f(tensor([ True, False]), 2)',
  );
});

test('the cells of a grid are printed alike, and end somewhere', () => {
  expect(gridOf(float, [1])).toMatchObject({ cells: ['0.5000', '-10.0000'], differing: [1] });
  expect(gridOf(bool, []).cells).toEqual(['True', 'False']);
  expect(gridOf({ ...float, shape: [0], data: new Float32Array() }, []).cells).toEqual([]);
  const large = gridOf({ ...float, shape: [500], data: new Float32Array(500) }, [3, 399, 400]);
  expect(large.cells).toHaveLength(400);
  expect(large.differing).toEqual([3, 399]);
});
