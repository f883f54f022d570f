/** Pooling of volumes (N, C, D, H, W): one number for each window. */

import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { tripleOf } from './convolution.ts';
import type { Triple } from './convolution-volumes.ts';
import { givenBack } from './pooling-adaptive.ts';
import type { PoolingArguments } from './pooling-max.ts';

interface Pooling {
  readonly kernel: Triple;
  readonly stride: Triple;
  readonly dilation: Triple;
  readonly padding: Triple;
}

function settings(args: PoolingArguments): Pooling {
  const { kernel_size, stride, dilation = [1] } = args;
  const kernel = tripleOf(kernel_size);
  const padding = tripleOf(args.padding);
  if (padding.some((width, k) => width * 2 > kernel[k])) {
    throw new RuntimeError(
      `pad should be at most half of effective kernel size, but got pad=${Math.max(...padding)}, kernel_size=${kernel[0]} and dilation=1`,
    );
  }
  return {
    kernel,
    stride: tripleOf(stride.length === 0 ? kernel_size : stride),
    dilation: tripleOf(dilation),
    padding,
  };
}

/** Where windows lie along one side: how many there are, and how far the last one reaches over the padded end. */
function along(k: number, size: number, shape: Pooling, ceil: boolean): { count: number; beyond: number } {
  const [stride, padding] = [shape.stride[k], shape.padding[k]];
  const reach = shape.dilation[k] * (shape.kernel[k] - 1) + 1;
  const whole = size + 2 * padding;
  let count = Math[ceil ? 'ceil' : 'floor']((whole - reach) / stride) + 1;
  // A window that would begin beyond the volume and its padding before it does not count.
  if (ceil && (count - 1) * stride >= size + padding) count--;
  return { count, beyond: Math.max((count - 1) * stride + reach - whole, 0) };
}

type Sides = readonly { count: number; beyond: number }[];

function sidesOf(sizes: readonly number[], shape: Pooling, ceil: boolean, kind: 'max' | 'mean'): Sides {
  const sides = sizes.slice(2).map((size, k) => along(k, size, shape, ceil));
  if (sides.every(({ count }) => count > 0)) return sides;
  if (kind === 'mean') {
    const letters = ['T', 'H', 'W'];
    const image = letters.map((letter, k) => `${letter}: ${sizes[k + 2]}`).join(' ');
    const kernel = letters.map((letter, k) => `k${letter}: ${shape.kernel[k]}`).join(' ');
    throw new RuntimeError(`input image (${image}) smaller than kernel size (${kernel})`);
  }
  const [, ...given] = sizes;
  const out = sides.map(({ count }) => count);
  throw new RuntimeError(
    `Given input size: (${given.join('x')}). Calculated output size: (${[given[0], ...out].join('x')}). Output size is too small`,
  );
}

/** All windows of a volume with a border of one value, as a view (N, C, windows…, elements…). */
function windowsOf(volume: Tensor, shape: Pooling, sides: Sides, border: number): Tensor {
  const widths = [2, 1, 0].flatMap((k) => [shape.padding[k], shape.padding[k] + sides[k].beyond]);
  const whole = widths.some((width) => width > 0)
    ? call('constant_pad_nd', volume, widths, border)
    : volume.contiguous();
  const [batch, channels, ...steps] = whole.strides;
  return whole.as_strided(
    [whole.sizes[0], whole.sizes[1], ...sides.map(({ count }) => count), ...shape.kernel],
    [
      batch,
      channels,
      ...steps.map((step, k) => step * shape.stride[k]),
      ...steps.map((step, k) => step * shape.dilation[k]),
    ],
    whole.offset,
  );
}

/** Where in the volume the elements lie that were chosen within their windows. */
function placesOf(chosen: Tensor, sizes: readonly number[], shape: Pooling): Tensor {
  const [, , , height, width] = sizes;
  const [, rows, columns] = shape.kernel;
  const within = [
    chosen.floor_divide(rows * columns),
    chosen.floor_divide(columns).remainder(rows),
    chosen.remainder(columns),
  ];
  const [z, y, x] = within.map((own, k) => {
    const starts = call('arange', chosen.sizes[2 + k], { device: chosen.device });
    const view = [0, 1, 2].map((dim) => (dim === k ? -1 : 1));
    return own.mul(shape.dilation[k]).add(starts.mul(shape.stride[k]).sub(shape.padding[k]).view(view));
  });
  return z.mul(height).add(y).mul(width).add(x);
}

/** Runs an operator on a batch of volumes, which may be one alone. */
function onBatch<T extends Tensor | Tensor[]>(self: Tensor, run: (batch: Tensor) => T): T {
  if (self.ndim === 5) return run(self);
  if (self.ndim !== 4) {
    throw new RuntimeError(`non-empty 4D or 5D (batch mode) tensor expected for input`);
  }
  const result = run(self.unsqueeze(0));
  return (Array.isArray(result) ? result.map((one) => one.squeeze(0)) : result.squeeze(0)) as T;
}

const maxSchema =
  'self: Tensor, kernel_size: int[], stride: int[] = [], padding: int[] = 0, dilation: int[] = 1, ceil_mode: bool = false';

defineOperator({
  name: '_max_pool3d',
  schema: maxSchema,
  doc: 'The largest element of each window of a volume, and where it lies.',
  as: 'function',
  gradName: 'MaxPool3DWithIndicesBackward0',
  nondifferentiable: [1],
  grad: { self: (grad, { meta, result1 }) => givenBack(grad, result1, meta.self.sizes, 3) },
  saves: ['result1'],
  forward(args) {
    const shape = settings(args);
    const sides = sidesOf(args.self.sizes, shape, args.ceil_mode, 'max');
    const windows = windowsOf(args.self, shape, sides, -Infinity);
    const [values, chosen] = windows.flatten(-3).max(-1);
    return [values, placesOf(chosen, args.self.sizes, shape)];
  },
});

defineOperator({
  name: 'max_pool3d',
  schema: `${maxSchema}, return_indices: bool = false`,
  doc: 'The largest element of each window of a volume.',
  example: 'torch.max_pool3d(torch.arange(16, { dtype: torch.float32 }).view(1, 2, 2, 4), 2)',
  as: 'function',
  returns: 'Tensor & Iterable<Tensor>',
  forward({ self, return_indices, ...args }) {
    const both = onBatch(self, (batch) => {
      return call<Tensor[]>('_max_pool3d', batch, args);
    });
    return return_indices ? both : both[0];
  },
});

interface Averaging extends PoolingArguments {
  readonly ceil_mode: boolean;
  readonly count_include_pad: boolean;
  readonly divisor_override: number | null;
}

/** By what the sum of each window is divided: (windows…). */
function divisorsOf(
  sizes: readonly number[],
  shape: Pooling,
  sides: Sides,
  { count_include_pad, divisor_override }: Averaging,
): number[] {
  const spans = sides.map(({ count }, k) =>
    Array.from({ length: count }, (_, window) => {
      const size = sizes[k + 2];
      const start = window * shape.stride[k] - shape.padding[k];
      const end = Math.min(start + shape.kernel[k], size + shape.padding[k]);
      return count_include_pad ? end - start : Math.min(end, size) - Math.max(start, 0);
    }),
  );
  return spans[0].flatMap((z) => spans[1].flatMap((y) => spans[2].map((x) => divisor_override ?? z * y * x)));
}

const avgSchema =
  'self: Tensor, kernel_size: int[], stride: int[] = [], padding: int[] = 0, ceil_mode: bool = false, count_include_pad: bool = true, divisor_override: int? = null';

function averaging(sizes: readonly number[], args: Averaging, like: Tensor) {
  const shape = settings(args);
  const sides = sidesOf(sizes, shape, args.ceil_mode, 'mean');
  const divisors = call('tensor', divisorsOf(sizes, shape, sides, args), {
    dtype: like.dtype,
    device: like.device,
  });
  return { shape, sides, divisors: divisors.view(sides.map(({ count }) => count)) };
}

defineOperator({
  name: '_avg_pool3d',
  schema: avgSchema,
  doc: 'The mean of each window of a volume.',
  as: 'function',
  gradName: 'AvgPool3DBackward0',
  grad: {
    self(grad, context) {
      const { sizes } = context.meta.self;
      const { shape, sides, divisors } = averaging(sizes, context, grad);
      const [batch, channels, ...spatial] = sizes;
      const { padding, stride } = shape;
      const whole = spatial.map((size, k) => size + 2 * padding[k] + sides[k].beyond);
      const volume = grad.new_zeros([batch, channels, ...whole]);
      const share = grad.div(divisors);
      for (const offset of offsetsIn(shape.kernel)) {
        let target = volume;
        offset.forEach((first, k) => {
          target = target.slice(k + 2, first, first + (sides[k].count - 1) * stride[k] + 1, stride[k]);
        });
        target.add_(share);
      }
      return spatial.reduce((part, size, k) => part.narrow(k + 2, padding[k], size), volume);
    },
  },
  forward(args) {
    const { shape, sides, divisors } = averaging(args.self.sizes, args, args.self);
    return windowsOf(args.self, shape, sides, 0).sum([-3, -2, -1]).div(divisors);
  },
});

function offsetsIn([depth, height, width]: Triple): Triple[] {
  return Array.from({ length: depth * height * width }, (_, place) => [
    Math.floor(place / width / height),
    Math.floor(place / width) % height,
    place % width,
  ]);
}

defineOperator({
  name: 'avg_pool3d',
  schema: avgSchema,
  doc: 'The mean of each window of a volume, zeros around it counted.',
  example: 'torch.nn.functional.avg_pool3d(torch.ones(1, 2, 2, 4), 2)',
  as: 'functional',
  forward({ self, ...args }) {
    if (args.divisor_override === 0) throw new RuntimeError('divisor must be not zero');
    return onBatch(self, (batch) => call('_avg_pool3d', batch, args));
  },
});
