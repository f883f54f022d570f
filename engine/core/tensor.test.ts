/** A tensor among JavaScript's own values: what the language would do in silence is refused in words. */

import * as torch from 'torch';
import { expect, test } from 'vitest';

// As a program without types would hold it.
const untyped = (tensor: torch.Tensor) => tensor as unknown as Record<number, unknown> & number;

test('arithmetic and comparison by operators throw', () => {
  const x = untyped(torch.tensor([1, 2]));
  for (const compute of [() => x * 2, () => 2 - x, () => x < 2, () => -x, () => Math.max(x, 1)]) {
    expect(compute).toThrow(/operators do not compute with tensors: a \* b is a\.mul\(b\)/);
  }
});

test('a tensor within a text is its own text', () => {
  const x = torch.tensor([1, 2]);
  expect(`x = ${x}`).toBe('x = tensor([1, 2])');
  // biome-ignore lint/style/useTemplate: this is about the operator
  expect('x = ' + x).toBe('x = tensor([1, 2])');
});

test('brackets throw, for reading and for writing', () => {
  const x = untyped(torch.tensor([1, 2]));
  expect(() => x[0]).toThrow('read x.index(0)');
  expect(() => x[-1]).toThrow('read x.index(-1)');
  expect(() => {
    x[1] = 5;
  }).toThrow('write x.index_put_([1], value)');
});

test('for … of gives the parts along the first dimension, on the same memory', () => {
  const x = torch.zeros(3, 2);
  let number = 0;
  for (const row of x) row.fill_(number++);
  expect(String(x)).toBe(
    String(
      torch.tensor(
        [
          [0, 0],
          [1, 1],
          [2, 2],
        ],
        { dtype: torch.float32 },
      ),
    ),
  );
  expect([...torch.zeros(0)]).toEqual([]);
  expect(() => [...torch.tensor(1)]).toThrow('iteration over a 0-d tensor');
});
