/** Arrays in WebAssembly's memory: whose they are, when their memory is used again, and what a full heap does. */

import * as torch from 'torch';
import { expect, test } from 'vitest';
import { freeFloats, heapFloats, isOnHeap } from './heap.ts';
import { heapBytes } from './memory.ts';

test('arrays do not overlap, and what is given back is used again', () => {
  const arrays = Array.from({ length: 100 }, (_, k) => heapFloats(2048 + 777 * k) as Float32Array);
  arrays.forEach((array, k) => void array.fill(k));
  expect(arrays.every((array, k) => array.every((value) => value === k))).toBe(true);
  const places = new Set(arrays.map(({ byteOffset }) => byteOffset));
  for (const array of arrays) freeFloats(array);
  expect(places).toContain((heapFloats(2048) as Float32Array).byteOffset);
});

test('what is written in place is what is read, wherever its array lay before', async () => {
  const x = torch.arange(5000).float().contiguous();
  for (const y of [x, torch.arange(5000, { dtype: torch.float32 })]) {
    y.add_(1);
    y.narrow(0, 1, 4900).mul_(2);
    expect(await y.narrow(0, 0, 3).tolist()).toEqual([1, 4, 6]);
  }
});

test('joined parts hold one large array again', () => {
  const half = heapBytes() / 8;
  for (let round = 0; round < 20; round++) {
    const parts = Array.from({ length: 50 }, (_, k) => heapFloats(3000 * (k + 1)));
    for (const part of parts) if (part) freeFloats(part);
    const large = heapFloats(half);
    expect(large).not.toBeNull();
    if (large) freeFloats(large);
  }
});

test('a full heap leaves tensors their own arrays, with the same results', () => {
  const taken: Float32Array[] = [];
  for (let count = heapBytes() / 4; count >= 2048; count /= 2) {
    for (let array = heapFloats(count); array; array = heapFloats(count)) taken.push(array);
  }
  const x = torch.arange(1, 90001).float().view(300, 300);
  const y = torch.arange(90000, 0, -1).div(90000).view(300, 300);
  const results = (): number[] =>
    [
      x.add(x),
      x.matmul(y),
      x.t().matmul(y.t()),
      x.index(':', '::2').matmul(y.index('::2')),
      x.softmax(1),
      x.sum(0),
      x.t().add(x),
    ].map((result) =>
      (result.toTypedArray() as Float32Array).reduce((sum, value, k) => sum + value * (k % 7), 0),
    );
  const outside = results();
  for (const array of taken) freeFloats(array);
  const inside = results();
  expect(outside).toEqual(inside);
});

test('what is lent to NumPy lies on a buffer of its own, at the same address', () => {
  const x = torch.ones(4096).add(1);
  const y = x.mul(3);
  const address = x.data_ptr();
  const { data } = x.numpy();
  expect(isOnHeap(data)).toBe(false);
  expect(data.buffer.byteLength).toBe(4 * 4096);
  expect([x.data_ptr(), torch.from_numpy(x.numpy()).data_ptr()]).toEqual([address, address]);
  data[5] = 7;
  expect(x.add(0).index(5).toTypedArray()[0]).toBe(7);
  expect(y.index(5).toTypedArray()[0]).toBe(6);
});

test('an address stays when the array moves', () => {
  const x = torch.rand(4096);
  const address = x.data_ptr();
  x.add(1).toTypedArray();
  expect(x.data_ptr()).toBe(address);
});

test('`using` gives memory back: what others read of it is computed first, later use is refused', () => {
  const x = torch.ones(70_000).add(1);
  let sum: torch.Tensor;
  {
    using y = x.add(1);
    sum = y.mul(2);
  }
  expect(torch.full([70_000], 5.5).add(1).index(9).toTypedArray()[0]).toBe(6.5);
  expect(sum.index(9).toTypedArray()[0]).toBe(6);
  const z = x.add(1);
  z[Symbol.dispose]();
  expect(() => z.add(1).toTypedArray()).toThrow('given back');
});
