/** Comparisons and logic: results are bool, and take no part in autograd. */

import { bool } from '../core/dtype.ts';
import { pointwise } from '../core/pointwise.ts';

function comparison(name: string, symbol: string, words: string): void {
  pointwise(name, {
    schema: 'self: Tensor, other: Operand',
    expr: `self ${symbol} other`,
    dtype: 'bool',
    doc: `Whether each element is ${words} \`other\`'s.`,
    example: `torch.tensor([1, 2, 3]).${name}(2)`,
  });
}

comparison('eq', '==', 'equal to');
comparison('ne', '!=', 'different from');
comparison('lt', '<', 'less than');
comparison('le', '<=', 'at most');
comparison('gt', '>', 'greater than');
comparison('ge', '>=', 'at least');

pointwise('logical_and', {
  schema: 'self: Tensor, other: Operand',
  expr: 'self != 0 && other != 0',
  dtype: 'bool',
  doc: 'Whether both elements are true (not zero).',
});

pointwise('logical_or', {
  schema: 'self: Tensor, other: Operand',
  expr: 'self != 0 || other != 0',
  dtype: 'bool',
  doc: 'Whether either element is true (not zero).',
});

pointwise('logical_xor', {
  schema: 'self: Tensor, other: Operand',
  expr: '(self != 0) != (other != 0)',
  dtype: 'bool',
  doc: 'Whether exactly one of the elements is true (not zero).',
});

pointwise('logical_not', {
  expr: 'self == 0',
  dtype: 'bool',
  doc: 'Whether each element is false (zero).',
});

pointwise('bitwise_not', {
  expr: (_args, compute) => (compute === bool ? 'self == 0' : '~self'),
  dtype: 'promote',
  doc: "Inverts all bits; for bool the logical not. Python's `~`.",
});
