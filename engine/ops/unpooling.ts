/** The largest elements of windows, put back where they came from. */

import { RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { numelOf, sameSizes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

/** @throws RuntimeError for places that are not one for each element, or outside of the result */
function checkPlaces(self: Tensor, indices: Tensor, output_size: readonly number[]): void {
  const text = (sizes: readonly number[]): string => `[${sizes.join(', ')}]`;
  if (!sameSizes(self.sizes, indices.sizes)) {
    throw new RuntimeError(
      `Expected shape of indices to be same as that of the input tensor (${text(self.sizes)}) but got indices tensor with shape: ${text(indices.sizes)}`,
    );
  }
  if (!indices.is_cpu) return;
  const count = numelOf(output_size);
  const wrong = [...indices.contiguous().toTypedArray()]
    .map(Number)
    .find((place) => place < 0 || place >= count);
  if (wrong === undefined) return;
  throw new RuntimeError(
    `Found an invalid max index: ${wrong} (output volumes are of size ${output_size.join('x')})`,
  );
}

for (const spatial of [2, 3] as const) {
  defineOperator({
    name: `_max_unpool${spatial}d`,
    schema: 'self: Tensor, indices: Tensor, output_size: int[]',
    doc: 'Elements put at their places among zeros.',
    as: 'function',
    gradName: `MaxUnpool${spatial}DBackward0`,
    grad: {
      self: (grad, { indices, meta }) =>
        grad
          .flatten(-spatial)
          .gather(-1, indices.flatten(-spatial))
          .view(meta.self.sizes as number[]),
    },
    saves: ['indices'],
    forward({ self, indices, output_size }) {
      checkPlaces(self, indices, output_size);
      const lead = self.sizes.slice(0, -spatial);
      const flat = self.new_zeros([...lead, numelOf(output_size)]);
      const places = indices.flatten(-spatial);
      return flat.scatter(-1, places, self.flatten(-spatial)).view([...lead, ...output_size]);
    },
  });
}

const kinds = { 1: 'signals', 2: 'images', 3: 'volumes' } as const;

for (const spatial of [1, 2, 3] as const) {
  const size = spatial === 3 ? '1, 2, 4, 4' : spatial === 2 ? '1, 4, 4' : '1, 4';
  defineOperator({
    name: `max_unpool${spatial}d`,
    schema:
      'self: Tensor, indices: Tensor, kernel_size: int[], stride: int[] = [], padding: int[] = 0, output_size: int[]? = null',
    doc: `The largest elements of windows of ${kinds[spatial]} put back where max_pool${spatial}d took them from, among zeros.`,
    example: `torch.nn.functional.max_unpool${spatial}d(...torch.nn.functional.max_pool${spatial}d(torch.arange(${spatial === 3 ? 32 : 4 ** spatial}, { dtype: torch.float32 }).view(${size}), 2, { return_indices: true }), 2)`,
    as: 'functional',
    forward({ self, indices, kernel_size, stride, padding, output_size }) {
      const along = (given: readonly number[], k: number): number => given[given.length === 1 ? 0 : k];
      const sizes = self.sizes.slice(-spatial).map((size, k) => {
        const step = along(stride.length === 0 ? kernel_size : stride, k);
        return (size - 1) * step + along(kernel_size, k) - 2 * along(padding, k);
      });
      const wanted = output_size ? output_size.slice(-spatial) : sizes;
      wanted.forEach((size, k) => {
        const step = along(stride.length === 0 ? kernel_size : stride, k);
        if (size > sizes[k] - step && size < sizes[k] + step) return;
        throw new ValueError(
          `invalid output_size "(${wanted.join(', ')})" (dim ${k} must be between ${sizes[k] - step} and ${sizes[k] + step})`,
        );
      });
      if (spatial > 1) return call(`_max_unpool${spatial}d`, self, indices, wanted);
      return call('_max_unpool2d', self.unsqueeze(-1), indices.unsqueeze(-1), [...wanted, 1]).squeeze(-1);
    },
  });
}
