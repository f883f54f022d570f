/** Every differentiable operator's first and second derivatives, against differences. */

import { readFileSync } from 'node:fs';
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
  if (!sample.once) gradgradcheck(fn, inputs);
}

/** Writes that no plain operator stands for: what was there before passes no gradient on, what is written may. */
const writes: Record<string, (self: Tensor, other: Tensor) => Tensor> = {
  copy_: (self, other) => self.copy_(other),
  fill_: (self, other) => self.fill_(other.sum()),
  zero_: (self) => self.zero_(),
  _index_put_: (self, other) => self.index_put_([0], other.index(1)),
  eq_: (self, other) => self.eq_(other),
  ne_: (self, other) => self.ne_(other),
  not_equal_: (self, other) => self.not_equal_(other),
  lt_: (self, other) => self.lt_(other),
  less_: (self, other) => self.less_(other),
  le_: (self, other) => self.le_(other),
  less_equal_: (self, other) => self.less_equal_(other),
  gt_: (self, other) => self.gt_(other),
  greater_: (self, other) => self.greater_(other),
  ge_: (self, other) => self.ge_(other),
  greater_equal_: (self, other) => self.greater_equal_(other),
};

/** Random numbers in a tensor's place: no difference of nearby values tells what comes of them. */
const drawn = [
  'uniform_',
  'normal_',
  'bernoulli_',
  'random_',
  'exponential_',
  'geometric_',
  'cauchy_',
  'log_normal_',
];

test('every differentiable operator is checked, here or with the factorizations', () => {
  const factorizations = readFileSync(new URL('../ops/linalg.test.ts', import.meta.url), 'utf8');
  const isThere = (name: string): boolean =>
    factorizations.includes(`linalg.${name.replace(/^linalg_|_ex$/g, '')}(`);
  const checked = new Set([...plain, ...inplace].map(({ name }) => name));
  const missing = [...operators.values()]
    .map(({ record }) => record)
    .filter(({ name, grad }) => grad && !checked.has(name))
    .filter(({ name }) => !without.has(name) && !without.has(name.slice(0, -1)))
    .filter(
      ({ name }) => !(name in writes) && !drawn.includes(name) && !(isFactorization(name) && isThere(name)),
    );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

describe('gradcheck and gradgradcheck', { timeout: 60_000 }, () => {
  test.each(plain.map(({ name }) => name))('%s', (name) => {
    for (const sample of samplesOf(name)) check(sample, operatorNamed(name).call);
  });

  test.each(Object.entries(writes))('%s', (_name, write) => {
    const sizes = [
      [2, 3],
      [2, 3],
    ];
    // Each result also depends on both in the ordinary way: a gradient of zero is one too.
    check({ sizes, low: 0.2, high: 0.8, call: (_op, a, b) => write(a.clone(), b).add(a.mul(b)) }, () => {});
  });

  test.each(inplace.map(({ name }) => name))('%s', (name) => {
    const write = (self: unknown, ...rest: unknown[]): Tensor =>
      call(name, (self as Tensor).clone(), ...rest);
    // A number cannot be written to, and no in-place form is called on one.
    const fits = samplesOf(name.slice(0, -1)).filter((sample) => !/op\(\d/.test(String(sample.call)));
    for (const sample of fits) check(sample, write);
  });
});

test('a wrong gradient is found', () => {
  const x = torch.rand(3, { dtype: torch.float64, requires_grad: true });
  const wrong = (given: Tensor): Tensor => given.mul(given.detach());
  expect(() => gradcheck(wrong, [x])).toThrow('Jacobian mismatch');
});
