/** What a verdict says of likely causes: each where it is so, and none where it only nearly is. */

import { dtypeNamed } from 'torch/dtype';
import { expect, test } from 'vitest';
import { judgeCase } from './judge.ts';
import type { Case, TensorData } from './types.ts';

type Dtype = TensorData['dtype'];

function tensor(shape: number[], numbers: number[], dtype: Dtype = 'float32'): TensorData {
  const data = new (dtypeNamed(dtype)!.arrayType)(numbers.length);
  numbers.forEach((value, flat) => {
    data[flat] = dtype === 'int64' ? BigInt(value) : value;
  });
  return { kind: 'tensor', dtype, shape, strides: shape, data, requires_grad: false, grad_fn: null };
}

function causesOf(got: TensorData, expected: TensorData, input: TensorData): readonly string[] {
  const returned = { status: 'returned', args: [input], grads: [], shares: [], kernel: false } as const;
  const one: Case = {
    function: 'f',
    args: [input],
    weights: null,
    expected: { ...returned, value: expected },
    checks: { strides: false, memory: false },
    shown: true,
  };
  const found = judgeCase({ ...returned, value: got }, one);
  if (!found || !('check' in found)) throw new Error('it passes');
  return found.causes;
}

const right = tensor([2, 3], [1, 2, 3, 4, 5, 7]);
const cases: [TensorData, TensorData, ...string[]][] = [
  [tensor([3, 2], [1, 4, 2, 5, 3, 7]), right, 'transposed'],
  [tensor([2, 1, 2], [1, 3, 2, 4]), tensor([2, 1, 2], [1, 2, 3, 4]), 'transposed'],
  [tensor([3, 2], [1, 4, 2, 5, 3, 8]), right],
  [tensor([3, 2], [1, 2, 3, 4, 5, 7]), right, 'only the shape is not'],
  [tensor([2], [1, 2]), tensor([2, 1], [1, 2]), 'a dimension of size 1 is missing'],
  [tensor([1, 2], [1, 2]), tensor([2], [1, 2]), 'a dimension of size 1 too many'],
  [tensor([1, 2], [1, 3]), tensor([2], [1, 2])],
  [tensor([2, 3], [-1, -2, -3, -4, -5, -7]), right, 'the wrong sign'],
  [tensor([2, 3], [-1, -2, -3, -4, -5, 7]), right],
  [tensor([3], [1, 0, 0], 'bool'), tensor([3], [0, 1, 1], 'bool'), 'the wrong way round'],
  [tensor([3], [1, 0, 1], 'bool'), tensor([3], [0, 1, 1], 'bool'), 'in another order'],
  [tensor([2, 3], [2, 4, 6, 8, 10, 14]), right, '2 times too large, and 2 is a number of elements'],
  [tensor([2, 3], [5, 10, 15, 20, 25, 35]), right, 'Every number is 5 times the right one'],
  [tensor([3], [0, 0.5, 1]), tensor([3], [0, 1, 2]), 'Every number is 0.5 times the right one'],
  [tensor([3], [0, 1, 2]), tensor([3], [0, 1, 3])],
  [tensor([3], [0, 2, 4]), tensor([3], [1, 1, 2])],
  [tensor([2, 3], [3, 4, 5, 6, 7, 9]), right, 'off by 2'],
  [tensor([2, 3], [0, 1, 2, 3, 4, 7]), right],
  [tensor([3], [Infinity, 2, 3]), tensor([3], [1, 2, 3])],
  [tensor([2, 3], [9, 9, 1, 9, 9, 2]), right, 'an input, unchanged'],
  [tensor([2, 3], [7, 5, 4, 3, 2, 1]), right, 'in another order'],
  [tensor([3], [1, NaN, 3]), tensor([3], [1, 2, 3]), 'There is a nan'],
  [tensor([3], [1, NaN, 3]), tensor([3], [NaN, 2, 3])],
  [tensor([2], [1, 2], 'int64'), tensor([2], [1, 2]), 'Whole numbers alone make an int64 tensor'],
  [tensor([2], [1, -2], 'int64'), tensor([2], [1.5, -2.5]), 'cut to whole numbers'],
  [tensor([2], [1, 3], 'int64'), tensor([2], [1.5, 2.5])],
  [tensor([2], [1, 2], 'float64'), tensor([2], [1, 2]), 'Somewhere a float64 tensor'],
  [tensor([2], [1, 2], 'float16'), tensor([2], [1, 2])],
];

const input = tensor([2, 3], [9, 9, 1, 9, 9, 2]);
test.each(cases)('%#', (got, expected, ...words) => {
  expect(causesOf(got, expected, input)).toEqual(words.map((text) => expect.stringContaining(text)));
});
