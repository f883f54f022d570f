/** Pooling: one number for each window of an image. */

import { is_grad_enabled } from '../autograd/modes.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { sameSizes, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { pairOf } from './convolution.ts';
import { padImage } from './convolution-columns.ts';
import { laidOutLike } from './layout.ts';
import {
  checkOutput,
  checkPadding,
  maxPool,
  maxSchema,
  type Pooling,
  placesOf,
  poolingOf,
} from './pooling-max.ts';
import { foldWindows, type Pair, windowsOf } from './windows.ts';

/** Runs an operator on images on inputs with or without a batch, of one spatial dimension or two. */
function onImages(self: Tensor, spatial: 1 | 2, run: (images: Tensor) => Tensor): Tensor {
  const batched = self.ndim === spatial + 2 ? self : self.unsqueeze(0);
  const images = spatial === 1 ? batched.unsqueeze(2) : batched;
  const result = run(images);
  const flat = spatial === 1 ? result.squeeze(2) : result;
  return self.ndim === spatial + 2 ? flat : flat.squeeze(0);
}

/** By how much an image has to grow downwards and to the right for windows that are begun to be counted. */
function overhang(sizes: readonly number[], { kernel, stride, dilation, padding }: Pooling): Pair {
  const along = (k: 0 | 1): number => {
    const size = sizes[sizes.length - 2 + k];
    const reach = dilation[k] * (kernel[k] - 1) + 1;
    const whole = size + 2 * padding[k];
    let count = Math.ceil((whole - reach) / stride[k]) + 1;
    // A window that would begin beyond the image and its padding before it does not count.
    if ((count - 1) * stride[k] >= size + padding[k]) count--;
    return Math.max((count - 1) * stride[k] + reach - whole, 0);
  };
  return [along(0), along(1)];
}

const grown = (images: Tensor, [below, right]: Pair, value: number): Tensor =>
  below + right === 0 ? images : call('constant_pad_nd', images, [0, right, 0, below], value);

/** @throws RuntimeError where no window fits into the signal */
function checkSignal(size: number, { kernel, stride, dilation, padding }: Pooling): void {
  const reach = dilation[1] * (kernel[1] - 1) + 1;
  const count = Math.floor((size + 2 * padding[1] - reach) / stride[1]) + 1;
  if (count <= 0) throw new RuntimeError(`max_pool1d() Invalid computed output size: ${count}`);
}

interface MaxPool {
  kernel_size: number[];
  stride: number[];
  padding: number[];
  dilation: number[];
  ceil_mode: boolean;
  return_indices: boolean;
}

/** The largest elements, and where they lie if asked for. */
function largest(self: Tensor, spatial: 1 | 2, args: MaxPool): Tensor | [Tensor, Tensor] {
  if (self.ndim !== spatial + 1 && self.ndim !== spatial + 2) {
    throw new RuntimeError(
      spatial === 1
        ? `max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:[${self.sizes.join(', ')}]`
        : `non-empty ${spatial + 1}D or ${spatial + 2}D (batch mode) tensor expected for input`,
    );
  }
  const { kernel_size, stride, padding, dilation } = args;
  let places = self;
  // PyTorch has a kernel of its own for signals that need no gradient: it knows one layout.
  const isPlain = spatial === 1 && !args.return_indices && !(is_grad_enabled() && self.requires_grad);
  const values = onImages(isPlain ? self.contiguous() : self, spatial, (images) => {
    const shape = poolingOf({ kernel_size, stride, padding, dilation });
    if (isPlain) checkSignal(images.sizes[3], shape);
    const own = args.ceil_mode ? grown(images, overhang(images.sizes, shape), -Infinity) : images;
    const [most, chosen] = maxPool(own, kernel_size, stride, padding, dilation);
    if (args.return_indices) places = laidOutLike(images, placesOf(chosen, images.sizes[3], shape));
    return most;
  });
  if (!args.return_indices) return values;
  return [values, sameSizes(places.sizes, values.sizes) ? places : places.view(values.sizes as number[])];
}

const maxOptions = ', ceil_mode: bool = false, return_indices: bool = false';

defineOperator({
  name: 'max_pool2d',
  schema: `${maxSchema}${maxOptions}`,
  doc: 'The largest element of each window of an image.',
  example: 'torch.max_pool2d(torch.arange(16, { dtype: torch.float32 }).view(1, 1, 4, 4), 2)',
  as: 'function',
  returns: 'Tensor & Iterable<Tensor>',
  forward: ({ self, ...args }) => largest(self, 2, args),
});

defineOperator({
  name: 'max_pool1d',
  schema: `${maxSchema}${maxOptions}`,
  doc: 'The largest element of each window of a signal.',
  example: 'torch.max_pool1d(torch.tensor([[1.5, 3, 2, 4]]), 2)',
  as: 'function',
  returns: 'Tensor & Iterable<Tensor>',
  forward: ({ self, kernel_size, stride, padding, dilation, ...rest }) =>
    largest(self, 1, {
      ...rest,
      kernel_size: [1, kernel_size[0]],
      stride: stride.length === 0 ? [] : [1, stride[0]],
      padding: [0, padding[0]],
      dilation: [1, dilation[0]],
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
      const shape = poolingOf(context);
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
    const shape = poolingOf(args);
    checkPadding(shape);
    const windows = windowsOf(padImage(args.self.contiguous(), shape.padding), shape);
    return laidOutLike(args.self, windows.mean([2, 3]));
  },
});

interface AveragePool {
  kernel_size: number[];
  stride: number[];
  padding: number[];
  ceil_mode: boolean;
  count_include_pad: boolean;
  divisor_override?: number | null;
}

/** The means of the windows; where they hang over the border, only of what is to be counted. */
function means(self: Tensor, spatial: 1 | 2, args: AveragePool): Tensor {
  const { kernel_size, stride, padding, divisor_override: divisor = null } = args;
  if (divisor === 0) throw new RuntimeError('divisor must be not zero');
  if (spatial === 1 && self.ndim !== 2 && self.ndim !== 3) {
    throw new RuntimeError(
      `Expected 2 to 3 dimensions, but got ${self.ndim}-dimensional tensor for argument #1 'self' (while checking arguments for avg_pool1d)`,
    );
  }
  if (spatial === 2) wrapDim(-3, self.ndim);
  return onImages(self, spatial, (images) => {
    const shape = poolingOf({ kernel_size, stride, padding });
    if (!args.ceil_mode) checkOutput(images.sizes, shape);
    const extra: Pair = args.ceil_mode ? overhang(images.sizes, shape) : [0, 0];
    if (divisor !== null) {
      const border = [padding[1], padding[1], padding[0], padding[0]];
      const whole = grown(call('constant_pad_nd', images, border), extra, 0);
      const area = shape.kernel[0] * shape.kernel[1];
      return avgPool(whole, kernel_size, stride, [0, 0]).mul(area / divisor);
    }
    if (extra[0] + extra[1] === 0 && args.count_include_pad) {
      return avgPool(images, kernel_size, stride, padding);
    }
    const counted = args.count_include_pad ? 1 : 0;
    const [top, left] = padding;
    const ones = call('constant_pad_nd', call('ones_like', images.detach()), [left, left, top, top], counted);
    const pooled = (padded: Tensor): Tensor => avgPool(grown(padded, extra, 0), kernel_size, stride, [0, 0]);
    return pooled(call('constant_pad_nd', images, [left, left, top, top])).div(pooled(ones));
  });
}

const avgOptions = ', ceil_mode: bool = false, count_include_pad: bool = true';

defineOperator({
  name: 'avg_pool2d',
  schema: `${avgSchema}${avgOptions}, divisor_override: int? = null`,
  doc: 'The mean of each window of an image, zeros around it counted.',
  example: 'torch.nn.functional.avg_pool2d(torch.ones(1, 2, 4), 2)',
  as: 'functional',
  forward: ({ self, padding, ...rest }) => means(self, 2, { ...rest, padding: [...pairOf(padding)] }),
});

defineOperator({
  name: 'avg_pool1d',
  schema: `${avgSchema}${avgOptions}`,
  doc: 'The mean of each window of a signal.',
  example: 'torch.avg_pool1d(torch.tensor([[1.5, 3, 2, 4]]), 2)',
  as: 'function',
  forward: ({ self, kernel_size, stride, padding, ...rest }) =>
    means(self, 1, {
      ...rest,
      kernel_size: [1, kernel_size[0]],
      stride: stride.length === 0 ? [] : [1, stride[0]],
      padding: [0, padding[0]],
    }),
});
