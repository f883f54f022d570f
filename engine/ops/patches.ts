/** Images as columns of patches and back, and channels as pixels and back. */

import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { pairOf } from './convolution.ts';
import { padImage } from './convolution-columns.ts';
import { laidOutLike } from './layout.ts';
import type { PoolingArguments } from './pooling-max.ts';
import { foldWindows, type Pair, type WindowShape, windowCounts, windowsOf } from './windows.ts';

const patchSchema = 'kernel_size: int[], dilation: int[] = 1, padding: int[] = 0, stride: int[] = 1';

type Patches = WindowShape & { readonly padding: Pair };

function patchesOf(args: Required<PoolingArguments>): Patches {
  return {
    kernel: pairOf(args.kernel_size),
    dilation: pairOf(args.dilation),
    padding: pairOf(args.padding),
    stride: pairOf(args.stride),
  };
}

const inPairs = (value: Pair): string => `(${value.join(', ')})`;
const padded = ([height, width]: Pair, [top, left]: Pair): Pair => [height + 2 * top, width + 2 * left];

/** Runs an operator on a batch of inputs, which may be one alone. */
function onBatch(input: Tensor, rank: number, run: (batch: Tensor) => Tensor): Tensor {
  return input.ndim === rank ? run(input) : run(input.unsqueeze(0)).squeeze(0);
}

defineOperator({
  name: '_im2col',
  schema: `input: Tensor, ${patchSchema}`,
  doc: 'The patches of a batch of images as columns.',
  as: 'function',
  gradName: 'Im2ColBackward0',
  grad: {
    input: (grad, { meta, kernel_size, dilation, padding, stride }) =>
      call('_col2im', grad, meta.input.sizes.slice(-2), kernel_size, dilation, padding, stride),
  },
  forward(args) {
    const shape = patchesOf(args);
    return onBatch(args.input, 4, (images) => {
      const windows = windowsOf(padImage(images.contiguous(), shape.padding), shape);
      const [batch, channels, height, width, rows, columns] = windows.sizes;
      return windows.reshape(batch, channels * height * width, rows * columns).contiguous();
    });
  },
});

defineOperator({
  name: '_col2im',
  schema: `input: Tensor, output_size: int[], ${patchSchema}`,
  doc: 'Columns of patches added up to a batch of images.',
  as: 'function',
  gradName: 'Col2ImBackward0',
  grad: {
    input: (grad, { kernel_size, dilation, padding, stride }) =>
      call('_im2col', grad, kernel_size, dilation, padding, stride),
  },
  forward(args) {
    const shape = patchesOf(args);
    const [height, width] = pairOf(args.output_size);
    const whole = padded([height, width], shape.padding);
    return onBatch(args.input, 3, (parts) => {
      const [batch, rows] = parts.sizes;
      const channels = rows / (shape.kernel[0] * shape.kernel[1]);
      const windows = parts.reshape(batch, channels, ...shape.kernel, ...windowCounts(whole, shape));
      const [top, left] = shape.padding;
      return foldWindows(windows, whole, shape).narrow(2, top, height).narrow(3, left, width).contiguous();
    });
  },
});

defineOperator({
  name: '_unfold_images',
  schema: `input: Tensor, ${patchSchema}`,
  doc: 'All patches of images (N, C, H, W) as columns: (N, C times kernel elements, patches).',
  as: 'function',
  forward({ input, kernel_size, dilation, padding, stride }) {
    const shape = patchesOf({ kernel_size, dilation, padding, stride });
    if (input.ndim !== 3 && input.ndim !== 4) {
      throw new RuntimeError(
        `Expected 3D or 4D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: [${input.sizes.join(', ')}]`,
      );
    }
    const size = pairOf(input.sizes.slice(-2));
    const counts = windowCounts(padded(size, shape.padding), shape);
    if (counts[0] < 1 || counts[1] < 1) {
      throw new RuntimeError(
        `Given input with spatial size ${inPairs(size)}, kernel_size=${inPairs(shape.kernel)}, dilation=${inPairs(shape.dilation)}, padding=${inPairs(shape.padding)}, calculated shape of the array of sliding blocks as ${inPairs(counts)}, but its components must be at least one.`,
      );
    }
    return call('_im2col', input, kernel_size, dilation, padding, stride);
  },
});

defineOperator({
  name: 'fold',
  schema: `input: Tensor, output_size: int[], ${patchSchema}`,
  doc: 'Columns of patches added up to images of that size: what unfold takes apart, summed where patches overlap.',
  example: 'torch.nn.functional.fold(torch.ones(1, 4, 2), [2, 3], [2, 2])',
  as: 'functional',
  forward({ input, output_size, kernel_size, dilation, padding, stride }) {
    const shape = patchesOf({ kernel_size, dilation, padding, stride });
    const size = pairOf(output_size);
    const [rows, columns] = input.sizes.slice(-2);
    if (rows % (shape.kernel[0] * shape.kernel[1]) !== 0) {
      throw new RuntimeError(
        `Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)=${rows} and kernel_size=${inPairs(shape.kernel)}.`,
      );
    }
    const counts = windowCounts(padded(size, shape.padding), shape);
    if (counts[0] * counts[1] !== columns) {
      throw new RuntimeError(
        `Given output_size=${inPairs(size)}, kernel_size=${inPairs(shape.kernel)}, dilation=${inPairs(shape.dilation)}, padding=${inPairs(shape.padding)}, stride=${inPairs(shape.stride)}, expected size of input's dimension 2 to match the calculated number of sliding blocks ${counts[0]} * ${counts[1]} = ${counts[0] * counts[1]}, but got input.size(2)=${columns}.`,
      );
    }
    return call('_col2im', input, [...size], kernel_size, dilation, padding, stride);
  },
});

function requireImage(name: string, input: Tensor): void {
  if (input.ndim >= 3) return;
  throw new RuntimeError(
    `${name} expects input to have at least 3 dimensions, but got input with ${input.ndim} dimension(s)`,
  );
}

defineOperator({
  name: 'pixel_shuffle',
  schema: 'self: Tensor, upscale_factor: int',
  doc: 'Squares of pixels made of channels: (…, C r², H, W) becomes (…, C, H r, W r).',
  example: 'torch.pixel_shuffle(torch.arange(4).view(4, 1, 1), 2)',
  as: 'function',
  grad: { self: (grad, { upscale_factor }) => call('pixel_unshuffle', grad, upscale_factor) },
  forward({ self, upscale_factor: r }) {
    requireImage('pixel_shuffle', self);
    const [channels, height, width] = self.sizes.slice(-3);
    if (channels % r ** 2 !== 0) {
      throw new RuntimeError(
        `pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=${channels} is not divisible by ${r ** 2}`,
      );
    }
    const lead = self.sizes.slice(0, -3);
    const shuffled = self
      .reshape(-1, channels / r ** 2, r, r, height, width)
      .permute(0, 1, 4, 2, 5, 3)
      .reshape(...lead, channels / r ** 2, height * r, width * r);
    return laidOutLike(self, shuffled);
  },
});

defineOperator({
  name: 'pixel_unshuffle',
  schema: 'self: Tensor, downscale_factor: int',
  doc: 'Channels made of squares of pixels: (…, C, H r, W r) becomes (…, C r², H, W).',
  example: 'torch.pixel_unshuffle(torch.arange(4).view(1, 2, 2), 2)',
  as: 'function',
  grad: { self: (grad, { downscale_factor }) => call('pixel_shuffle', grad, downscale_factor) },
  forward({ self, downscale_factor: r }) {
    requireImage('pixel_unshuffle', self);
    const [channels, height, width] = self.sizes.slice(-3);
    for (const [side, dim, size] of [
      ['height', -2, height],
      ['width', -1, width],
    ] as const) {
      if (size % r === 0) continue;
      throw new RuntimeError(
        `pixel_unshuffle expects ${side} to be divisible by downscale_factor, but input.size(${dim})=${size} is not divisible by ${r}`,
      );
    }
    const lead = self.sizes.slice(0, -3);
    return self
      .reshape(-1, channels, height / r, r, width / r, r)
      .permute(0, 1, 3, 5, 2, 4)
      .reshape(...lead, channels * r ** 2, height / r, width / r);
  },
});

defineOperator({
  name: 'channel_shuffle',
  schema: 'self: Tensor, groups: int',
  doc: 'Channels of several groups taken in turn.',
  example: 'torch.channel_shuffle(torch.arange(4).view(1, 4, 1), 2).flatten()',
  as: 'function',
  forward({ self, groups }) {
    if (self.ndim < 3) {
      throw new RuntimeError(
        `channel_shuffle expects input with > 2 dims, but got input with sizes [${self.sizes.join(', ')}]`,
      );
    }
    const [batch, channels] = self.sizes;
    if (channels % groups !== 0)
      throw new RuntimeError(
        `Number of channels must be divisible by groups. Got ${channels} channels and ${groups} groups.`,
      );
    const shuffled = self
      .reshape(batch, groups, channels / groups, ...self.sizes.slice(2))
      .transpose(1, 2)
      .reshape(self.sizes as number[]);
    return laidOutLike(self, shuffled);
  },
});
