/** What a tensor or a type is: questions that compute nothing. */

import { type PromotionOperand, resultType, type Scalar, scalarDtype } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { canCast } from '../core/pointwise.ts';
import { itemOf } from '../core/reading.ts';
import { sameSizes } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { refuseReading } from './support.ts';

defineOperator({
  name: 'is_tensor',
  schema: 'obj: any',
  doc: 'Whether something is a tensor.',
  example: 'torch.is_tensor(torch.tensor(1))',
  as: 'function',
  returns: 'boolean',
  forward: ({ obj }) => obj instanceof Tensor,
});

defineOperator({
  name: 'numel',
  schema: 'self: Tensor',
  doc: 'How many elements there are.',
  example: 'torch.numel(torch.zeros(2, 3))',
  as: 'function',
  returns: 'number',
  forward: ({ self }) => self.numel(),
});

for (const [name, doc] of [
  ['is_floating_point', 'Whether the elements are floating point numbers.'],
  ['is_complex', 'Whether the elements are complex numbers: never here.'],
  ['is_signed', 'Whether the type has negative numbers.'],
  ['is_inference', 'Whether the tensor was made in inference mode.'],
] as const) {
  defineOperator({
    name,
    schema: 'self: Tensor',
    doc,
    example: `torch.${name}(torch.tensor([1.5]))`,
    as: 'function',
    returns: 'boolean',
    forward: ({ self }) => self[name](),
  });
}

defineOperator({
  name: 'is_nonzero',
  schema: 'self: Tensor',
  doc: 'Whether the only element is not zero.',
  example: 'torch.tensor([2]).is_nonzero()',
  returns: 'boolean',
  forward({ self }) {
    if (self.numel() === 0) throw new RuntimeError('Boolean value of Tensor with no values is ambiguous');
    if (self.numel() > 1) {
      throw new RuntimeError('Boolean value of Tensor with more than one value is ambiguous');
    }
    refuseReading(self, "'await t.item()'");
    return Number(itemOf(self)) !== 0;
  },
});

defineOperator({
  name: 'is_same_size',
  schema: 'self: Tensor, other: Tensor',
  doc: 'Whether two tensors have the same sizes.',
  example: 'torch.zeros(2, 3).is_same_size(torch.ones(2, 3))',
  returns: 'boolean',
  forward: ({ self, other }) => sameSizes(self.sizes, other.sizes),
});

function operandOf(value: Tensor | Scalar): PromotionOperand {
  if (!(value instanceof Tensor)) return { dtype: scalarDtype(value), kind: 'scalar' };
  return { dtype: value.dtype, kind: value.ndim > 0 ? 'dimensioned' : 'zero-dim' };
}

defineOperator({
  name: 'result_type',
  schema: 'tensor1: Operand, tensor2: Operand',
  doc: 'The type that arithmetic on the two gives.',
  example: 'torch.result_type(torch.tensor([1, 2]), 1.5)',
  as: 'function',
  returns: 'DType',
  forward: ({ tensor1, tensor2 }) => resultType([operandOf(tensor1), operandOf(tensor2)]),
});

defineOperator({
  name: 'can_cast',
  schema: 'from: dtype, to: dtype',
  doc: 'Whether a result of one type may be written to a tensor of another: not where a category is lost.',
  example: 'torch.can_cast(torch.float32, torch.int64)',
  as: 'function',
  returns: 'boolean',
  forward: ({ from, to }) => canCast(from, to),
});
