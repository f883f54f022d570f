/**
 * Convolutions of images by matrix products: windows of the image as columns of one matrix, filters as rows of another.
 * So they are computed on the cpu; a GPU may have kernels of its own for them.
 */

import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { convolveVectors, type Windows } from '../devices/cpu/convolve-vectors.ts';
import { defineKernel } from '../devices/device.ts';
import { contiguous_format } from './copy.ts';
import { foldWindows, type Pair, type WindowShape, windowCounts, windowsOf } from './windows.ts';

/** What a convolution is, apart from its tensors. */
export type Convolution = Windows;

export function padImage(image: Tensor, [height, width]: Pair, value = 0): Tensor {
  if (height === 0 && width === 0) return image;
  return call('constant_pad_nd', image, [width, width, height, height], value);
}

/** Sizes of a padded image, and how many windows fit. */
export function paddedSizes(
  [, , height, width]: readonly number[],
  shape: Convolution,
): { padded: Pair; counts: Pair } {
  const padded: Pair = [height + 2 * shape.padding[0], width + 2 * shape.padding[1]];
  return { padded, counts: windowCounts(padded, shape) };
}

/** Windows of a padded image as a matrix: a row for each element of a window, a column for each window. */
function columnsOf(padded: Tensor, shape: WindowShape): Tensor {
  const windows = windowsOf(padded, shape);
  const [batch, channels, height, width, rows, columns] = windows.sizes;
  return windows.permute(1, 2, 3, 0, 4, 5).reshape(channels * height * width, batch * rows * columns);
}

function asMatrix(images: Tensor): Tensor {
  return images.transpose(0, 1).reshape(images.sizes[1], -1);
}

/** The parts of a tensor's channels that belong to each group. */
function groupsOf(tensor: Tensor, dim: number, groups: number): Tensor[] {
  return groups === 1 ? [tensor] : (tensor.chunk(groups, dim) as Tensor[]);
}

const joined = (parts: Tensor[], dim: number): Tensor =>
  parts.length === 1 ? parts[0] : call('cat', parts, dim);

/** (N, C, H, W) with filters (O, C / groups, kernel height, kernel width): (N, O, rows, columns). */
export function convolveColumns(input: Tensor, weight: Tensor, shape: Convolution): Tensor {
  const { counts } = paddedSizes(input.sizes, shape);
  const weights = groupsOf(weight, 0, shape.groups);
  const parts = groupsOf(padImage(input, shape.padding), 1, shape.groups).map((part, group) => {
    const own = weights[group];
    return own.reshape(own.sizes[0], -1).mm(columnsOf(part, shape));
  });
  const matrix = joined(parts, 0);
  const images = matrix.view(matrix.sizes[0], input.sizes[0], ...counts).transpose(0, 1);
  return images.clone({ memory_format: contiguous_format });
}

/** The gradient of images of those sizes, from that of the result. */
export function imageGradColumns(
  grad: Tensor,
  weight: Tensor,
  shape: Convolution,
  sizes: readonly number[],
): Tensor {
  const { padded, counts } = paddedSizes(sizes, shape);
  const weights = groupsOf(weight, 0, shape.groups);
  const images = groupsOf(grad, 1, shape.groups).map((part, group) => {
    const own = weights[group];
    const matrix = own.reshape(own.sizes[0], -1).t().mm(asMatrix(part));
    const windows = matrix
      .view(own.sizes[1], ...shape.kernel, part.sizes[0], ...counts)
      .permute(3, 0, 1, 2, 4, 5);
    return foldWindows(windows, padded, shape);
  });
  const [top, left] = shape.padding;
  return joined(images, 1).narrow(2, top, sizes[2]).narrow(3, left, sizes[3]);
}

/** The gradient of filters of those sizes, from that of the result. */
export function filterGradColumns(
  input: Tensor,
  grad: Tensor,
  shape: Convolution,
  sizes: readonly number[],
): Tensor {
  const inputs = groupsOf(padImage(input, shape.padding), 1, shape.groups);
  const parts = groupsOf(grad, 1, shape.groups).map((part, group) =>
    asMatrix(part).mm(columnsOf(inputs[group], shape).t()),
  );
  return joined(parts, 0).view(sizes as number[]);
}

export const convolveKernel = defineKernel(
  'convolution',
  (input: Tensor, weight: Tensor, shape: Convolution): Tensor =>
    convolveVectors(input, weight, shape, paddedSizes(input.sizes, shape).counts) ??
    convolveColumns(input, weight, shape),
);

/** Without strides, images' gradients are a convolution themselves: of the result's, with filters turned round. */
function imageGradTurned(
  grad: Tensor,
  weight: Tensor,
  { kernel, stride, dilation, padding, groups }: Convolution,
  [, channels, height, width]: readonly number[],
): Tensor | null {
  const around: Pair = [
    dilation[0] * (kernel[0] - 1) - padding[0],
    dilation[1] * (kernel[1] - 1) - padding[1],
  ];
  if (stride[0] !== 1 || stride[1] !== 1 || around[0] < 0 || around[1] < 0) return null;
  const filters: Tensor = weight
    .reshape(groups, -1, channels / groups, ...kernel)
    .transpose(1, 2)
    .reshape(channels, -1, ...kernel)
    .flip(2, 3);
  return convolveVectors(grad, filters, { kernel, stride, dilation, padding: around, groups }, [
    height,
    width,
  ]);
}

export const imageGradKernel = defineKernel(
  'convolution_input',
  (grad: Tensor, weight: Tensor, shape: Convolution, sizes: readonly number[]): Tensor =>
    imageGradTurned(grad, weight, shape, sizes) ?? imageGradColumns(grad, weight, shape, sizes),
);
export const filterGradKernel = defineKernel('convolution_weight', filterGradColumns);
