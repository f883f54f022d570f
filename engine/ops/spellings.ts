/** Functions that PyTorch has under torch too, with arguments of their own. */

import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { paddingRow } from './embedding.ts';

defineOperator({
  name: 'dropout',
  schema: 'input: Tensor, p: float, train: bool',
  doc: 'Zeroes elements with probability p, and scales the others so that the mean stays; in evaluation it changes nothing.',
  example: 'torch.dropout(torch.ones(3), 0.5, true)',
  as: 'function',
  forward({ input, p, train }) {
    if (!(p >= 0 && p <= 1)) {
      throw new RuntimeError(`dropout probability has to be between 0 and 1, but got ${p}`);
    }
    if (!train || p === 0 || input.numel() === 0) return input;
    if (p === 1) return input.mul(call('zeros', [], { device: input.device }));
    const noise = call('empty_like', input, { device: 'cpu' }).bernoulli_(1 - p);
    return input.mul(noise.div_(1 - p).to(input.device));
  },
});

defineOperator({
  name: 'embedding',
  schema:
    'weight: Tensor, indices: Tensor, padding_idx: int = -1, scale_grad_by_freq: bool = false, sparse: bool = false',
  doc: 'The rows of `weight` that the indices name: torch.nn.functional.embedding takes them the other way round.',
  example: 'torch.embedding(torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 0]))',
  as: 'function',
  forward({ weight, indices, padding_idx, scale_grad_by_freq }) {
    const row = paddingRow(padding_idx < 0 ? null : padding_idx, weight.sizes[0]);
    return call('_embedding', weight, indices, row, scale_grad_by_freq);
  },
});

defineOperator({
  name: 'fill',
  schema: 'input: Tensor, value: Operand',
  doc: 'A tensor of the same size and type with one value everywhere.',
  example: 'torch.fill(torch.zeros(2), 7)',
  as: 'function',
  gradName: ({ value }) => (typeof value === 'object' ? 'FillBackward1' : 'FillBackward0'),
  grad: { input: 'zeros_like(grad)', value: 'sum(grad)' },
  forward: ({ input, value }) => input.clone().fill_(value),
});

defineOperator({
  name: 'angle',
  schema: 'self: Tensor',
  doc: 'The angle of each number as one of the complex plane: 0, and π where it is below 0.',
  example: 'torch.tensor([-1.5, 2]).angle()',
  grad: { self: 'zeros_like(grad)' },
  forward: ({ self }) => {
    const wide = self.dtype.is_floating_point ? self : self.to(call('zeros', []).dtype);
    const turned = call('where', wide.lt(0), Math.PI, call('zeros_like', wide));
    return call('where', wide.isnan(), wide, turned).to(wide.dtype);
  },
});
