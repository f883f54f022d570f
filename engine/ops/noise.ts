/** What training makes random: dropout, and the activation with random slopes. */

import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { pointwise } from '../core/pointwise.ts';
import type { Tensor } from '../core/tensor.ts';
import { default_generator } from '../random/generator.ts';
import { choose, notFor, refuseReading } from './support.ts';

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

pointwise('_rrelu', {
  schema: 'self: Tensor, noise: Tensor',
  expr: 'self * noise',
  dtype: 'promote',
  grad: { self: 'grad * noise' },
  gradName: 'RreluWithNoiseBackward0',
  inplaceGradName: 'RreluWithNoiseBackward1',
  as: 'function',
  doc: 'Elements times their slopes.',
});

/** The slope of each element: 1 above 0; below it the mean of both bounds, or in training a random one in between. */
function slopes(self: Tensor, lower: number, upper: number, training: boolean): Tensor {
  if (!training) {
    const slope = call('full_like', self, (lower + upper) / 2);
    return choose(self.gt(0), 1, slope).contiguous();
  }
  refuseReading(self, 'rrelu on the cpu while training');
  const drawn = [...self.contiguous().toTypedArray()].map((element) =>
    Number(element) <= 0 ? default_generator.uniform53() * (upper - lower) + lower : 1,
  );
  return call('tensor', drawn, { dtype: self.dtype }).view(self.sizes);
}

for (const ending of ['', '_'] as const) {
  defineOperator({
    name: `rrelu${ending}`,
    schema: 'self: Tensor, lower: float = 0.125, upper: float = 0.3333333333333333, training: bool = false',
    doc: ending
      ? 'In-place form of `rrelu`: writes the result into the tensor and returns it.'
      : 'Negative elements times a slope: in training a random one between two bounds, else their mean.',
    example: `torch.rrelu${ending}(torch.tensor([-1.5, 2]))`,
    as: 'function',
    forward({ self, lower, upper, training }) {
      notFor('leaky_relu_cpu', 'int', 'bool')(null, self.dtype);
      return call(
        `_rrelu${ending}`,
        ending ? self : self.contiguous(),
        slopes(self.detach(), lower, upper, training),
      );
    },
  });
}
