/** Functions of one number, element by element, and the choice between two tensors. */

import { RuntimeError } from '../core/errors.ts';
import { pointwise } from '../core/pointwise.ts';

function unary(name: string, expr: string, grad: string, doc: string): void {
  pointwise(name, {
    expr,
    dtype: 'float',
    grad: { self: grad },
    doc,
    example: `torch.tensor([0.5, 1.0]).${name}()`,
  });
}

unary('exp', 'exp(self)', 'grad * result', 'e to the power of each element.');
unary('log', 'log(self)', 'grad / self', 'The natural logarithm.');
unary('sqrt', 'sqrt(self)', 'grad / (2 * result)', 'The square root.');
unary('sin', 'sin(self)', 'grad * cos(self)', 'The sine of an angle in radians.');
unary('cos', 'cos(self)', '-grad * sin(self)', 'The cosine of an angle in radians.');
unary('tanh', 'tanh(self)', 'grad * (1 - result * result)', 'The hyperbolic tangent.');
unary('sigmoid', 'sigmoid(self)', 'grad * (1 - result) * result', 'The logistic function 1 / (1 + e^-x).');

pointwise('abs', {
  expr: (_args, compute) => (compute.category === 'bool' ? 'self' : 'abs(self)'),
  dtype: 'promote',
  grad: { self: 'grad * sign(self)' },
  doc: 'The absolute value.',
});

pointwise('sign', {
  expr: (_args, compute) => (compute.category === 'bool' ? 'self' : 'sign(self)'),
  dtype: 'promote',
  grad: { self: '0 * grad' },
  doc: '-1, 0 or 1 by the sign.',
});

pointwise('trunc', {
  expr: (_args, compute) => (compute.is_floating_point ? 'trunc(self)' : 'self'),
  dtype: 'promote',
  grad: { self: '0 * grad' },
  doc: 'Rounded towards zero.',
});

pointwise('relu', {
  expr: 'self > 0 || self != self ? self : 0',
  dtype: 'promote',
  check(_args, compute) {
    if (compute.category === 'bool') throw new RuntimeError('Boolean inputs not supported for relu');
  },
  grad: { self: 'result > 0 ? grad : 0' },
  doc: 'Negative elements replaced by 0.',
});
