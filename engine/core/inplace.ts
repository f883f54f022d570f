/** Where in-place forms can be called from: PyTorch has some as functions too, the others as methods alone. */

import type { OperatorRecord } from './operator.ts';

const functions = new Set(
  `abs_ acos_ acosh_ addmv_ arccos_ arccosh_ arcsin_ arcsinh_ arctan_ arctanh_ asin_ asinh_ atan_ atanh_ ceil_ celu_
  clamp_ clamp_max_ clamp_min_ clip_ cos_ cosh_ deg2rad_ detach_ erf_ erfc_ exp2_ exp_ expm1_ fill_ fix_ floor_ frac_
  gcd_ i0_ index_put_ lcm_ ldexp_ log10_ log1p_ log2_ log_ logit_ nan_to_num_ neg_ negative_ rad2deg_ reciprocal_ relu_
  resize_as_ round_ rsqrt_ selu_ sigmoid_ sin_ sinc_ sinh_ sqrt_ square_ tan_ tanh_ threshold_ trunc_ xlogy_
  zero_`.split(/\s+/),
);

/** Those that PyTorch has as functions, and not as methods. */
const functionsOnly = new Set(['celu_', 'threshold_']);

const functionals = new Set(['elu_', 'hardtanh_', 'leaky_relu_']);

/** Where the in-place form of an operator of torch.nn.functional can be called from: `F.elu_(x)`, but no `F.mish_`. */
export function placeOfFunctionalInplace(name: string): OperatorRecord['as'] {
  return functionals.has(name) ? 'functional' : 'internal';
}

/** `both` for `torch.abs_(x)` and `x.abs_()`, `method` for `x.add_(y)`. */
export function placeOfInplace(name: string): OperatorRecord['as'] {
  if (functionsOnly.has(name)) return 'function';
  return functions.has(name) ? 'both' : 'method';
}
