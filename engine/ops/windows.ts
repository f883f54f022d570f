/** Sliding windows over images: what convolutions and pooling read, and how gradients flow back into them. */

import type { Tensor } from '../core/tensor.ts';

/** Two numbers for height and width. */
export type Pair = readonly [number, number];

export interface WindowShape {
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
}

/** How many windows fit along each side. */
export function windowCounts([height, width]: Pair, { kernel, stride, dilation }: WindowShape): Pair {
  const count = (size: number, k: 0 | 1): number =>
    Math.floor((size - dilation[k] * (kernel[k] - 1) - 1) / stride[k]) + 1;
  return [count(height, 0), count(width, 1)];
}

/** All windows of an (N, C, H, W) image as a view of shape (N, C, kernel height, kernel width, rows, columns). */
export function windowsOf(image: Tensor, shape: WindowShape): Tensor {
  const [batch, channels, height, width] = image.sizes;
  const [rows, columns] = windowCounts([height, width], shape);
  const { kernel, stride, dilation } = shape;
  const [s0, s1, s2, s3] = image.strides;
  return image.as_strided(
    [batch, channels, kernel[0], kernel[1], rows, columns],
    [s0, s1, s2 * dilation[0], s3 * dilation[1], s2 * stride[0], s3 * stride[1]],
    image.offset,
  );
}

/** Adds windows back to where they were read from: the gradient of `windowsOf`, for an image of that size. */
export function foldWindows(
  windows: Tensor,
  [height, width]: Pair,
  { kernel, stride, dilation }: WindowShape,
): Tensor {
  const [batch, channels, , , rows, columns] = windows.sizes;
  const image = windows.new_zeros([batch, channels, height, width]);
  for (let i = 0; i < kernel[0]; i++) {
    for (let j = 0; j < kernel[1]; j++) {
      const [top, left] = [i * dilation[0], j * dilation[1]];
      image
        .slice(2, top, top + (rows - 1) * stride[0] + 1, stride[0])
        .slice(3, left, left + (columns - 1) * stride[1] + 1, stride[1])
        .add_(windows.select(2, i).select(2, j));
    }
  }
  return image;
}
