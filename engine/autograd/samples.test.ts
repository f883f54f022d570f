/** Every differentiable operator's first and second derivatives, against differences. */

import { describe, expect, test } from 'vitest';
import { call, operatorNamed, operators } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as torch from '../index.ts';
import { gradcheck, gradgradcheck } from './gradcheck.ts';
import { type Sample, samples, unary, without } from './samples.ts';

/** The factorizations have samples of their own: they need matrices of particular kinds. */
const isFactorization = (name: string): boolean => name.startsWith('linalg_') && !(name in samples);

const differentiable = [...operators.values()]
  .map(({ record }) => record)
  .filter(({ name, grad }) => grad && !without.has(name) && !isFactorization(name));
const plain = differentiable.filter(({ mutates }) => !mutates);
const inplace = differentiable.filter(
  ({ name, mutates }) => mutates && plain.some((one) => `${one.name}_` === name),
);

function samplesOf(name: string): readonly Sample[] {
  return samples[name] ?? [unary];
}

function inputsOf({ sizes, low, high }: Sample): Tensor[] {
  torch.manual_seed(7);
  return sizes.map((size) =>
    torch
      .rand(size as number[], { dtype: torch.float64 })
      .mul(high - low)
      .add(low)
      .requires_grad_(),
  );
}

function check(sample: Sample, op: (...args: unknown[]) => unknown): void {
  const inputs = inputsOf(sample);
  const fn = (...given: Tensor[]): Tensor | readonly Tensor[] => sample.call(op, ...given);
  gradcheck(fn, inputs);
  gradgradcheck(fn, inputs);
}

describe('gradcheck and gradgradcheck', { timeout: 60_000 }, () => {
  test.each(plain.map(({ name }) => name))('%s', (name) => {
    for (const sample of samplesOf(name)) check(sample, operatorNamed(name).call);
  });

  test.each(inplace.map(({ name }) => name))('%s', (name) => {
    const write = (self: Tensor, ...rest: unknown[]): Tensor => call(name, self.clone(), ...rest);
    // A number cannot be written to, and no in-place form is called on one.
    const fits = samplesOf(name.slice(0, -1)).filter((sample) => !/op\(\d/.test(String(sample.call)));
    for (const sample of fits) check(sample, write as never);
  });
});

test('a wrong gradient is found', () => {
  const x = torch.rand(3, { dtype: torch.float64, requires_grad: true });
  const wrong = (given: Tensor): Tensor => given.mul(given.detach());
  expect(() => gradcheck(wrong, [x])).toThrow('Jacobian mismatch');
});
