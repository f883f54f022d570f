/** First and second derivatives of torch.special and of distances and scatters, held against differences. */

import { beforeEach, describe, expect, test } from 'vitest';
import * as torch from '../index.ts';

type Fn = (x: torch.Tensor) => torch.Tensor;

const { special } = torch;

const ofNumbers: Record<string, Fn> = {
  entr: (x) => special.entr(x),
  erfcx: (x) => special.erfcx(x),
  ndtr: (x) => special.ndtr(x),
  log_ndtr: (x) => special.log_ndtr(x.sub(0.5)),
  ndtri: (x) => special.ndtri(x),
  xlog1py: (x) => special.xlog1py(x, x.mul(2)),
  'xlog1py with a number': (x) => special.xlog1py(2, x),
  i0: (x) => torch.i0(x),
  i0e: (x) => special.i0e(x),
  i1: (x) => special.i1(x),
  i1e: (x) => special.i1e(x),
  igamma: (x) => torch.igamma(torch.tensor([0.5, 1.5, 2.5], { dtype: torch.float64 }), x),
  igammac: (x) => torch.igammac(torch.tensor([0.5, 1.5, 2.5], { dtype: torch.float64 }), x),
  frexp: (x) => torch.frexp(x.mul(10)).mantissa,
};

const ofMatrices: Record<string, Fn> = {
  cdist: (x) => torch.cdist(x, x.mul(2)),
  'cdist, p = 3': (x) => torch.cdist(x, x.mul(2), 3),
  pdist: (x) => torch.pdist(x),
  select_scatter: (x) => x.select_scatter(x.select(0, 1).mul(x.select(0, 2)), 0, 0),
  slice_scatter: (x) => x.slice_scatter(x.narrow(1, 0, 1).square(), 1, 1, 2),
  diagonal_scatter: (x) => x.diagonal_scatter(x.select(1, 0).narrow(0, 0, 2).square()),
  fill_diagonal_: (x) => x.square().fill_diagonal_(3),
  gradient: (x) => torch.cat(torch.gradient(x.square())),
};

beforeEach(() => {
  torch.manual_seed(1);
});

async function hold(fn: Fn, ...size: number[]): Promise<void> {
  const draw = (): torch.Tensor =>
    torch.rand(size, { dtype: torch.float64 }).mul(0.8).add(0.1).requires_grad_();
  expect(await torch.autograd.gradcheck(fn, [draw()])).toBe(true);
  expect(await torch.autograd.gradgradcheck(fn, [draw()])).toBe(true);
}

describe('of numbers', () => {
  test.each(Object.entries(ofNumbers))('%s', async (_name, fn) => hold(fn, 3));
});

describe('of matrices', () => {
  test.each(Object.entries(ofMatrices))('%s', async (_name, fn) => hold(fn, 3, 2));
});
