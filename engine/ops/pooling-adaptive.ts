/** Pooling into so many bins along each side, whatever the size. */

import { RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { numelOf } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { laidOutLike } from './layout.ts';

type Bin = readonly [start: number, end: number];

/** Bins of as equal sizes as can be: where each begins and ends. */
function bins(size: number, count: number): Bin[] {
  return Array.from({ length: count }, (_, k) => [
    Math.floor((k * size) / count),
    Math.ceil(((k + 1) * size) / count),
  ]);
}

/** The bins of each of the last dimensions, the last one first. */
function sidesOf(sizes: readonly number[], counts: readonly number[]): { dim: number; bins: Bin[] }[] {
  return counts
    .map((count, k) => {
      const dim = k - counts.length;
      return { dim, bins: bins(sizes[sizes.length + dim], count) };
    })
    .reverse();
}

const joined = (parts: Tensor[], dim: number): Tensor => call('cat', parts, dim);

/** Gradients of elements that were picked from places in the last dimensions, which are counted as one. */
export function givenBack(grad: Tensor, places: Tensor, sizes: readonly number[], spatial: number): Tensor {
  const lead = sizes.slice(0, -spatial);
  const flat = grad.new_zeros([...lead, numelOf(sizes.slice(-spatial))]);
  return flat.scatter_add(-1, places.flatten(-spatial), grad.flatten(-spatial)).view(sizes as number[]);
}

/** Output sizes: one for all sides or one each; null keeps a side as it is. */
function countsOf(given: unknown, sizes: readonly number[], spatial: number): number[] {
  if (Array.isArray(given) && sizes.length <= given.length) {
    throw new ValueError(`Input dimension should be at least ${given.length + 1}`);
  }
  const isEach = Array.isArray(given) && given.length > 1;
  const list: (number | null)[] = isEach ? given : new Array(spatial).fill([given].flat()[0]);
  return list.map((count, k) => count ?? sizes[sizes.length - spatial + k]);
}

function checkRank(name: string, self: Tensor, spatial: number): void {
  if (self.ndim === spatial + 1 || self.ndim === spatial + 2) return;
  if (spatial === 1) {
    throw new RuntimeError(
      `Expected 2 to 3 dimensions, but got ${self.ndim}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`,
    );
  }
  const but = name.includes('max') ? 'but got:' : 'but got';
  throw new RuntimeError(
    `${name}(): Expected ${spatial + 1}D or ${spatial + 2}D tensor, ${but} [${self.sizes.join(', ')}]`,
  );
}

for (const spatial of [2, 3] as const) {
  defineOperator({
    name: `_adaptive_avg_pool${spatial}d`,
    schema: 'self: Tensor, output_size: int[]',
    doc: 'The means of so many bins along each side.',
    as: 'function',
    gradName: `AdaptiveAvgPool${spatial}DBackward0`,
    grad: {
      self(grad, { meta, output_size }) {
        let result: Tensor = grad;
        for (const { dim, bins } of sidesOf(meta.self.sizes, output_size)) {
          const sizes = [...result.sizes];
          sizes[sizes.length + dim] = meta.self.sizes[meta.self.sizes.length + dim];
          const spread = result.new_zeros(sizes);
          bins.forEach(([start, end], k) => {
            spread.narrow(dim, start, end - start).add_(result.narrow(dim, k, 1).div(end - start));
          });
          result = spread;
        }
        return result;
      },
    },
    forward({ self, output_size }) {
      const sides = sidesOf(self.sizes, output_size);
      const sums = sides.reduce(
        (part, { dim, bins }) =>
          joined(
            bins.map(([start, end]) => part.narrow(dim, start, end - start).sum([dim], { keepdim: true })),
            dim,
          ),
        self,
      );
      // PyTorch divides by one side after the other, the outermost first.
      const means = [...sides].reverse().reduce((part, { dim, bins }) => {
        const lengths = call(
          'tensor',
          bins.map(([start, end]) => end - start),
          {
            dtype: self.dtype,
            device: self.device,
          },
        );
        return part.div_(lengths.view([-1, ...new Array<number>(-dim - 1).fill(1)]));
      }, sums);
      return laidOutLike(self, means);
    },
  });

  defineOperator({
    name: `adaptive_avg_pool${spatial}d`,
    schema: 'self: Tensor, output_size: any',
    doc: `The means of so many bins of ${spatial === 2 ? 'an image' : 'a volume'} in each direction, whatever its size.`,
    example: `torch.nn.functional.adaptive_avg_pool${spatial}d(torch.ones(${spatial === 2 ? '1, 4, 6' : '1, 2, 4, 6'}), 1)`,
    as: 'functional',
    forward({ self, output_size }) {
      const counts = countsOf(output_size, self.sizes, spatial);
      if (counts.every((count) => count === 1)) {
        return self.mean(Array.from({ length: spatial }, (_, k) => -1 - k).reverse(), { keepdim: true });
      }
      checkRank(`adaptive_avg_pool${spatial}d`, self, spatial);
      return call(`_adaptive_avg_pool${spatial}d`, self, counts);
    },
  });

  defineOperator({
    name: `_adaptive_max_pool${spatial}d`,
    schema: 'self: Tensor, output_size: int[]',
    doc: 'The largest elements of so many bins along each side, and where they lie.',
    as: 'function',
    gradName: `AdaptiveMaxPool${spatial}DBackward0`,
    nondifferentiable: [1],
    grad: { self: (grad, { meta, result1 }) => givenBack(grad, result1, meta.self.sizes, spatial) },
    saves: ['result1'],
    forward({ self, output_size }) {
      let values: Tensor = self;
      let places: Tensor | null = null;
      let step = 1;
      for (const { dim, bins } of sidesOf(self.sizes, output_size)) {
        const picked = bins.map(([start, end]) => {
          const part = values.narrow(dim, start, end - start);
          const [most, chosen] = part.max(dim, true);
          const own = chosen.add(start).mul(step);
          return [most, places ? own.add(places.narrow(dim, start, end - start).gather(dim, chosen)) : own];
        });
        values = joined(
          picked.map(([most]) => most),
          dim,
        );
        places = joined(
          picked.map(([, place]) => place),
          dim,
        );
        step *= self.sizes[self.ndim + dim];
      }
      return [values, places!].map((one) => laidOutLike(self, one));
    },
  });

  defineOperator({
    name: `adaptive_max_pool${spatial}d`,
    schema: 'self: Tensor, output_size: any, return_indices: bool = false',
    doc: `The largest elements of so many bins of ${spatial === 2 ? 'an image' : 'a volume'} in each direction, whatever its size.`,
    example: `torch.nn.functional.adaptive_max_pool${spatial}d(torch.arange(16, { dtype: torch.float32 }).view(${spatial === 2 ? '1, 4, 4' : '1, 1, 4, 4'}), ${spatial === 2 ? '2' : '[1, 2, 2]'})`,
    as: 'functional',
    returns: 'Tensor & Iterable<Tensor>',
    forward({ self, output_size, return_indices }) {
      const counts = countsOf(output_size, self.sizes, spatial);
      checkRank(`adaptive_max_pool${spatial}d`, self, spatial);
      const both = call<Tensor[]>(`_adaptive_max_pool${spatial}d`, self, counts);
      return return_indices ? both : both[0];
    },
  });
}

/** A signal as an image of height 1, and what comes of it as a signal again. */
defineOperator({
  name: 'adaptive_avg_pool1d',
  schema: 'self: Tensor, output_size: int[]',
  doc: 'The means of so many bins of a signal, whatever its length.',
  example: 'torch.adaptive_avg_pool1d(torch.tensor([[1.5, 3, 2, 4]]), 2)',
  as: 'function',
  forward({ self, output_size }) {
    checkRank('adaptive_avg_pool1d', self, 1);
    return call('adaptive_avg_pool2d', self.unsqueeze(-2), [1, output_size[0]]).squeeze(-2);
  },
});

defineOperator({
  name: 'adaptive_max_pool1d',
  schema: 'self: Tensor, output_size: int[], return_indices: bool = false',
  doc: 'The largest elements of so many bins of a signal, whatever its length.',
  example: 'torch.nn.functional.adaptive_max_pool1d(torch.tensor([[1.5, 3, 2, 4]]), 2)',
  as: 'functional',
  returns: 'Tensor & Iterable<Tensor>',
  forward({ self, output_size, return_indices }) {
    checkRank('adaptive_max_pool1d', self, 1);
    const both = call<Tensor[]>('_adaptive_max_pool2d', self.unsqueeze(-2), [1, output_size[0]]);
    const flat = both.map((one) => one.squeeze(-2));
    return return_indices ? flat : flat[0];
  },
});
