/** Graphs as deep as a long training loop makes them: no recursion, no work that grows with the square. */

import { expect, test } from 'vitest';
import type { Tensor } from '../core/tensor.ts';
import * as torch from '../index.ts';

function chain(length: number, step: (value: Tensor) => Tensor): Tensor {
  const x = torch.ones(2, { requires_grad: true });
  let value = x as Tensor;
  for (let k = 0; k < length; k++) value = step(value);
  value.sum().backward();
  return x.grad as Tensor;
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const patient = { timeout: 60_000 };

test('a graph of 150,000 additions of one leaf', patient, async () => {
  const x = torch.ones(1, { requires_grad: true });
  let sum = torch.zeros(1);
  for (let k = 0; k < 150_000; k++) sum = sum.add(x);
  const [gradient] = torch.autograd.grad(sum, x);
  expect(await gradient.item()).toBe(150_000);
});

test('backward through 20,000 products that each save their operand', patient, async () => {
  expect(await chain(20_000, (value) => value.mul(value)).tolist()).toEqual([Infinity, Infinity]);
});

test('backward through 2,000 in-place writes to one view', patient, async () => {
  const x = torch.ones(2, { requires_grad: true });
  const copy = x.clone();
  const view = copy.index(0);
  for (let k = 0; k < 2_000; k++) view.mul_(1);
  copy.sum().backward();
  expect(await (x.grad as Tensor).tolist()).toEqual([1, 1]);
});

test('ten times the depth takes about ten times as long', patient, () => {
  const run = (length: number) => () => chain(length, (value) => value.add(value));
  run(2_000)();
  const [short, long] = [timeOf(run(5_000)), timeOf(run(50_000))];
  // A quadratic pass would take a hundred times as long. Other work on the machine may double a measurement.
  expect(long).toBeLessThan(40 * short + 200);
});

test('a value used twice at each of 60 levels is visited once a level', async () => {
  expect(await chain(60, (value) => value.add(value)).tolist()).toEqual([2 ** 60, 2 ** 60]);
});
