/** Comparisons and logic: results are bool, and take no part in autograd. */

import { bool, float32, float64, type Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineAlias, defineOperator, gradNameOf } from '../core/operator.ts';
import { compose, pointwise } from '../core/pointwise.ts';
import { itemOf } from '../core/reading.ts';
import { sameSizes } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';

function comparison(name: string, symbol: string, words: string, alias: string): void {
  pointwise(name, {
    schema: 'self: Tensor, other: Operand',
    expr: `self ${symbol} other`,
    dtype: 'bool',
    inplaceGrad: { self: 'zeros_like(grad)', other: 'zeros_like(grad)' },
    gradName: ({ other }) => `${gradNameOf(name).slice(0, -1)}${typeof other === 'object' ? 1 : 0}`,
    doc: `Whether each element is ${words} \`other\`'s.`,
    example: `torch.tensor([1, 2, 3]).${name}(2)`,
  });
  if (alias) defineAlias(alias, name);
}

comparison('eq', '==', 'equal to', '');
comparison('ne', '!=', 'different from', 'not_equal');
comparison('lt', '<', 'less than', 'less');
comparison('le', '<=', 'at most', 'less_equal');
comparison('gt', '>', 'greater than', 'greater');
comparison('ge', '>=', 'at least', 'greater_equal');

function logical(name: string, expr: string, words: string): void {
  pointwise(name, {
    schema: 'self: Tensor, other: Tensor',
    expr,
    dtype: 'bool',
    doc: `Whether ${words} true (not zero).`,
    example: `torch.tensor([true, false]).${name}(torch.tensor([true, true]))`,
  });
}

logical('logical_and', 'self != 0 && other != 0', 'both elements are');
logical('logical_or', 'self != 0 || other != 0', 'either element is');
logical('logical_xor', '(self != 0) != (other != 0)', 'exactly one of the elements is');

function predicate(name: string, expr: string, doc: string, inplace = false): void {
  pointwise(name, {
    expr,
    dtype: 'bool',
    inplace,
    doc,
    example: `torch.tensor([0, NaN, -Infinity]).${name}()`,
  });
}

predicate('logical_not', 'self == 0', 'Whether each element is false (zero).', true);
predicate('isnan', 'isnan(self)', 'Whether each element is not a number.');
predicate('isinf', 'isinf(self)', 'Whether each element is infinite.');
predicate('isfinite', 'isfinite(self)', 'Whether each element is neither infinite nor nan.');
predicate('isposinf', 'isinf(self) && self > 0', 'Whether each element is positive infinity.');
predicate('isneginf', 'isinf(self) && self < 0', 'Whether each element is negative infinity.');
predicate('isreal', 'self == self || isnan(self)', 'Whether each element is a real number: always.');

const isclose = defineOperator({
  name: 'isclose',
  schema: 'self: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = false',
  doc: 'Whether each element is within `atol + rtol * |other|` of the other one.',
  example: 'torch.tensor([1, 2.5]).isclose(torch.tensor([1.0000001, 2.1]))',
  forward({ self, other, rtol, atol, equal_nan }) {
    if (self.dtype !== other.dtype) {
      throw new RuntimeError(`${self.dtype.scalarName} did not match ${other.dtype.scalarName}`);
    }
    for (const [name, value] of [['rtol', rtol] as const, ['atol', atol] as const]) {
      if (!(value >= 0))
        throw new RuntimeError(`${name} must be greater than or equal to zero, but got ${value}`);
    }
    // Whole numbers are compared as float64, or as float32 where a GPU has nothing wider.
    const wide = self.is_cpu ? float64 : float32;
    const compute = self.dtype.is_floating_point ? self.dtype : wide;
    const close = 'self == other || isfinite(self - other) && abs(self - other) <= atol + abs(rtol * other)';
    const text = equal_nan ? `${close} || isnan(self) && isnan(other)` : close;
    return compose('isclose', text, { self, other, rtol, atol }, compute, bool);
  },
});

/** One bool as a boolean: at once on the cpu, as a promise elsewhere. */
function answer(tensor: Tensor): boolean | Promise<Scalar> {
  return tensor.is_cpu ? (itemOf(tensor) as boolean) : tensor.item();
}

const returns = 'boolean | Promise<boolean>';

defineOperator({
  name: 'allclose',
  schema: 'self: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = false',
  doc: 'Whether all elements are within `atol + rtol * |other|` of the other ones.',
  example: 'torch.tensor([1, 2.5]).allclose(torch.tensor([1, 2.5]))',
  returns,
  forward: ({ self, other, rtol, atol, equal_nan }) =>
    answer(isclose(self, other, rtol, atol, equal_nan).all()),
});

defineOperator({
  name: 'equal',
  schema: 'self: Tensor, other: Tensor',
  doc: 'Whether two tensors have the same size and elements.',
  example: 'torch.tensor([1, 2]).equal(torch.tensor([1, 2]))',
  returns,
  forward: ({ self, other }) => sameSizes(self.sizes, other.sizes) && answer(self.eq(other).all()),
});

defineOperator({
  name: 'isin',
  schema: 'elements: Operand, test_elements: Operand, *, assume_unique: bool = false, invert: bool = false',
  doc: 'For each element whether it is one of `test_elements` (or, inverted, whether it is not).',
  example: 'torch.isin(torch.tensor([1, 2, 3]), torch.tensor([2, 3]))',
  as: 'function',
  forward({ elements, test_elements, invert }) {
    const [own, tested] = [elements, test_elements].map((value) =>
      value instanceof Tensor ? value : (call('tensor', value) as Tensor),
    );
    const found = own.unsqueeze(-1).eq(tested.reshape(-1)).any(-1);
    return invert ? found.logical_not() : found;
  },
});
