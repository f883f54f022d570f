/**
 * First and second derivatives that samples.test.ts does not ask for: of compositions, whose parts record themselves, and
 * of operators that have a derivative in one of their arguments or results alone.
 */

import { beforeEach, expect, test } from 'vitest';
import * as torch from '../index.ts';

const degrees = torch.tensor([[0.5], [1.5], [2.5]], { dtype: torch.float64 });

const functions: Record<string, (x: torch.Tensor) => torch.Tensor> = {
  igamma: (x) => torch.igamma(degrees, x),
  igammac: (x) => torch.igammac(degrees, x),
  frexp: (x) => torch.frexp(x.mul(10)).mantissa,
  pdist: (x) => torch.pdist(x),
  fill_diagonal_: (x) => x.square().fill_diagonal_(3),
  gradient: (x) => torch.cat(torch.gradient(x.square())),
};

beforeEach(() => {
  torch.manual_seed(1);
});

test.each(Object.entries(functions))('%s', async (_name, fn) => {
  const draw = (): torch.Tensor =>
    torch.rand(3, 2, { dtype: torch.float64 }).mul(0.8).add(0.1).requires_grad_();
  expect(await torch.autograd.gradcheck(fn, [draw()])).toBe(true);
  expect(await torch.autograd.gradgradcheck(fn, [draw()])).toBe(true);
});
