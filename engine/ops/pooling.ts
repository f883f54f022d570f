/** Pooling: one number for each window of an image. */

import { RuntimeError } from '../core/errors.ts';
import { defineOperator, operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { pairOf } from './convolution.ts';
import { padImage } from './convolution-columns.ts';
import { foldWindows, type Pair, type WindowShape, windowsOf } from './windows.ts';

const call = (name: string, ...args: unknown[]): Tensor => operatorNamed(name).call(...args);

const maxSchema =
  'self: Tensor, kernel_size: int[], stride: int[] = [], padding: int[] = 0, dilation: int[] = 1';
const list = (value: unknown): number[] => (Array.isArray(value) ? value : [Number(value)]);

interface Settings extends WindowShape {
  readonly padding: Pair;
}

function settings(args: Record<string, unknown>): Settings {
  const kernel = pairOf(list(args.kernel_size));
  const stride = list(args.stride).length === 0 ? kernel : pairOf(list(args.stride));
  return { kernel, stride, dilation: pairOf(list(args.dilation ?? 1)), padding: pairOf(list(args.padding)) };
}

function checkPadding({ kernel, padding }: Settings): void {
  if (padding.some((width, k) => width * 2 > kernel[k])) {
    throw new RuntimeError(
      `pad should be at most half of effective kernel size, but got pad=${Math.max(...padding)}, kernel_size=${kernel[0]} and dilation=1`,
    );
  }
}

const maxPool = defineOperator({
  name: '_max_pool2d',
  schema: maxSchema,
  doc: 'The largest element of each window, and which of the window it is.',
  as: 'function',
  gradName: 'MaxPool2DWithIndicesBackward0',
  nondifferentiable: [1],
  grad: {
    self(grad, context) {
      const shape = settings(context);
      const [, , height, width] = context.meta.self.sizes;
      const [top, left] = shape.padding;
      const [batch, channels, rows, columns] = grad.sizes;
      const flat = grad.new_zeros([batch, channels, rows, columns, shape.kernel[0] * shape.kernel[1]]);
      const spread = flat.scatter(-1, context.results[1].unsqueeze(-1), grad.unsqueeze(-1));
      const windows = spread
        .view(batch, channels, rows, columns, shape.kernel[0], shape.kernel[1])
        .permute(0, 1, 4, 5, 2, 3);
      const image = foldWindows(windows, [height + 2 * top, width + 2 * left], shape);
      return image.narrow(2, top, height).narrow(3, left, width);
    },
  },
  saves: ['results'],
  forward(args) {
    const shape = settings(args);
    checkPadding(shape);
    const windows = windowsOf(padImage(args.self.contiguous(), shape.padding, -Infinity), shape);
    const flat = windows
      .permute(0, 1, 4, 5, 2, 3)
      .reshape([...[0, 1, 4, 5].map((dim) => windows.sizes[dim]), -1]);
    const [values, indices] = flat.max(-1) as unknown as [Tensor, Tensor];
    return [values, indices];
  },
});

/** Runs an operator on images on inputs with or without a batch, of one spatial dimension or two. */
function onImages(self: Tensor, spatial: 1 | 2, run: (images: Tensor) => Tensor): Tensor {
  const batched = self.ndim === spatial + 2 ? self : self.unsqueeze(0);
  const images = spatial === 1 ? batched.unsqueeze(2) : batched;
  const result = run(images);
  const flat = spatial === 1 ? result.squeeze(2) : result;
  return self.ndim === spatial + 2 ? flat : flat.squeeze(0);
}

defineOperator({
  name: 'max_pool2d',
  schema: maxSchema,
  doc: 'The largest element of each window of an image.',
  example: 'torch.max_pool2d(torch.arange(16, { dtype: torch.float32 }).view(1, 1, 4, 4), 2)',
  as: 'function',
  forward: ({ self, kernel_size, stride, padding, dilation }) =>
    onImages(self, 2, (images) => maxPool(images, kernel_size, stride, list(padding), list(dilation))[0]),
});

defineOperator({
  name: 'max_pool1d',
  schema: maxSchema,
  doc: 'The largest element of each window of a signal.',
  example: 'torch.max_pool1d(torch.tensor([[1.5, 3, 2, 4]]), 2)',
  as: 'function',
  forward: ({ self, kernel_size, stride, padding, dilation }) =>
    onImages(self, 1, (images) => {
      const step = stride.length === 0 ? [] : [1, stride[0]];
      return maxPool(images, [1, kernel_size[0]], step, [0, list(padding)[0]], [1, list(dilation)[0]])[0];
    }),
});

const avgSchema = 'self: Tensor, kernel_size: int[], stride: int[] = [], padding: int[] = 0';

const avgPool = defineOperator({
  name: '_avg_pool2d',
  schema: avgSchema,
  doc: 'The mean of each window.',
  as: 'function',
  gradName: 'AvgPool2DBackward0',
  grad: {
    self(grad, context) {
      const shape = settings(context);
      const [, , height, width] = context.meta.self.sizes;
      const [top, left] = shape.padding;
      const [batch, channels, rows, columns] = grad.sizes;
      const share = grad.div(shape.kernel[0] * shape.kernel[1]).view(batch, channels, 1, 1, rows, columns);
      const windows = share.expand(batch, channels, shape.kernel[0], shape.kernel[1], rows, columns);
      const image = foldWindows(windows, [height + 2 * top, width + 2 * left], shape);
      return image.narrow(2, top, height).narrow(3, left, width);
    },
  },
  forward(args) {
    const shape = settings(args);
    checkPadding(shape);
    return windowsOf(padImage(args.self.contiguous(), shape.padding), shape).mean([2, 3]);
  },
});

defineOperator({
  name: 'avg_pool2d',
  schema: avgSchema,
  doc: 'The mean of each window of an image, zeros around it counted.',
  example: 'torch.nn.functional.avg_pool2d(torch.ones(1, 2, 4), 2)',
  as: 'functional',
  forward: ({ self, kernel_size, stride, padding }) =>
    onImages(self, 2, (images) => avgPool(images, kernel_size, stride, list(padding))),
});

defineOperator({
  name: 'avg_pool1d',
  schema: avgSchema,
  doc: 'The mean of each window of a signal.',
  example: 'torch.avg_pool1d(torch.tensor([[1.5, 3, 2, 4]]), 2)',
  as: 'function',
  forward: ({ self, kernel_size, stride, padding }) =>
    onImages(self, 1, (images) =>
      avgPool(images, [1, kernel_size[0]], stride.length === 0 ? [] : [1, stride[0]], [0, list(padding)[0]]),
    ),
});

/** Bins of as equal sizes as can be: where each begins and ends. */
function bins(size: number, count: number): [number, number][] {
  return Array.from({ length: count }, (_, k) => [
    Math.floor((k * size) / count),
    Math.ceil(((k + 1) * size) / count),
  ]);
}

defineOperator({
  name: 'adaptive_avg_pool2d',
  schema: 'self: Tensor, output_size: int[]',
  doc: 'The means of so many bins of an image in each direction, whatever its size.',
  example: 'torch.nn.functional.adaptive_avg_pool2d(torch.ones(1, 4, 6), 1)',
  as: 'functional',
  forward({ self, output_size }) {
    const [rows, columns] = pairOf(output_size);
    if (rows === 1 && columns === 1) return self.mean([-2, -1], { keepdim: true });
    const lines = bins(self.sizes[self.ndim - 2], rows).map(([top, bottom]) => {
      const band = self.slice(-2, top, bottom);
      const cells = bins(self.sizes[self.ndim - 1], columns).map(([left, right]) =>
        band.slice(-1, left, right).mean([-2, -1]),
      );
      return call('stack', cells, -1);
    });
    return call('stack', lines, -2);
  },
});

defineOperator({
  name: 'adaptive_avg_pool1d',
  schema: 'self: Tensor, output_size: int[]',
  doc: 'The means of so many bins of a signal, whatever its length.',
  example: 'torch.adaptive_avg_pool1d(torch.tensor([[1.5, 3, 2, 4]]), 2)',
  as: 'function',
  forward: ({ self, output_size }) =>
    call(
      'stack',
      bins(self.sizes[self.ndim - 1], output_size[0]).map(([left, right]) =>
        self.slice(-1, left, right).mean([-1]),
      ),
      -1,
    ),
});
