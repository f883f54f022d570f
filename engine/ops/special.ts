/** torch.special: functions of statistics and physics that torch itself does not have. */

import { type DType, float16 } from '../core/dtype.ts';
import { call } from '../core/operator.ts';
import { type PointwiseRecord, pointwise } from '../core/pointwise.ts';
import type { Tensor } from '../core/tensor.ts';
import { choose, throwNotImplemented } from './support.ts';

/** @throws NotImplementedError for float16, which PyTorch has no kernel of that name for */
function notForHalf(kernel: string): (args: unknown, compute: DType) => void {
  return (_args, compute) => {
    if (compute === float16) throwNotImplemented(kernel, compute);
  };
}

/** A function of torch.special alone, which takes integers as the default float type. */
function special<const S extends string = 'self: Tensor'>(
  name: string,
  record: Omit<PointwiseRecord<S>, 'dtype' | 'as' | 'inplace'>,
): void {
  pointwise<S>(`special_${name}`, { ...record, dtype: 'float', as: 'special', inplace: false });
}

special('entr', {
  expr: 'entr(self)',
  grad: {
    self: (grad, { self }) => choose(self.lt(0), Number.NaN, grad.mul(self.log().add(1).neg())),
  },
  saves: ['self'],
  doc: 'A part of an entropy, -x log(x): 0 at 0, and -inf below.',
  example: 'torch.special.entr(torch.tensor([0, 0.5, 1]))',
});

special('erfcx', {
  expr: 'erfcx(self)',
  check: notForHalf('erfcx_cpu'),
  grad: { self: `(2 * self * result - ${2 / Math.sqrt(Math.PI)}) * grad` },
  doc: 'erfc(x) times the exponential of x², which stays in range where erfc does not.',
  example: 'torch.special.erfcx(torch.tensor([0, 1.5, 30]))',
});

special('ndtr', {
  expr: 'ndtr(self)',
  grad: { self: `${1 / Math.sqrt(2 * Math.PI)} * exp(-0.5 * pow(self, 2)) * grad` },
  doc: 'How likely a number of the standard normal distribution is to be below x.',
  example: 'torch.special.ndtr(torch.tensor([-1.5, 0, 1.5]))',
});

special('log_ndtr', {
  expr: 'log_ndtr(self)',
  grad: {
    self: (grad, { self }) =>
      grad.mul(Math.sqrt(2 / Math.PI)).div(call('special_erfcx', self.div(-Math.SQRT2))),
  },
  saves: ['self'],
  doc: 'The logarithm of ndtr, exact where that is next to 0.',
  example: 'torch.special.log_ndtr(torch.tensor([-30, 0, 1.5]))',
});

special('ndtri', {
  expr: 'ndtri(self)',
  check: notForHalf('ndtri_cpu'),
  grad: { self: `${Math.sqrt(2 * Math.PI)} * exp(0.5 * pow(result, 2)) * grad` },
  doc: 'The inverse of ndtr: the number below which so large a part of the standard normal distribution lies.',
  example: 'torch.special.ndtri(torch.tensor([0.1, 0.5, 0.9]))',
});

special('xlog1py', {
  schema: 'self: Operand, other: Operand',
  expr: 'xlog1py(self, other)',
  grad: {
    self: 'special_xlog1py(grad, other)',
    other: 'grad * self / (other + 1)',
  },
  doc: 'x log(1 + y), and 0 where x is 0.',
  example: 'torch.special.xlog1py(torch.tensor([0, 1.5]), torch.tensor([-1, 2.5]))',
});

special('zeta', {
  schema: 'self: Operand, other: Operand',
  expr: 'zeta(self, other)',
  doc: "Hurwitz's zeta function: the sum of (q + k)^-x for k = 0, 1, 2, …",
  example: 'torch.special.zeta(torch.tensor([2, 4.5]), 1)',
});

pointwise('i0', {
  expr: 'i0(self)',
  dtype: 'float',
  grad: { self: 'grad * special_i1(self)' },
  doc: 'The modified Bessel function of order 0.',
  example: 'torch.i0(torch.tensor([0, 1.5]))',
});

special('i0e', {
  expr: 'i0e(self)',
  grad: { self: 'grad * (special_i1e(self) - sgn(self) * result)' },
  doc: 'The modified Bessel function of order 0, times e^-|x|.',
  example: 'torch.special.i0e(torch.tensor([0, 1.5]))',
});

special('i1', {
  expr: 'i1(self)',
  grad: { self: (grad, { self, result }) => grad.mul(slope(self, result, self.i0())) },
  saves: ['self', 'result'],
  doc: 'The modified Bessel function of order 1.',
  example: 'torch.special.i1(torch.tensor([0, 1.5]))',
});

special('i1e', {
  expr: 'i1e(self)',
  grad: {
    self: (grad, { self, result }) =>
      grad.mul(slope(self, result, call('special_i0e', self)).sub(self.sgn().mul(result))),
  },
  saves: ['self', 'result'],
  doc: 'The modified Bessel function of order 1, times e^-|x|.',
  example: 'torch.special.i1e(torch.tensor([0, 1.5]))',
});

/** The derivative of order 1 from orders 0 and 1, which is 1/2 at 0. */
function slope(x: Tensor, one: Tensor, zero: Tensor): Tensor {
  return choose(x.abs().lt(1e-300), 0.5, zero.sub(one.div(x)));
}

for (const [name, doc] of [
  ['igamma', 'The part of the gamma function of a whose integral runs from 0 to x.'],
  ['igammac', 'The part of the gamma function of a whose integral runs from x to infinity.'],
] as const) {
  pointwise(name, {
    schema: 'self: Tensor, other: Tensor',
    expr: `${name}(self, other)`,
    dtype: 'promote',
    grad: {
      other: (grad, { self, other }) => {
        const density = other.log().mul(self.sub(1)).sub(other).sub(self.lgamma()).exp().mul(grad);
        return name === 'igamma' ? density : density.neg();
      },
    },
    saves: ['self', 'other'],
    lacks: [`${name}_cpu`, 'int', 'bool'],
    doc: `${doc} It is divided by the whole.`,
    example: `torch.${name}(torch.tensor([2.5]), torch.tensor([1.5]))`,
  });
}
