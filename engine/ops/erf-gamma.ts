/** Error functions and gamma functions. Their numbers come from devices/cpu/special.ts. */

import { bool } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { pointwise } from '../core/pointwise.ts';

const twoOverRootPi = 2 / Math.sqrt(Math.PI);

pointwise('erf', {
  expr: 'erf(self)',
  dtype: 'float',
  grad: { self: `${twoOverRootPi} * exp(-pow(self, 2)) * grad` },
  doc: 'The error function.',
  example: 'torch.tensor([0, 1.5]).erf()',
});

pointwise('erfc', {
  expr: 'erfc(self)',
  dtype: 'float',
  grad: { self: `-${twoOverRootPi} * exp(-pow(self, 2)) * grad` },
  doc: '1 - erf(x), exact where that is small.',
  example: 'torch.tensor([0, 1.5]).erfc()',
});

pointwise('erfinv', {
  expr: 'erfinv(self)',
  dtype: 'float',
  grad: { self: `${1 / twoOverRootPi} * exp(pow(erfinv(self), 2)) * grad` },
  doc: 'The inverse of erf, from -1 to 1.',
  example: 'torch.tensor([0, 0.5]).erfinv()',
});

pointwise('lgamma', {
  expr: 'lgamma(self)',
  dtype: 'float',
  grad: { self: 'grad * digamma(self)' },
  doc: 'The logarithm of the absolute value of the gamma function.',
  example: 'torch.tensor([1, 5.5]).lgamma()',
});

pointwise('digamma', {
  expr: 'digamma(self)',
  dtype: 'float',
  grad: { self: 'grad * _polygamma(1, self)' },
  doc: 'The derivative of lgamma.',
  example: 'torch.tensor([1, 5.5]).digamma()',
});

const polygammaOf = pointwise('_polygamma', {
  schema: 'order: int, self: Tensor',
  expr: 'polygamma(order, self)',
  dtype: 'float',
  grad: { self: 'grad * _polygamma(order + 1, self)' },
  gradName: 'PolygammaBackward0',
  as: 'function',
  inplace: false,
  doc: 'The nth derivative of digamma, n >= 0.',
});

defineOperator({
  name: 'polygamma',
  schema: 'n: int, self: Tensor',
  doc: 'The nth derivative of digamma, n >= 0.',
  example: 'torch.polygamma(1, torch.tensor([1, 2.5]))',
  forward({ n, self }) {
    if (n < 0) throw new RuntimeError('polygamma(n, x) does not support negative n.');
    return polygammaOf(n, self);
  },
});

defineOperator({
  name: 'mvlgamma',
  schema: 'self: Tensor, p: int',
  doc: 'The logarithm of the multivariate gamma function of dimension `p`.',
  example: 'torch.tensor([2, 3.5]).mvlgamma(2)',
  forward({ self, p }) {
    if (self.dtype === bool) throw new RuntimeError('The input tensor may not be a boolean tensor.');
    if (p < 1) throw new RuntimeError('p has to be greater than or equal to 1');
    let sum = self.lgamma();
    for (let j = 1; j < p; j++) sum = sum.add(self.sub(j / 2).lgamma());
    return sum.add((p * (p - 1) * Math.log(Math.PI)) / 4);
  },
});
