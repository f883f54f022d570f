/** Arithmetic: the operators that Python writes with symbols, and their close relatives. */

import { bool, type DType } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { pointwise } from '../core/pointwise.ts';
import { Tensor } from '../core/tensor.ts';

const binary = 'self: Tensor, other: Operand';

/** The overload of a binary operator, by which PyTorch numbers its graph nodes. */
const isTensor = (value: unknown): value is Tensor => value instanceof Tensor;

function refuseBool(message: string) {
  return (_args: unknown, compute: DType): void => {
    if (compute === bool) throw new RuntimeError(message);
  };
}

const subtractBool =
  'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.';

export const add = pointwise('add', {
  schema: `${binary}, *, alpha: Scalar = 1`,
  expr: ({ alpha }) => (alpha === 1 ? 'self + other' : 'self + alpha * other'),
  dtype: 'promote',
  grad: { self: 'grad', other: 'grad * alpha' },
  doc: 'Adds `alpha` times `other`.',
  example: 'torch.tensor([1, 2, 3]).add(10)',
});

export const sub = pointwise('sub', {
  schema: `${binary}, *, alpha: Scalar = 1`,
  expr: ({ alpha }) => (alpha === 1 ? 'self - other' : 'self - alpha * other'),
  dtype: 'promote',
  check: refuseBool(subtractBool),
  grad: { self: 'grad', other: '-grad * alpha' },
  doc: 'Subtracts `alpha` times `other`.',
  example: 'torch.tensor([1, 2, 3]).sub(10)',
});

export const rsub = pointwise('rsub', {
  schema: `${binary}, *, alpha: Scalar = 1`,
  expr: ({ alpha }) => (alpha === 1 ? 'other - self' : 'other - alpha * self'),
  dtype: 'promote',
  check: refuseBool(subtractBool),
  grad: { self: '-grad * alpha', other: 'grad' },
  inplace: false,
  doc: 'Subtracts `alpha` times this tensor from `other`: `1 - x` is `torch.rsub(x, 1)`.',
  example: 'torch.rsub(torch.tensor([1, 2, 3]), 10)',
});

export const mul = pointwise('mul', {
  schema: binary,
  expr: 'self * other',
  dtype: 'promote',
  grad: { self: 'grad * other', other: 'grad * self' },
  doc: 'Multiplies element by element.',
  example: 'torch.tensor([1, 2, 3]).mul(2)',
});

export const neg = pointwise('neg', {
  expr: '-self',
  dtype: 'promote',
  check: refuseBool(
    'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
  ),
  grad: { self: '-grad' },
  doc: 'The negative of each element.',
});

export const reciprocal = pointwise('reciprocal', {
  expr: '1 / self',
  dtype: 'float',
  grad: { self: '-grad * (result * result)' },
  doc: 'One divided by each element.',
});

const isRounded = ({ rounding_mode }: { rounding_mode: string | null }): boolean => rounding_mode !== null;

export const div = pointwise('div', {
  schema: `${binary}, *, rounding_mode: str? = null`,
  dtype: (args) => (isRounded(args) ? 'promote' : 'float'),
  expr({ rounding_mode }, compute) {
    if (rounding_mode === null) return 'self / other';
    const kind = compute.is_floating_point ? '' : 'int_';
    return rounding_mode === 'floor'
      ? `${kind}floor_divide(self, other)`
      : `${kind}trunc_divide(self, other)`;
  },
  check({ rounding_mode }) {
    if (rounding_mode === null || rounding_mode === 'floor' || rounding_mode === 'trunc') return;
    throw new RuntimeError(
      `div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${rounding_mode}'`,
    );
  },
  // A quotient rounded to whole numbers has no slope.
  grad: {
    self: (grad, args) => (isRounded(args as never) ? grad.mul(0) : grad.div(args.other)),
    other: (grad, args) =>
      isRounded(args as never) ? grad.mul(0) : grad.neg().mul(args.self.div(args.other).div(args.other)),
  },
  saves: ['self', 'other'],
  gradName: (args) => (isRounded(args) ? 'DivBackward1' : 'DivBackward0'),
  doc: 'Divides element by element. Integers divide to floats, unless `rounding_mode` is `floor` or `trunc`.',
  example: 'torch.tensor([1, 2, 3]).div(2)',
});

export const floor_divide = pointwise('floor_divide', {
  schema: binary,
  expr: (_args, compute) => `${compute.is_floating_point ? '' : 'int_'}floor_divide(self, other)`,
  dtype: 'promote',
  doc: "Divides and rounds down, as Python's `//` does.",
  example: 'torch.tensor([-7, 7]).floor_divide(2)',
});

export const remainder = pointwise('remainder', {
  schema: 'self: Operand, other: Operand',
  expr: (_args, compute) => `${compute.is_floating_point ? '' : 'int_'}remainder(self, other)`,
  dtype: 'promote',
  grad: { self: 'grad', other: '-grad * floor_divide(self, other)' },
  doc: "What is left by a division that rounds down, as Python's `%`: it has the sign of `other`.",
  example: 'torch.tensor([-7, 7]).remainder(3)',
});

export const fmod = pointwise('fmod', {
  schema: binary,
  expr: (_args, compute) => `${compute.is_floating_point ? '' : 'int_'}fmod(self, other)`,
  dtype: 'promote',
  grad: { self: 'grad', other: '-grad * trunc(self / other)' },
  doc: "What is left by a division that rounds towards zero, as C's `fmod`: it has the sign of this tensor.",
  example: 'torch.tensor([-7, 7]).fmod(3)',
});

const negativePower = 'Integers to negative integer powers are not allowed.';

export const pow = pointwise('pow', {
  schema: 'self: Operand, exponent: Operand',
  expr: (_args, compute) => (compute.is_floating_point ? 'pow(self, exponent)' : 'int_pow(self, exponent)'),
  dtype: 'promote',
  check({ self, exponent }, compute) {
    if (compute.is_floating_point || isTensor(exponent) || !isTensor(self)) return;
    if (Number(exponent) < 0) throw new RuntimeError(negativePower);
  },
  grad: {
    self: 'exponent == 0 ? 0 * grad : grad * (exponent * pow(self, exponent - 1))',
    exponent: 'self == 0 ? 0 * grad : grad * (result * log(self))',
  },
  gradName: ({ self, exponent }) =>
    isTensor(exponent) ? (isTensor(self) ? 'PowBackward1' : 'PowBackward2') : 'PowBackward0',
  doc: 'Raises each element to a power.',
  example: 'torch.tensor([1, 2, 3]).pow(2)',
});
