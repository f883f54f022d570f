/** Choosing by a condition. */

import {
  bool,
  type PromotionOperand,
  refuseOverflow,
  resultType,
  type Scalar,
  scalarDtype,
  uint8,
} from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { compose } from '../core/pointwise.ts';
import { Tensor } from '../core/tensor.ts';
import { nonzeroKernel } from '../devices/cpu/count.ts';
import { whenReady } from './support.ts';

function operand(value: Tensor | Scalar): PromotionOperand {
  if (!(value instanceof Tensor)) return { dtype: scalarDtype(value), kind: 'scalar' };
  return { dtype: value.dtype, kind: value.ndim > 0 ? 'dimensioned' : 'zero-dim' };
}

const choose = defineOperator({
  name: '_where',
  schema: 'condition: Tensor, self: Operand, other: Operand',
  doc: 'Elements of one tensor where the condition holds, of another elsewhere.',
  as: 'function',
  gradName: 'WhereBackward0',
  grad: { self: 'where(condition, grad, 0)', other: 'where(condition, 0, grad)' },
  forward({ condition, self, other }) {
    const type = resultType([operand(self), operand(other)]);
    for (const value of [self, other]) if (!(value instanceof Tensor)) refuseOverflow(value, type);
    return compose('where', 'condition ? self : other', { condition, self, other }, type);
  },
});

defineOperator({
  name: 'where',
  schema: 'condition: Tensor, self: Operand? = null, other: Operand? = null',
  doc: 'Elements of one tensor where the condition holds, of another elsewhere; with the condition alone, the positions where it holds.',
  example: 'torch.where(torch.tensor([true, false]), torch.tensor([1, 2]), 0)',
  overloads: [
    ['condition: Tensor', 'Awaitable<Tensor[]>'],
    ['condition: Tensor, self: Operand, other: Operand', 'Tensor'],
  ],
  forward({ condition, self, other }) {
    if (self === null || other === null) return condition.nonzero({ as_tuple: true });
    if (condition.dtype !== bool && condition.dtype !== uint8) {
      throw new RuntimeError(
        `where expected condition to be a boolean tensor, but got a tensor with dtype ${condition.dtype.scalarName}`,
      );
    }
    return choose(condition, self, other);
  },
});

defineOperator({
  name: 'nonzero',
  schema: 'self: Tensor, *, as_tuple: bool = false',
  doc: 'The positions of all elements that are not zero: one row each, or with `as_tuple` one vector a dimension. On webgpu a promise.',
  example: 'torch.tensor([[0, 1], [2, 0]]).nonzero()',
  overloads: [
    ['self: Tensor', 'Awaitable<Tensor>'],
    ['self: Tensor, *, as_tuple: true', 'Awaitable<Tensor[]>'],
    ['self: Tensor, *, as_tuple: bool', 'Awaitable<Tensor> | Awaitable<Tensor[]>'],
  ],
  forward({ self, as_tuple }) {
    if (as_tuple && self.ndim === 0) return self.unsqueeze(0).nonzero({ as_tuple });
    return whenReady(nonzeroKernel.for(self.storage.device)(self), (found): Tensor | Tensor[] =>
      as_tuple ? (found.unbind(1) as Tensor[]) : found,
    );
  },
});

defineOperator({
  name: 'argwhere',
  schema: 'self: Tensor',
  doc: 'The positions of all elements that are not zero, one row each.',
  example: 'torch.tensor([[0, 1], [2, 0]]).argwhere()',
  returns: 'Awaitable<Tensor>',
  forward: ({ self }) => self.nonzero(),
});
