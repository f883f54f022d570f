/** Operations on the bits of integers. For bool they are the logical ones. */

import { bool, type DType } from '../core/dtype.ts';
import { pointwise } from '../core/pointwise.ts';
import { broadcastShapes } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';

pointwise('bitwise_not', {
  expr: (_args, compute) => (compute === bool ? 'self == 0' : '~self'),
  dtype: 'promote',
  lacks: ['bitwise_not_cpu', 'float'],
  doc: "Inverts all bits; for bool the logical not. Python's `~`.",
  example: 'torch.tensor([0, 1]).bitwise_not()',
});

for (const [name, symbol, words] of [
  ['bitwise_and', '&', 'both'],
  ['bitwise_or', '|', 'either'],
  ['bitwise_xor', '^', 'exactly one of them'],
]) {
  pointwise(name, {
    schema: 'self: Operand, other: Operand',
    expr: `self ${symbol} other`,
    dtype: 'promote',
    lacks: [`${name}_cpu`, 'float'],
    doc: `The bits that ${words} ${words === 'both' ? 'have' : 'has'}. Python's \`${symbol}\`.`,
    example: `torch.tensor([6]).${name}(torch.tensor([3]))`,
  });
}

/** @throws RuntimeError as PyTorch does: expressions that begin with `other` would name it as the first. */
function checkSizes({ self, other }: { self: unknown; other: unknown }): void {
  if (self instanceof Tensor && other instanceof Tensor) broadcastShapes(self.sizes, other.sizes);
}

/** By as many bits as there are, or a negative number, C leaves the result open: PyTorch shifts all bits out. */
function shift(text: string, allOut: (compute: DType) => string) {
  return (_args: unknown, compute: DType): string =>
    `other < 0 || other >= ${compute.itemsize * 8} ? ${allOut(compute)} : ${text}`;
}

pointwise('bitwise_left_shift', {
  schema: 'self: Operand, other: Operand',
  expr: shift('self << other', () => '0'),
  dtype: 'promote',
  check: checkSizes,
  lacks: ['lshift_cpu', 'float', 'bool'],
  doc: "Moves the bits up: times 2 to the power of `other`. Python's `<<`.",
  example: 'torch.tensor([1, 2]).bitwise_left_shift(3)',
});

pointwise('bitwise_right_shift', {
  schema: 'self: Operand, other: Operand',
  // Only the sign is left of a number whose bits are all shifted out.
  expr: shift('self >> other', (compute) =>
    compute.is_signed ? `self >> ${compute.itemsize * 8 - 1}` : '0',
  ),
  dtype: 'promote',
  check: checkSizes,
  lacks: ['rshift_cpu', 'float', 'bool'],
  doc: "Moves the bits down, the sign staying. Python's `>>`.",
  example: 'torch.tensor([16, -16]).bitwise_right_shift(2)',
});
