/**
 * Convolutions of volumes (N, C, D, H, W). A filter is a stack of slices, one behind the other in depth: each slice is
 * a convolution of images, and the results add up. So both devices need kernels for images alone.
 */

import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import {
  type Convolution,
  convolveKernel,
  filterGradKernel,
  imageGradKernel,
} from './convolution-columns.ts';
import { contiguous_format } from './copy.ts';
import type { Pair } from './windows.ts';

/** Three numbers for depth, height and width. */
export type Triple = readonly [number, number, number];

export interface VolumeConvolution {
  readonly kernel: Triple;
  readonly stride: Triple;
  readonly dilation: Triple;
  readonly padding: Triple;
  readonly groups: number;
}

const inPlane = ([, height, width]: Triple): Pair => [height, width];

function planeOf({ kernel, stride, dilation, padding, groups }: VolumeConvolution): Convolution {
  return {
    kernel: inPlane(kernel),
    stride: inPlane(stride),
    dilation: inPlane(dilation),
    padding: inPlane(padding),
    groups,
  };
}

const slicesOf = ({ kernel }: VolumeConvolution): number[] => Array.from({ length: kernel[0] }, (_, k) => k);

/** Sizes of a padded volume, and how many filters fit along each side. */
export function paddedVolume(
  sizes: readonly number[],
  { kernel, stride, dilation, padding }: VolumeConvolution,
): { padded: Triple; counts: Triple } {
  const padded = (k: number): number => sizes[k + 2] + 2 * padding[k];
  const count = (k: number): number =>
    Math.floor((padded(k) - dilation[k] * (kernel[k] - 1) - 1) / stride[k]) + 1;
  return { padded: [padded(0), padded(1), padded(2)], counts: [count(0), count(1), count(2)] };
}

/** The depths at which a slice of the filters meets a padded volume: a view. */
function metBy(
  slice: number,
  padded: Tensor,
  count: number,
  { stride, dilation }: VolumeConvolution,
): Tensor {
  const first = slice * dilation[0];
  return padded.slice(2, first, first + (count - 1) * stride[0] + 1, stride[0]);
}

/** (N, C, D, H, W) as a batch of N times D images, and back. */
const asImages = (volume: Tensor): Tensor => volume.transpose(1, 2).flatten(0, 1);
const asVolume = (images: Tensor, depth: number): Tensor =>
  images.view(images.sizes[0] / depth, depth, ...images.sizes.slice(1)).transpose(1, 2);

const padDepth = (volume: Tensor, { padding: [depth] }: VolumeConvolution): Tensor =>
  depth === 0 ? volume : call('constant_pad_nd', volume, [0, 0, 0, 0, depth, depth], 0);

export function convolveVolume(input: Tensor, weight: Tensor, shape: VolumeConvolution): Tensor {
  const [depth] = paddedVolume(input.sizes, shape).counts;
  const convolve = convolveKernel.for(input.storage.device);
  const padded = padDepth(input, shape);
  const parts = slicesOf(shape).map((slice) =>
    convolve(asImages(metBy(slice, padded, depth, shape)), weight.select(2, slice), planeOf(shape)),
  );
  const sum = parts.reduce((total, part) => total.add_(part));
  return asVolume(sum, depth).clone({ memory_format: contiguous_format });
}

/** The gradient of volumes of those sizes, from that of the result. */
export function volumeGrad(
  grad: Tensor,
  weight: Tensor,
  shape: VolumeConvolution,
  sizes: readonly number[],
): Tensor {
  const [batch, channels, depth, ...plane] = sizes;
  const spread = imageGradKernel.for(grad.storage.device);
  const count = grad.sizes[2];
  const padded = grad.new_zeros([batch, channels, depth + 2 * shape.padding[0], ...plane]);
  for (const slice of slicesOf(shape)) {
    const images = [batch * count, channels, ...plane];
    const part = spread(asImages(grad), weight.select(2, slice), planeOf(shape), images);
    metBy(slice, padded, count, shape).add_(asVolume(part.contiguous(), count));
  }
  return padded.narrow(2, shape.padding[0], depth);
}

/** The gradient of filters of those sizes, from that of the result. */
export function volumeFilterGrad(
  input: Tensor,
  grad: Tensor,
  shape: VolumeConvolution,
  [out, channels, , ...plane]: readonly number[],
): Tensor {
  const kernel = filterGradKernel.for(input.storage.device);
  const padded = padDepth(input, shape);
  const parts = slicesOf(shape).map((slice) =>
    kernel(asImages(metBy(slice, padded, grad.sizes[2], shape)), asImages(grad), planeOf(shape), [
      out,
      channels,
      ...plane,
    ]),
  );
  return call('stack', parts, 2);
}
