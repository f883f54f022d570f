/** Powers averaged over windows: pooling between the mean and the maximum, and normalisation by neighbouring channels. */

import { ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';

const kinds = { 1: 'a signal', 2: 'an image', 3: 'a volume' } as const;
const shapes = { 1: '1, 4', 2: '1, 2, 4', 3: '1, 2, 2, 4' } as const;

for (const spatial of [1, 2, 3] as const) {
  defineOperator({
    name: `lp_pool${spatial}d`,
    schema: 'self: Tensor, norm_type: float, kernel_size: int[], stride: int[] = [], ceil_mode: bool = false',
    doc: `The root of the sum of powers of the elements of each window of ${kinds[spatial]}.`,
    example: `torch.nn.functional.lp_pool${spatial}d(torch.ones(${shapes[spatial]}), 2, 2)`,
    as: 'functional',
    forward({ self, norm_type, kernel_size, stride, ceil_mode }) {
      const pooled = call(`avg_pool${spatial}d`, self.pow(norm_type), kernel_size, stride, 0, ceil_mode);
      const count =
        kernel_size.length === 1
          ? kernel_size[0] ** spatial
          : kernel_size.reduce((product, size) => product * size, 1);
      return pooled
        .sign()
        .mul(pooled.abs().relu())
        .mul(count)
        .pow(1 / norm_type);
    },
  });
}

defineOperator({
  name: 'local_response_norm',
  schema: 'self: Tensor, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1',
  doc: 'Every element divided by a power of the mean of squares over `size` channels around its own.',
  example: 'torch.nn.functional.local_response_norm(torch.ones(1, 3, 2), 2, { alpha: 1 })',
  as: 'functional',
  forward({ self, size, alpha, beta, k }) {
    if (self.ndim < 3) {
      throw new ValueError(
        `Expected 3D or higher dimensionality                          input (got ${self.ndim} dimensions)`,
      );
    }
    if (self.numel() === 0) return self;
    const [batch, channels] = self.sizes;
    const around = [Math.floor(size / 2), Math.floor((size - 1) / 2)];
    const squares = self.mul(self);
    const mean =
      self.ndim === 3
        ? call('avg_pool2d', call('pad', squares.unsqueeze(1), [0, 0, ...around]), [size, 1], 1).squeeze(1)
        : call(
            'avg_pool3d',
            call('pad', squares.view([batch, 1, channels, self.sizes[2], -1]), [0, 0, 0, 0, ...around]),
            [size, 1, 1],
            1,
          )
            .squeeze(1)
            .view(self.sizes as number[]);
    return self.div(mean.mul(alpha).add(k).pow(beta));
  },
});
