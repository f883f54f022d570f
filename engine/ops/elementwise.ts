/** Functions of one number, element by element: exponentials, logarithms, trigonometry, signs. */

import { bool, float64, int32 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineAlias, defineOperator } from '../core/operator.ts';
import { namedTuple } from '../core/pairs.ts';
import { compose, type PointwiseRecord, pointwise } from '../core/pointwise.ts';
import { Tensor } from '../core/tensor.ts';
import { choose, noDerivative } from './support.ts';

/** What PyTorch calls the nodes of an operator, where that does not follow from its name. */
type GraphNames = Pick<PointwiseRecord<'self: Tensor'>, 'inplaceGradName' | 'gradKernel'>;

/** A function of floats; integers are taken as the default float type. */
function unary(name: string, expr: string, grad: string, doc: string, names: GraphNames = {}): void {
  pointwise(name, {
    expr,
    dtype: 'float',
    grad: { self: grad },
    ...names,
    doc,
    example: `torch.tensor([0.5, 1.0]).${name}()`,
  });
}

unary('exp', 'exp(self)', 'grad * result', 'e to the power of each element.');
unary('exp2', 'exp2(self)', 'grad * result * 0.6931471805599453', '2 to the power of each element.');
unary(
  'expm1',
  'expm1(self)',
  'grad * (result + 1)',
  'e to the power of each element, minus 1, exact near 0.',
);
unary('log', 'log(self)', 'grad / self', 'The natural logarithm.');
unary('log2', 'log2(self)', 'grad / (self * 0.6931471805599453)', 'The logarithm to base 2.');
unary('log10', 'log10(self)', 'grad / (self * 2.302585092994046)', 'The logarithm to base 10.');
unary('log1p', 'log1p(self)', 'grad / (self + 1)', 'The natural logarithm of 1 + x, exact near 0.');
unary('sqrt', 'sqrt(self)', 'grad / (2 * result)', 'The square root.');
unary('rsqrt', 'rsqrt(self)', '-0.5 * grad * pow(result, 3)', 'One divided by the square root.');

unary('sin', 'sin(self)', 'grad * cos(self)', 'The sine of an angle in radians.');
unary('cos', 'cos(self)', 'grad * -sin(self)', 'The cosine of an angle in radians.');
unary('tan', 'tan(self)', 'grad * (1 + pow(result, 2))', 'The tangent of an angle in radians.');
unary('asin', 'asin(self)', 'grad * rsqrt(-self * self + 1)', 'The angle whose sine this is.');
unary('acos', 'acos(self)', 'grad * -rsqrt(-self * self + 1)', 'The angle whose cosine this is.');
unary('atan', 'atan(self)', 'grad / (self * self + 1)', 'The angle whose tangent this is.');
unary('sinh', 'sinh(self)', 'grad * cosh(self)', 'The hyperbolic sine.');
unary('cosh', 'cosh(self)', 'grad * sinh(self)', 'The hyperbolic cosine.');
unary('tanh', 'tanh(self)', 'grad * (1 - result * result)', 'The hyperbolic tangent.', {
  gradKernel: { name: 'TanhBackwardBackward0' },
});
unary('asinh', 'asinh(self)', 'grad * rsqrt(pow(self, 2) + 1)', 'The inverse of the hyperbolic sine.', {
  inplaceGradName: 'AsinhBackward1',
});
unary('acosh', 'acosh(self)', 'grad * rsqrt(self * self - 1)', 'The inverse of the hyperbolic cosine.', {
  inplaceGradName: 'AcoshBackward1',
});
unary('atanh', 'atanh(self)', 'grad / (1 - pow(self, 2))', 'The inverse of the hyperbolic tangent.', {
  inplaceGradName: 'AtanhBackward1',
});
unary('deg2rad', 'self * 0.017453292519943295', 'grad * 0.017453292519943295', 'Degrees to radians.');
unary('rad2deg', 'self * 57.29577951308232', 'grad * 57.29577951308232', 'Radians to degrees.');
unary('sigmoid', 'sigmoid(self)', 'grad * (1 - result) * result', 'The logistic function 1 / (1 + e^-x).', {
  gradKernel: { name: 'SigmoidBackwardBackward0' },
});

for (const name of ['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh']) {
  const inverse = `a${name}`;
  defineAlias(`arc${name}`, inverse);
}

pointwise('sinc', {
  expr: (_args, compute) => (compute === float64 ? 'sinc(self)' : 'single_sinc(self)'),
  dtype: 'float',
  grad: {
    self(grad, { self }) {
      const angle = self.mul(Math.PI);
      const slope = angle.cos().mul(angle).sub(angle.sin()).div(angle.mul(self));
      return choose(self.eq(0), 0, grad.mul(slope));
    },
  },
  saves: ['self'],
  doc: 'sin(πx) / πx, and 1 at 0.',
  example: 'torch.tensor([0, 0.5, 1]).sinc()',
});

pointwise('logit', {
  schema: 'self: Tensor, eps: float? = null',
  dtype: 'float',
  expr({ eps }) {
    if (eps === null) return 'log(self / (1 - self))';
    const clamped = '(self < eps ? eps : self > 1 - eps ? 1 - eps : self)';
    return `log(${clamped} / (1 - ${clamped}))`;
  },
  grad: {
    self(grad, { self, eps }) {
      const low = eps ?? 0;
      const inside = self.ge(low).logical_and(self.le(1 - low));
      return choose(inside, grad.div(self.mul(self.rsub(1))), eps === null ? Number.NaN : 0);
    },
  },
  saves: ['self'],
  doc: 'The inverse of sigmoid, of elements held between `eps` and 1 - `eps` where it is given.',
  example: 'torch.tensor([0.25, 0.5]).logit()',
});

pointwise('abs', {
  expr: 'abs(self)',
  dtype: 'promote',
  lacks: ['abs_cpu', 'bool'],
  grad: { self: 'grad * sgn(self)' },
  doc: 'The absolute value.',
  example: 'torch.tensor([-1, 2]).abs()',
});
defineAlias('absolute', 'abs');

for (const name of ['sign', 'sgn']) {
  pointwise(name, {
    expr: (_args, compute) => (compute === bool ? 'self' : 'sign(self)'),
    dtype: 'promote',
    grad: { self: 'zeros_like(grad)' },
    doc: '-1, 0 or 1 by the sign.',
    example: `torch.tensor([-3, 0, 2]).${name}()`,
  });
}

pointwise('signbit', {
  expr: (_args, compute) => (compute === bool ? 'self < 0' : 'signbit(self)'),
  dtype: 'bool',
  inplace: false,
  doc: 'Whether the sign bit is set: for negative numbers and for -0.',
  example: 'torch.tensor([-1.5, -0, 2]).signbit()',
});

pointwise('copysign', {
  schema: 'self: Tensor, other: Operand',
  expr: 'copysign(self, other)',
  dtype: 'float',
  grad: {
    self: 'self == 0 ? zeros_like(grad) : grad * (result / self)',
    other: 'zeros_like(grad)',
  },
  gradName: ({ other }) => (typeof other === 'object' ? 'CopysignBackward0' : 'CopysignBackward1'),
  doc: "The size of this tensor's elements with the sign of `other`'s.",
  example: 'torch.copysign(torch.tensor([1, 2.5]), torch.tensor([-1, 1.5]))',
});

pointwise('heaviside', {
  schema: 'self: Tensor, values: Tensor',
  expr: 'self == 0 ? values : self > 0 ? 1 : 0',
  dtype: 'promote',
  check({ self, values }) {
    if (self.dtype !== values.dtype) {
      throw new RuntimeError('heaviside is not yet implemented for tensors with different dtypes.');
    }
  },
  grad: { self: noDerivative('heaviside'), values: noDerivative('heaviside') },
  gradName: 'NotImplemented',
  doc: '0 for negative elements, 1 for positive ones, and `values` at 0.',
  example: 'torch.heaviside(torch.tensor([-1.5, 0, 2]), torch.tensor([0.5]))',
});

pointwise('atan2', {
  schema: 'self: Tensor, other: Tensor',
  expr: 'atan2(self, other)',
  dtype: 'float',
  // The origin has no angle: nothing flows there.
  grad: {
    self: 'self == 0 && other == 0 ? zeros_like(grad) : grad * other * reciprocal(self * self + other * other)',
    other:
      'self == 0 && other == 0 ? zeros_like(grad) : grad * -self * reciprocal(self * self + other * other)',
  },
  doc: 'The angle of the point (other, self), from -π to π.',
  example: 'torch.atan2(torch.tensor([1, -1.5]), torch.tensor([-1, 1.5]))',
});
defineAlias('arctan2', 'atan2');

pointwise('hypot', {
  schema: 'self: Tensor, other: Tensor',
  expr: 'hypot(self, other)',
  dtype: 'promote',
  lacks: ['hypot_cpu', 'int', 'bool'],
  grad: { self: 'grad * self / result', other: 'grad * other / result' },
  doc: 'The length of the hypotenuse: the square root of the sum of both squares.',
  example: 'torch.hypot(torch.tensor([3.5]), torch.tensor([4.5]))',
});

pointwise('nextafter', {
  schema: 'self: Tensor, other: Tensor',
  expr: (_args, compute) => `nextafter${compute.itemsize * 8}(self, other)`,
  dtype: 'promote',
  lacks: ['nextafter_cpu', 'int', 'bool'],
  grad: { self: 'self == other ? 0 : grad', other: 'zeros_like(grad)' },
  doc: 'The next number of the type, in the direction of `other`.',
  example: 'torch.nextafter(torch.tensor([1.5]), torch.tensor([2.5]))',
});

pointwise('xlogy', {
  schema: 'self: Operand, other: Operand',
  expr: 'xlogy(self, other)',
  dtype: 'float',
  grad: {
    self(grad, { self, other }) {
      const slope = grad.xlogy(other);
      // At 0 the product is 0 also where the logarithm is undefined.
      if (other instanceof Tensor) return slope.masked_fill(self.eq(0).logical_and(other.le(0)), 0);
      return Number(other) <= 0 ? slope.masked_fill(self.eq(0), 0) : slope;
    },
    other: 'grad * self / other',
  },
  saves: ['self', 'other'],
  gradName: ({ self, other }) =>
    !(self instanceof Tensor)
      ? 'XlogyBackward1'
      : other instanceof Tensor
        ? 'XlogyBackward0'
        : 'XlogyBackward2',
  doc: 'x log(y), and 0 where x is 0.',
  example: 'torch.xlogy(torch.tensor([0, 2.5]), torch.tensor([0, 3.5]))',
});

pointwise('logaddexp', {
  schema: 'self: Tensor, other: Tensor',
  expr: 'logaddexp(self, other)',
  dtype: 'promote',
  lacks: ['logaddexp_cpu', 'int', 'bool'],
  inplace: false,
  grad: { self: 'grad / (1 + exp(other - self))', other: 'grad / (1 + exp(self - other))' },
  doc: 'The logarithm of the sum of exponentials, without overflow.',
  example: 'torch.logaddexp(torch.tensor([1000.5]), torch.tensor([1000.5]))',
});

pointwise('logaddexp2', {
  schema: 'self: Tensor, other: Tensor',
  expr: 'logaddexp2(self, other)',
  dtype: 'promote',
  lacks: ['logaddexp2_cpu', 'int', 'bool'],
  inplace: false,
  grad: { self: 'grad / (1 + pow(2, other - self))', other: 'grad / (1 + pow(2, self - other))' },
  doc: 'The base-2 logarithm of the sum of powers of 2, without overflow.',
  example: 'torch.logaddexp2(torch.tensor([3.5]), torch.tensor([3.5]))',
});

pointwise('ldexp', {
  schema: 'self: Tensor, other: Tensor',
  expr: 'self * exp2(other)',
  dtype: 'float',
  grad: { self: 'grad * exp2(other)', other: 'grad * result * 0.6931471805599453' },
  doc: 'Multiplies by 2 to the power of `other`.',
  example: 'torch.ldexp(torch.tensor([1.5]), torch.tensor([1, 2, 3]))',
});

defineOperator({
  name: 'angle',
  schema: 'self: Tensor',
  doc: 'The angle of each number as one of the complex plane: 0, and π where it is below 0.',
  example: 'torch.tensor([-1.5, 2]).angle()',
  grad: { self: 'zeros_like(grad)' },
  forward: ({ self }) => {
    const wide = self.dtype.is_floating_point ? self : self.to(call('zeros', []).dtype);
    const turned = call('where', wide.lt(0), Math.PI, call('zeros_like', wide));
    return call('where', wide.isnan(), wide, turned).to(wide.dtype);
  },
});

defineOperator({
  name: 'frexp',
  schema: 'self: Tensor',
  doc: 'Each number as a mantissa from 1/2 up to 1 (or down to -1), times 2 to the power of an exponent.',
  example: 'torch.frexp(torch.tensor([1, 6.5]))',
  returns: 'Frexp',
  grad: { self: (grad, { result1 }) => grad.div(call('exp2', result1.to(grad.dtype))) },
  saves: ['result1'],
  nondifferentiable: [1],
  forward({ self }) {
    if (!self.dtype.is_floating_point) {
      throw new RuntimeError('torch.frexp() only supports floating-point dtypes');
    }
    const exponent = compose('frexp', 'exponent(self)', { self }, self.dtype, int32);
    const mantissa = compose('frexp', 'mantissa(self)', { self }, self.dtype);
    return namedTuple('frexp', { mantissa, exponent });
  },
});
