/**
 * Convolutions and their gradients as sums of products over windows of a padded image, which are never written out: for
 * adapters on which contraction.ts computes products.
 */

import { call } from '../../core/operator.ts';
import { alias, allocate, type Tensor } from '../../core/tensor.ts';
import { type Convolution, paddedSizes, padImage } from '../../ops/convolution-columns.ts';
import { type Pair, windowsOf } from '../../ops/windows.ts';
import { contract } from './contraction.ts';

/** A dimension as so many groups, and the places within one. */
const grouped = (tensor: Tensor, dim: number, groups: number): Tensor =>
  tensor.unflatten(dim, [groups, tensor.sizes[dim] / groups]);

// Names of dimensions: n images, g groups, f filters, c channels, k and l places in a window, y and x windows.

export function convolveDirectly(input: Tensor, weight: Tensor, shape: Convolution): Tensor {
  const { groups } = shape;
  const { counts } = paddedSizes(input.sizes, shape);
  const out = allocate([input.sizes[0], weight.sizes[0], ...counts], input.dtype, input.storage.device);
  if (out.numel() === 0) return out;
  const windows = windowsOf(padImage(input, shape.padding), shape);
  contract(
    'convolution',
    [grouped(out, 1, groups), 'ngfyx'],
    [grouped(weight, 0, groups), 'gfckl'],
    [grouped(windows, 1, groups), 'ngcklyx'],
  );
  return out;
}

/** A convolution with windows that are read backwards: of the result's gradient, with zeros around it and between its elements. */
export function imageGradDirectly(
  grad: Tensor,
  weight: Tensor,
  { kernel, stride, dilation, padding, groups }: Convolution,
  sizes: readonly number[],
): Tensor {
  const out = allocate(sizes, grad.dtype, grad.storage.device);
  if (out.numel() === 0) return out;
  const spaced = withGaps(grad, stride);
  const around = [0, 1].map((side): Pair => {
    const reach = dilation[side] * (kernel[side] - 1);
    const before = reach - padding[side];
    return [before, sizes[2 + side] + reach - before - spaced.sizes[2 + side]];
  });
  const padded: Tensor = call('constant_pad_nd', spaced, [...around[1], ...around[0]]);
  const windows = turned(windowsOf(padded, { kernel, dilation, stride: [1, 1] }));
  contract(
    'convolution: gradient of the images',
    [grouped(out, 1, groups), 'ngcyx'],
    [grouped(weight, 0, groups), 'gfckl'],
    [grouped(windows, 1, groups), 'ngfklyx'],
  );
  return out;
}

/** Windows with their last place first, by strides below zero: for a kernel they are numbers that wrap around. */
function turned(windows: Tensor): Tensor {
  const { sizes, strides, offset } = windows;
  return alias(
    windows,
    sizes,
    strides.map((stride, dim) => (dim === 2 || dim === 3 ? -stride : stride)),
    offset + (sizes[2] - 1) * strides[2] + (sizes[3] - 1) * strides[3],
  );
}

function withGaps(grad: Tensor, stride: Pair): Tensor {
  if (stride[0] === 1 && stride[1] === 1) return grad;
  const [batch, channels, height, width] = grad.sizes;
  const zeros = grad.new_zeros([batch, channels, (height - 1) * stride[0] + 1, (width - 1) * stride[1] + 1]);
  zeros.slice(2, 0, null, stride[0]).slice(3, 0, null, stride[1]).copy_(grad);
  return zeros;
}

/** Workgroups that keep an adapter busy. */
const enoughParts = 16;

/** Few results, each a long sum: parts of the images are summed apart, so that there is work for all. */
export function filterGradDirectly(
  input: Tensor,
  grad: Tensor,
  shape: Convolution,
  sizes: readonly number[],
): Tensor {
  const { groups } = shape;
  const images = input.sizes[0];
  const parts = divisorOf(images, enoughParts);
  const partial = allocate([parts, ...sizes], input.dtype, input.storage.device);
  if (partial.numel() === 0 || images === 0) return input.new_zeros(sizes as number[]);
  const windows = windowsOf(padImage(input, shape.padding), shape);
  const inParts = (tensor: Tensor): Tensor => grouped(grouped(tensor, 1, groups), 0, parts);
  contract(
    'convolution: gradient of the filters',
    [grouped(partial, 1, groups), 'pgfckl'],
    [inParts(grad), 'pngfyx'],
    [inParts(windows), 'pngcklyx'],
  );
  return parts === 1 ? partial.squeeze(0) : partial.sum(0);
}

/** The least divisor that is not below `wanted`, or the number itself. */
function divisorOf(count: number, wanted: number): number {
  for (let divisor = wanted; divisor < count; divisor++) if (count % divisor === 0) return divisor;
  return count;
}
