/** Arithmetic: the operators that Python writes with symbols, and their close relatives. */

import {
  bool,
  cppNames,
  type DType,
  float64,
  refuseOverflow,
  type Scalar,
  scalarDtype,
} from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineAlias, defineOperator } from '../core/operator.ts';
import { pointwise } from '../core/pointwise.ts';
import { Tensor } from '../core/tensor.ts';
import { noDerivative, throwNotImplemented, zerosLike } from './support.ts';

const binary = 'self: Operand, other: Operand';

/** The overload of a binary operator, by which PyTorch numbers its graph nodes. */
const isTensor = (value: unknown): value is Tensor => value instanceof Tensor;

const dtypeOf = (value: Tensor | Scalar): DType => (isTensor(value) ? value.dtype : scalarDtype(value));

function checkAlpha({ alpha }: { alpha: Scalar }, compute: DType): void {
  if (typeof alpha === 'boolean' && compute !== bool) {
    throw new RuntimeError('Boolean alpha only supported for Boolean results.');
  }
  if (!compute.is_floating_point && scalarDtype(alpha).is_floating_point) {
    throw new RuntimeError('For integral input tensors, argument alpha must not be a floating point number.');
  }
  refuseOverflow(alpha, compute);
}

function checkSub(
  args: { self: Tensor | Scalar; other: Tensor | Scalar; alpha: Scalar },
  compute: DType,
): void {
  const bools = [args.self, args.other].map(dtypeOf).filter((dtype) => dtype === bool).length;
  if (bools === 2) {
    throw new RuntimeError(
      'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
    );
  }
  if (bools === 1) {
    throw new RuntimeError(
      'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
    );
  }
  checkAlpha(args, compute);
}

pointwise('add', {
  schema: `${binary}, *, alpha: Scalar = 1`,
  expr: ({ alpha }) => (alpha === 1 ? 'self + other' : 'self + alpha * other'),
  dtype: 'promote',
  check: checkAlpha,
  grad: { self: 'grad', other: 'grad * alpha' },
  doc: 'Adds `alpha` times `other`.',
  example: 'torch.tensor([1, 2, 3]).add(10)',
});

pointwise('sub', {
  schema: `${binary}, *, alpha: Scalar = 1`,
  expr: ({ alpha }) => (alpha === 1 ? 'self - other' : 'self - alpha * other'),
  dtype: 'promote',
  check: checkSub,
  grad: { self: 'grad', other: '-grad * alpha' },
  doc: 'Subtracts `alpha` times `other`.',
  example: 'torch.tensor([1, 2, 3]).sub(10)',
});

pointwise('rsub', {
  schema: `${binary}, *, alpha: Scalar = 1`,
  expr: ({ alpha }) => (alpha === 1 ? 'other - self' : 'other - alpha * self'),
  dtype: 'promote',
  check: checkSub,
  grad: { self: '-grad * alpha', other: 'grad' },
  gradName: ({ other }) => (isTensor(other) ? 'RsubBackward0' : 'RsubBackward1'),
  inplace: false,
  doc: 'Subtracts `alpha` times this tensor from `other`: `1 - x` is `torch.rsub(x, 1)`.',
  example: 'torch.rsub(torch.tensor([1, 2, 3]), 10)',
});

pointwise('mul', {
  schema: binary,
  expr: 'self * other',
  dtype: 'promote',
  grad: { self: 'grad * other', other: 'grad * self' },
  doc: 'Multiplies element by element.',
  example: 'torch.tensor([1, 2, 3]).mul(2)',
});

pointwise('neg', {
  expr: '-self',
  dtype: 'promote',
  check(_args, compute) {
    if (compute !== bool) return;
    throw new RuntimeError(
      'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
    );
  },
  grad: { self: '-grad' },
  doc: 'The negative of each element.',
  example: 'torch.tensor([1, -2]).neg()',
});

defineOperator({
  name: 'positive',
  schema: 'self: Tensor',
  doc: "The tensor itself: Python's unary `+`.",
  example: 'torch.tensor([1, -2]).positive()',
  forward({ self }) {
    if (self.dtype === bool) {
      throw new RuntimeError('The `+` operator, on a bool tensor is not supported.');
    }
    return self;
  },
});

pointwise('reciprocal', {
  expr: '1 / self',
  dtype: 'float',
  grad: { self: '-grad * (result * result)' },
  doc: 'One divided by each element.',
  example: 'torch.tensor([2, 4.5]).reciprocal()',
});

const isRounded = ({ rounding_mode }: { rounding_mode: string | null }): boolean => rounding_mode !== null;

const div = pointwise('div', {
  schema: `${binary}, *, rounding_mode: str? = null`,
  dtype: (args) => (isRounded(args) ? 'promote' : 'float'),
  expr({ rounding_mode }, compute) {
    if (rounding_mode === null) return 'self / other';
    const kind = compute.is_floating_point ? '' : 'int_';
    return rounding_mode === 'floor'
      ? `${kind}floor_divide(self, other)`
      : `${kind}trunc_divide(self, other)`;
  },
  check({ rounding_mode }, compute) {
    if (rounding_mode === null) return;
    if (rounding_mode !== 'floor' && rounding_mode !== 'trunc') {
      throw new RuntimeError(
        `div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${rounding_mode}'`,
      );
    }
    if (compute === bool) throwNotImplemented(`div_${rounding_mode}_cpu`, bool);
  },
  // A quotient rounded to whole numbers has no slope.
  grad: {
    self: (grad, args) => (isRounded(args) ? zerosLike(grad) : grad.div(args.other)),
    other: (grad, args) =>
      isRounded(args) ? zerosLike(grad) : grad.neg().mul(call('div', args.self, args.other).div(args.other)),
  },
  saves: ['self', 'other'],
  gradName: (args) => (isRounded(args) ? 'DivBackward2' : 'DivBackward0'),
  doc: 'Divides element by element. Integers divide to floats, unless `rounding_mode` is `floor` or `trunc`.',
  example: 'torch.tensor([1, 2, 3]).div(2)',
});

pointwise('floor_divide', {
  schema: binary,
  expr: (_args, compute) => `${compute.is_floating_point ? '' : 'int_'}floor_divide(self, other)`,
  dtype: 'promote',
  lacks: ['div_floor_cpu', 'bool'],
  grad: { self: noDerivative('floor_divide'), other: noDerivative('floor_divide') },
  gradName: 'NotImplemented',
  doc: "Divides and rounds down, as Python's `//` does.",
  example: 'torch.tensor([-7, 7]).floor_divide(2)',
});

pointwise('remainder', {
  schema: binary,
  expr: (_args, compute) => `${compute.is_floating_point ? '' : 'int_'}remainder(self, other)`,
  dtype: 'promote',
  lacks: ['remainder_cpu', 'bool'],
  grad: {
    self: 'grad',
    other: (grad, { self, other }) => grad.neg().mul(div(self, other, { rounding_mode: 'floor' })),
  },
  saves: ['self', 'other'],
  gradName: ({ other }) => (isTensor(other) ? 'RemainderBackward1' : 'RemainderBackward0'),
  doc: "What is left by a division that rounds down, as Python's `%`: it has the sign of `other`.",
  example: 'torch.tensor([-7, 7]).remainder(3)',
});

pointwise('fmod', {
  schema: binary,
  expr: (_args, compute) => `${compute.is_floating_point ? '' : 'int_'}fmod(self, other)`,
  dtype: 'promote',
  lacks: ['fmod_cpu', 'bool'],
  grad: {
    self: 'grad',
    other: (grad, { self, other }) => grad.neg().mul(div(self, other, { rounding_mode: 'trunc' })),
  },
  saves: ['self', 'other'],
  gradName: ({ other }) => (isTensor(other) ? 'FmodBackward1' : 'FmodBackward0'),
  doc: "What is left by a division that rounds towards zero, as C's `fmod`: it has the sign of this tensor.",
  example: 'torch.tensor([-7, 7]).fmod(3)',
});

/** Exponents for which PyTorch multiplies. */
const simplePowers = new Map<unknown, string>([
  [2, 'self * self'],
  [3, 'self * self * self'],
]);

const pow = pointwise('pow', {
  schema: 'self: Operand, exponent: Operand',
  expr: ({ exponent }, compute) =>
    compute.is_floating_point
      ? (simplePowers.get(exponent) ?? 'pow(self, exponent)')
      : 'int_pow(self, exponent)',
  dtype: 'promote',
  check({ self, exponent }, compute) {
    // To the power of true everything is what it was.
    if (compute === bool && exponent !== true) throwNotImplemented('pow', bool);
    if (!isTensor(exponent) && isTensor(self)) refuseOverflow(exponent, compute);
    if (compute.is_floating_point || isTensor(exponent) || !isTensor(self)) return;
    if (Number(exponent) < 0) {
      throw new RuntimeError('Integers to negative integer powers are not allowed.');
    }
  },
  grad: {
    self: 'exponent == 0 ? zeros_like(grad) : grad * (exponent * pow(self, exponent - 1))',
    // At base 0 the slope is 0 for all exponents that give a finite result.
    exponent(grad, { self, exponent, result }) {
      const slope = grad.mul(result.mul(isTensor(self) ? self.log() : Math.log(Number(self))));
      if (isTensor(self)) return slope.masked_fill(self.eq(0).logical_and(exponent.ge(0)), 0);
      return Number(self) === 0 ? slope.masked_fill(exponent.ge(0), 0) : slope;
    },
  },
  saves: ['self', 'exponent', 'result'],
  gradName: ({ self, exponent }) =>
    isTensor(exponent) ? (isTensor(self) ? 'PowBackward1' : 'PowBackward2') : 'PowBackward0',
  doc: 'Raises each element to a power.',
  example: 'torch.tensor([1, 2, 3]).pow(2)',
});

defineOperator({
  name: 'float_power',
  schema: 'self: Operand, exponent: Operand',
  doc: 'Raises each element to a power in float64.',
  example: 'torch.tensor([1, 2, 3]).float_power(2)',
  forward({ self, exponent }) {
    const asDouble = (value: Tensor | Scalar) => (isTensor(value) ? value.to(float64) : Number(value));
    return pow(asDouble(self), asDouble(exponent));
  },
});

defineOperator({
  name: 'float_power_',
  schema: 'self: Tensor, exponent: Operand',
  doc: 'In-place form of `float_power`, for float64 alone.',
  as: 'method',
  forward({ self, exponent }) {
    if (self.dtype !== float64) {
      throw new RuntimeError(
        `the base given to float_power_ has dtype ${self.dtype.scalarName} but the operation's result requires dtype Double`,
      );
    }
    return self.pow_(isTensor(exponent) ? exponent.to(float64) : exponent);
  },
});

for (const ending of ['', '_'] as const) {
  defineOperator({
    name: `square${ending}`,
    schema: 'self: Tensor',
    doc: ending ? 'In-place form of `square`.' : 'Each element times itself.',
    example: `torch.tensor([1, 2, 3]).square${ending}()`,
    forward: ({ self }) => self[`pow${ending}`](2),
  });
}

const integerAddcdiv =
  'Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.';

pointwise('addcmul', {
  schema: 'self: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: Scalar = 1',
  expr: 'self + value * tensor1 * tensor2',
  dtype: 'promote',
  lacks: ['addcmul_cpu_out', 'bool'],
  grad: { self: 'grad', tensor1: 'grad * (tensor2 * value)', tensor2: 'grad * (tensor1 * value)' },
  doc: 'Adds `value` times the product of two tensors.',
  example: 'torch.ones(2).addcmul(torch.tensor([1, 2]), torch.tensor([3, 4]), { value: 10 })',
});

pointwise('addcdiv', {
  schema: 'self: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: Scalar = 1',
  expr: 'self + value * tensor1 / tensor2',
  dtype: 'promote',
  check({ tensor1, tensor2 }) {
    if (!tensor1.dtype.is_floating_point && !tensor2.dtype.is_floating_point) {
      throw new RuntimeError(integerAddcdiv);
    }
  },
  grad: {
    self: 'grad',
    tensor1: 'grad * (value / tensor2)',
    tensor2: '-grad * (value * tensor1 / (tensor2 * tensor2))',
  },
  doc: 'Adds `value` times the quotient of two tensors.',
  example: 'torch.ones(2).addcdiv(torch.tensor([1, 2.5]), torch.tensor([4, 4.5]))',
});

pointwise('lerp', {
  schema: 'self: Tensor, end: Tensor, weight: Operand',
  // From whichever end is nearer, so that a weight of 1 gives `end` itself.
  expr: 'abs(weight) < 0.5 ? self + weight * (end - self) : end - (end - self) * (1 - weight)',
  dtype: 'promote',
  check({ self, end, weight }) {
    for (const [name, value] of [['end', end] as const, ['weight', weight] as const]) {
      if (isTensor(value) && value.dtype !== self.dtype) {
        throw new RuntimeError(
          `expected dtype ${cppNames[self.dtype.name]} for \`${name}\` but got dtype ${cppNames[value.dtype.name]}`,
        );
      }
    }
    if (!self.dtype.is_floating_point) {
      throwNotImplemented(`lerp_kernel_${isTensor(weight) ? 'tensor' : 'scalar'}`, self.dtype);
    }
  },
  grad: { self: 'grad * (1 - weight)', end: 'grad * weight', weight: 'grad * (end - self)' },
  gradName: ({ weight }) => (isTensor(weight) ? 'LerpBackward1' : 'LerpBackward0'),
  doc: 'From this tensor (weight 0) to `end` (weight 1) along a straight line.',
  example: 'torch.zeros(3).lerp(torch.ones(3), 0.25)',
});

pointwise('gcd', {
  schema: 'self: Tensor, other: Tensor',
  expr: 'gcd(self, other)',
  dtype: 'promote',
  lacks: ['gcd_cpu', 'float', 'bool'],
  doc: 'The greatest common divisor of integers.',
  example: 'torch.gcd(torch.tensor([12, 5]), torch.tensor([18, 10]))',
});

pointwise('lcm', {
  schema: 'self: Tensor, other: Tensor',
  expr: 'gcd(self, other) == 0 ? 0 : abs(self / gcd(self, other) * other)',
  dtype: 'promote',
  lacks: ['lcm_cpu', 'float', 'bool'],
  doc: 'The least common multiple of integers.',
  example: 'torch.lcm(torch.tensor([4, 5]), torch.tensor([6, 10]))',
});

defineAlias('subtract', 'sub');
defineAlias('multiply', 'mul');
defineAlias('divide', 'div');
defineAlias('negative', 'neg');
defineAlias('true_divide', 'div');
