/** Sequences of different lengths without their padding. */

import './joining.ts';
import { call, defineOperator } from '../core/operator.ts';

defineOperator({
  name: '_pack_padded_sequence',
  schema: 'input: Tensor, batch_sizes: int[]',
  doc: 'The elements of a padded batch (length, batch, …) that are no padding, step after step.',
  as: 'function',
  gradName: 'PackPaddedSequenceBackward0',
  grad: {
    input(grad, { meta, batch_sizes }) {
      const padded = grad.new_zeros(meta.input.sizes as number[]);
      let start = 0;
      batch_sizes.forEach((count: number, step: number) => {
        padded
          .select(0, step)
          .narrow(0, 0, count)
          .copy_(grad.narrow(0, start, count));
        start += count;
      });
      return padded;
    },
  },
  forward: ({ input, batch_sizes }) =>
    call(
      'cat',
      batch_sizes.map((count, step) => input.select(0, step).narrow(0, 0, count)),
      0,
    ),
});
