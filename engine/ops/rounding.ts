/** Rounding and bounds. */

import { float16, float32, refuseOverflow, type Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineAlias, type GradContext } from '../core/operator.ts';
import { pointwise } from '../core/pointwise.ts';
import { Tensor } from '../core/tensor.ts';
import { choose, notFor, throwNotImplemented } from './support.ts';

for (const [name, doc] of [
  ['floor', 'The largest whole number that is not above.'],
  ['ceil', 'The smallest whole number that is not below.'],
  ['trunc', 'Rounded towards zero.'],
]) {
  pointwise(name, {
    expr: (_args, compute) => (compute.is_floating_point ? `${name}(self)` : 'self'),
    dtype: 'promote',
    lacks: [`${name}_vml_cpu`, 'bool'],
    grad: { self: 'zeros_like(grad)' },
    doc,
    example: `torch.tensor([-1.5, 1.5]).${name}()`,
  });
}
defineAlias('fix', 'trunc');

pointwise('round', {
  schema: 'self: Tensor, *, decimals: int = 0',
  dtype: 'promote',
  expr({ decimals }, compute) {
    if (!compute.is_floating_point) return 'self';
    if (decimals === 0) return 'round(self)';
    const power = `1e${Math.abs(decimals)}`;
    const scaled = decimals > 0 ? `self * ${power}` : `self / ${power}`;
    // Half-way cases are decided by the product as the type itself rounds it.
    const rounded = compute === float32 || compute === float16 ? `fround(${scaled})` : scaled;
    return decimals > 0 ? `round(${rounded}) / ${power}` : `round(${rounded}) * ${power}`;
  },
  check({ decimals }, compute) {
    if (compute.category === 'bool' || (decimals !== 0 && !compute.is_floating_point)) {
      throwNotImplemented(decimals === 0 ? 'round_vml_cpu' : 'round_cpu', compute);
    }
  },
  grad: { self: 'zeros_like(grad)' },
  gradName: ({ decimals }) => (decimals === 0 ? 'RoundBackward0' : 'RoundBackward1'),
  doc: 'To the nearest whole number (or to that many decimals), halves to the even one.',
  example: 'torch.tensor([0.5, 1.5, 2.5]).round()',
});

pointwise('frac', {
  expr: 'self - trunc(self)',
  dtype: 'promote',
  lacks: ['frac_cpu', 'int', 'bool'],
  grad: { self: 'grad' },
  doc: 'What rounding towards zero leaves off.',
  example: 'torch.tensor([-1.25, 1.25]).frac()',
});

const largest: Record<string, number> = {
  float64: Number.MAX_VALUE,
  float32: (2 - 2 ** -23) * 2 ** 127,
  float16: 65504,
};

pointwise('nan_to_num', {
  schema: 'self: Tensor, nan: float? = null, posinf: float? = null, neginf: float? = null',
  dtype: 'promote',
  expr({ nan, posinf, neginf }, compute) {
    if (!compute.is_floating_point) return 'self';
    const bound = largest[compute.name];
    const number = (value: number | null, otherwise: string, name: string) =>
      value === null ? otherwise : name;
    const high = number(posinf, String(bound).replace('+', ''), 'posinf');
    const low = number(neginf, `-${String(bound).replace('+', '')}`, 'neginf');
    return `isnan(self) ? ${number(nan, '0', 'nan')} : isinf(self) ? (self > 0 ? ${high} : ${low}) : self`;
  },
  grad: { self: 'grad * isfinite(self)' },
  doc: "Replaces nan by 0 and infinities by the type's largest numbers, or by those given.",
  example: 'torch.tensor([NaN, 1]).nan_to_num()',
});

type Bound = Tensor | Scalar | null;

const clampExpression = ({ min, max }: { min: Bound; max: Bound }): string => {
  const low = min === null ? 'self' : 'maximum(self, min)';
  return max === null ? low : `minimum(${low}, max)`;
};

/** Only a number that is a tensor with dimensions makes the tensor overload. */
const isTensorBound = (bound: Bound): boolean => bound instanceof Tensor;

/** Where the gradient reaches the clamped tensor: within the bounds and on them. */
function within(self: Tensor, min: Bound, max: Bound): Tensor {
  const above = min === null ? null : self.ge(min);
  const below = max === null ? null : self.le(max);
  return above && below ? above.logical_and(below) : ((above ?? below) as Tensor);
}

pointwise('clamp', {
  schema: 'self: Tensor, min: Operand? = null, max: Operand? = null',
  expr: clampExpression,
  dtype: 'promote',
  check({ min, max }, compute) {
    if (min === null && max === null) {
      throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
    }
    if (isTensorBound(min) || isTensorBound(max)) return;
    const kernel =
      max === null ? 'clamp_min_scalar_cpu' : min === null ? 'clamp_max_scalar_cpu' : 'clamp_scalar_cpu';
    notFor(kernel, 'bool')(null, compute);
    for (const bound of [min, max]) if (bound !== null) refuseOverflow(bound as Scalar, compute);
  },
  grad: {
    self: (grad, { self, min, max }) => choose(within(self, min, max), grad, 0),
    min(grad, { self, min, max }) {
      const below = self.lt(min);
      // Where the bounds cross, the upper one is the result.
      return choose(max === null ? below : below.logical_and(min.lt(max)), grad, 0);
    },
    max(grad, { self, min, max }) {
      const above = self.gt(max);
      return choose(min === null ? above : above.logical_or(max.le(min)), grad, 0);
    },
  },
  saves: ['self', 'min', 'max'],
  gradName: ({ min, max }) =>
    [min, max].every((bound) => bound === null || isTensorBound(bound)) ? 'ClampBackward0' : 'ClampBackward1',
  doc: 'Elements below `min` become `min`, those above `max` become `max`.',
  example: 'torch.tensor([-2, 0, 2]).clamp(-1, 1)',
});
defineAlias('clip', 'clamp');

for (const [name, bound, keeps, expr] of [
  ['clamp_min', 'min', 'ge', 'maximum(self, min)'],
  ['clamp_max', 'max', 'le', 'minimum(self, max)'],
] as const) {
  const isKept = (context: GradContext): Tensor => context.self[keeps](context[bound]);
  pointwise(name, {
    schema: `self: Tensor, ${bound}: Operand`,
    expr,
    dtype: 'promote',
    grad: {
      self: (grad, context) => choose(isKept(context), grad, 0),
      [bound]: (grad: Tensor, context: GradContext) => choose(isKept(context), 0, grad),
    },
    saves: ['self', bound],
    gradName: (args) =>
      `${name === 'clamp_min' ? 'ClampMin' : 'ClampMax'}Backward${isTensorBound((args as Record<string, Bound>)[bound]) ? 1 : 0}`,
    doc: `Elements ${bound === 'min' ? 'below' : 'above'} \`${bound}\` become \`${bound}\`.`,
    example: `torch.tensor([-2, 0, 2]).${name}(1)`,
  });
}
