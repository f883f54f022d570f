/** Products of two inputs under a weight for every pair of their features. */

import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';

defineOperator({
  name: 'bilinear',
  schema: 'input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor? = null',
  doc: 'x₁ᵀ W x₂ + b, with a matrix W for each output feature: weights of shape (out, in₁, in₂).',
  example:
    'torch.bilinear(torch.tensor([[1, 2.5]]), torch.tensor([[0.5]]), torch.ones(1, 2, 1), torch.tensor([0.5]))',
  as: 'function',
  forward({ input1, input2, weight, bias }) {
    const [out, first, second] = weight.sizes;
    for (const [name, input, size] of [
      ['input1', input1, first],
      ['input2', input2, second],
    ] as const) {
      const own = input.sizes[input.ndim - 1];
      if (own !== size) {
        throw new RuntimeError(
          `bilinear(): ${name} size does not match weight size: got ${own} but expected ${size}`,
        );
      }
    }
    const lead = input1.sizes.slice(0, -1);
    const half = input1.reshape(-1, first).matmul(weight.permute(1, 0, 2).reshape(first, -1));
    const result = half
      .view(-1, out, second)
      .mul(input2.reshape(-1, 1, second))
      .sum(-1)
      .view([...lead, out]);
    return bias ? result.add(bias) : result;
  },
});
