/** Convolutions: windows of the image as columns of one matrix, multiplied by the filters as rows of another. */

import './arranging.ts';
import './products.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator, operatorNamed } from '../core/operator.ts';
import { shapeText } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { contiguous_format } from './copy.ts';
import { foldWindows, type Pair, type WindowShape, windowCounts, windowsOf } from './windows.ts';

const call = (name: string, ...args: unknown[]): Tensor => operatorNamed(name).call(...args);

/** One number for both sides, or two. */
export function pairOf(value: readonly number[]): Pair {
  return value.length === 1 ? [value[0], value[0]] : [value[0], value[1]];
}

export function padImage(image: Tensor, [height, width]: Pair, value = 0): Tensor {
  if (height === 0 && width === 0) return image;
  return call('constant_pad_nd', image, [width, width, height, height], value);
}

/** Windows of a padded image as a matrix: a row for each element of a window, a column for each window. */
function columnsOf(padded: Tensor, shape: WindowShape): Tensor {
  const windows = windowsOf(padded, shape);
  const [batch, channels, height, width, rows, columns] = windows.sizes;
  return windows.permute(1, 2, 3, 0, 4, 5).reshape(channels * height * width, batch * rows * columns);
}

/** (filters, N * rows * columns) as (N, filters, rows, columns). */
function asImages(matrix: Tensor, batch: number, [rows, columns]: Pair): Tensor {
  return matrix.view(matrix.sizes[0], batch, rows, columns).transpose(0, 1);
}

function asMatrix(images: Tensor): Tensor {
  return images.transpose(0, 1).reshape(images.sizes[1], -1);
}

/** The parts of a tensor's channels that belong to each group. */
function groupsOf(tensor: Tensor, dim: number, groups: number): Tensor[] {
  return groups === 1 ? [tensor] : (tensor.chunk(groups, dim) as Tensor[]);
}

const schema =
  'input: Tensor, weight: Tensor, bias: Tensor? = null, stride: int[] = [], padding: int[] = [], dilation: int[] = [], groups: int = 1';

function settings(args: {
  stride: number[];
  padding: number[];
  dilation: number[];
  weight: { sizes: readonly number[] };
}): WindowShape & { padding: Pair } {
  const [height, width] = asImageSizes(args.weight.sizes).slice(2);
  return {
    kernel: [height, width],
    stride: pairOf(args.stride),
    dilation: pairOf(args.dilation),
    padding: pairOf(args.padding),
  };
}

/** A signal (or its filters) is an image of height 1. */
const asImageSizes = (sizes: readonly number[]): readonly number[] =>
  sizes.length === 3 ? [sizes[0], sizes[1], 1, sizes[2]] : sizes;
const asImage = (tensor: Tensor): Tensor => (tensor.ndim === 3 ? tensor.unsqueeze(2) : tensor);

/** (N, C, H, W) with (O, C / groups, kernel height, kernel width), or the same without heights: what all others are made of. */
export const convolution = defineOperator({
  name: '_convolution',
  schema,
  doc: 'The convolution of a batch of images.',
  as: 'function',
  gradName: 'ConvolutionBackward0',
  grad: {
    input(grad, context) {
      const shape = settings({
        ...context,
        stride: context.stride,
        padding: context.padding,
        dilation: context.dilation,
        weight: context.meta.weight,
      });
      const [, , height, width] = asImageSizes(context.meta.input.sizes);
      const [top, left] = shape.padding;
      const padded: Pair = [height + 2 * top, width + 2 * left];
      const [rows, columns] = windowCounts(padded, shape);
      const weights = groupsOf(asImage(context.weight), 0, context.groups);
      const images = groupsOf(asImage(grad), 1, context.groups).map((part, group) => {
        const weight = weights[group];
        const matrix = weight.reshape(weight.sizes[0], -1).t().mm(asMatrix(part));
        const [, channels] = weight.sizes;
        const windows = matrix
          .view(channels, shape.kernel[0], shape.kernel[1], part.sizes[0], rows, columns)
          .permute(3, 0, 1, 2, 4, 5);
        return foldWindows(windows, padded, shape);
      });
      const image = images.length === 1 ? images[0] : call('cat', images, 1);
      return image
        .narrow(2, top, height)
        .narrow(3, left, width)
        .reshape(context.meta.input.sizes as number[]);
    },
    weight(grad, context) {
      const shape = settings({
        ...context,
        stride: context.stride,
        padding: context.padding,
        dilation: context.dilation,
        weight: context.meta.weight,
      });
      const inputs = groupsOf(padImage(asImage(context.input), shape.padding), 1, context.groups);
      const parts = groupsOf(asImage(grad), 1, context.groups).map((part, group) =>
        asMatrix(part).mm(columnsOf(inputs[group], shape).t()),
      );
      const matrix = parts.length === 1 ? parts[0] : call('cat', parts, 0);
      return matrix.view(context.meta.weight.sizes as number[]);
    },
    bias: (grad) => grad.sum(grad.ndim === 3 ? [0, 2] : [0, 2, 3]),
  },
  saves: ['input', 'weight'],
  forward(args) {
    const { bias, groups } = args;
    const [input, weight] = [asImage(args.input), asImage(args.weight)];
    const shape = settings(args);
    const padded = padImage(input, shape.padding);
    const counts = windowCounts([padded.sizes[2], padded.sizes[3]], shape);
    if (counts[0] <= 0 || counts[1] <= 0) {
      const [h, w] = padded.sizes.slice(2);
      throw new RuntimeError(
        `Calculated padded input size per channel: (${h} x ${w}). Kernel size: (${shape.kernel.join(' x ')}). Kernel size can't be greater than actual input size`,
      );
    }
    const weights = groupsOf(weight, 0, groups);
    const parts = groupsOf(padded, 1, groups).map((part, group) => {
      const own = weights[group];
      return own.reshape(own.sizes[0], -1).mm(columnsOf(part, shape));
    });
    const matrix = parts.length === 1 ? parts[0] : call('cat', parts, 0);
    const images = asImages(bias ? matrix.add_(bias.unsqueeze(1)) : matrix, input.sizes[0], counts);
    const result = images.clone({ memory_format: contiguous_format });
    return args.input.ndim === 3 ? result.squeeze(2) : result;
  },
});

function checkShapes(input: Tensor, weight: Tensor, groups: number, spatial: 1 | 2): void {
  if (input.ndim !== spatial + 1 && input.ndim !== spatial + 2) {
    throw new RuntimeError(
      `Expected ${spatial + 1}D (unbatched) or ${spatial + 2}D (batched) input to conv${spatial}d, but got input of size: ${shapeText(input.sizes)}`,
    );
  }
  const channels = input.sizes[input.ndim - spatial - 1];
  if (channels !== weight.sizes[1] * groups) {
    const batched = input.ndim === spatial + 2 ? input.sizes : [1, ...input.sizes];
    throw new RuntimeError(
      `Given groups=${groups}, weight of size ${shapeText(weight.sizes)}, expected input${shapeText(batched)} to have ${weight.sizes[1] * groups} channels, but got ${channels} channels instead`,
    );
  }
  if (input.dtype !== weight.dtype) {
    throw new RuntimeError(
      `Input type (${input.dtype.className}) and weight type (${weight.dtype.className}) should be the same`,
    );
  }
}

/** Widths of padding by name: `same` keeps the size, `valid` adds nothing. */
function paddingOf(padding: unknown, kernel: readonly number[], dilation: Pair): number[] {
  if (padding === 'valid') return kernel.map(() => 0);
  if (padding === 'same') return kernel.map((size, k) => (dilation[k] * (size - 1)) / 2);
  return Array.isArray(padding) ? padding : [Number(padding)];
}

const publicSchema =
  'input: Tensor, weight: Tensor, bias: Tensor? = null, stride: int[] = 1, padding: any = 0, dilation: int[] = 1, groups: int = 1';
const asList = (value: unknown): number[] => (Array.isArray(value) ? value : [Number(value)]);

defineOperator({
  name: 'conv2d',
  schema: publicSchema,
  doc: 'Slides filters of shape (O, C / groups, height, width) over images of shape (N, C, H, W).',
  example: 'torch.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2))',
  as: 'function',
  forward({ input, weight, bias, stride, padding, dilation, groups }) {
    checkShapes(input, weight, groups, 2);
    const own = pairOf(asList(dilation));
    const widths = paddingOf(padding, weight.sizes.slice(2), own);
    const batched = input.ndim === 4 ? input : input.unsqueeze(0);
    const result = convolution(batched, weight, bias, asList(stride), widths, [...own], groups) as Tensor;
    return input.ndim === 4 ? result : result.squeeze(0);
  },
});

defineOperator({
  name: 'conv1d',
  schema: publicSchema,
  doc: 'Slides filters of shape (O, C / groups, length) over signals of shape (N, C, L).',
  example: 'torch.conv1d(torch.ones(1, 1, 4), torch.ones(1, 1, 2))',
  as: 'function',
  forward({ input, weight, bias, stride, padding, dilation, groups }) {
    checkShapes(input, weight, groups, 1);
    const step = asList(dilation)[0];
    const [width] = paddingOf(padding, weight.sizes.slice(2), [step, step]);
    const batched = input.ndim === 3 ? input : input.unsqueeze(0);
    const result = convolution(
      batched,
      weight,
      bias,
      [1, asList(stride)[0]],
      [0, width],
      [1, step],
      groups,
    ) as Tensor;
    return input.ndim === 3 ? result : result.squeeze(0);
  },
});
