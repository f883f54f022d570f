/** The largest element of each window of an image, and the way back of gradients. A GPU has kernels of its own for both. */

import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { defineKernel } from '../devices/device.ts';
import { pairOf } from './convolution.ts';
import { padImage } from './convolution-columns.ts';
import { laidOutLike } from './layout.ts';
import { foldWindows, type Pair, type WindowShape, windowsOf } from './windows.ts';

const windowSchema = 'kernel_size: int[], stride: int[] = [], padding: int[] = 0, dilation: int[] = 1';
export const maxSchema = `self: Tensor, ${windowSchema}` as const;

/** Windows over a padded image. */
export interface Pooling extends WindowShape {
  readonly padding: Pair;
}

/** The arguments of a pooling operator, one number for all dimensions or one each. */
export interface PoolingArguments {
  readonly kernel_size: readonly number[];
  /** The kernel's sizes where it is empty. */
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation?: readonly number[];
}

export function poolingOf({ kernel_size, stride, padding, dilation = [1] }: PoolingArguments): Pooling {
  return {
    kernel: pairOf(kernel_size),
    stride: pairOf(stride.length === 0 ? kernel_size : stride),
    dilation: pairOf(dilation),
    padding: pairOf(padding),
  };
}

export function checkPadding({ kernel, padding }: Pooling): void {
  if (padding.some((width, k) => width * 2 > kernel[k])) {
    throw new RuntimeError(
      `pad should be at most half of effective kernel size, but got pad=${Math.max(...padding)}, kernel_size=${kernel[0]} and dilation=1`,
    );
  }
}

/** @throws RuntimeError where no window fits into the image */
export function checkOutput(sizes: readonly number[], { kernel, stride, dilation, padding }: Pooling): void {
  const [channels, ...given] = sizes.slice(1);
  const counts = given.map((size, k) => {
    const reach = dilation[k] * (kernel[k] - 1) + 1;
    return Math.floor((size + 2 * padding[k] - reach) / stride[k]) + 1;
  });
  if (counts.every((count) => count > 0)) return;
  throw new RuntimeError(
    `Given input size: (${[channels, ...given].join('x')}). Calculated output size: (${[channels, ...counts].join('x')}). Output size is too small`,
  );
}

/** Where in the image the elements lie that were chosen within their windows. */
export function placesOf(
  chosen: Tensor,
  width: number,
  { kernel, stride, dilation, padding }: Pooling,
): Tensor {
  const along = (k: 0 | 1, within: Tensor): Tensor => {
    const starts = call('arange', chosen.sizes[2 + k], { device: chosen.device })
      .mul(stride[k])
      .sub(padding[k]);
    return within.mul(dilation[k]).add(k === 0 ? starts.unsqueeze(1) : starts);
  };
  return along(0, chosen.floor_divide(kernel[1]))
    .mul(width)
    .add(along(1, chosen.remainder(kernel[1])));
}

/** The largest elements of row-major images, and which of their windows they are: a copy of all windows is gone through. */
export function largestOfWindows(images: Tensor, shape: Pooling): Tensor[] {
  const windows = windowsOf(padImage(images, shape.padding, -Infinity), shape);
  const flat = windows
    .permute(0, 1, 4, 5, 2, 3)
    .reshape([...[0, 1, 4, 5].map((dim) => windows.sizes[dim]), -1]);
  return [...flat.max(-1)];
}

/** Gradients added up where the chosen elements of their windows lie, in images of that size. */
export function givenBack(grad: Tensor, chosen: Tensor, shape: Pooling, [height, width]: Pair): Tensor {
  const [top, left] = shape.padding;
  const [batch, channels, rows, columns] = grad.sizes;
  const flat = grad.new_zeros([batch, channels, rows, columns, shape.kernel[0] * shape.kernel[1]]);
  const spread = flat.scatter(-1, chosen.unsqueeze(-1), grad.unsqueeze(-1));
  const windows = spread
    .view(batch, channels, rows, columns, shape.kernel[0], shape.kernel[1])
    .permute(0, 1, 4, 5, 2, 3);
  const image = foldWindows(windows, [height + 2 * top, width + 2 * left], shape);
  return image.narrow(2, top, height).narrow(3, left, width);
}

export const maxPoolKernel = defineKernel('max_pool2d', largestOfWindows);
export const maxPoolGradKernel = defineKernel('max_pool2d_backward', givenBack);

export const maxPool = defineOperator({
  name: '_max_pool2d',
  schema: maxSchema,
  doc: 'The largest element of each window, and which of the window it is.',
  as: 'function',
  gradName: 'MaxPool2DWithIndicesBackward0',
  nondifferentiable: [1],
  grad: {
    self: (grad, { meta, result1, kernel_size, stride, padding, dilation }) =>
      call(
        '_max_pool2d_backward',
        grad,
        result1,
        meta.self.sizes.slice(2),
        kernel_size,
        stride,
        padding,
        dilation,
      ),
  },
  saves: ['result1'],
  forward(args) {
    const shape = poolingOf(args);
    checkPadding(shape);
    checkOutput(args.self.sizes, shape);
    const kernel = maxPoolKernel.for(args.self.storage.device);
    return kernel(args.self.contiguous(), shape).map((one) => laidOutLike(args.self, one));
  },
});

defineOperator({
  name: '_max_pool2d_backward',
  schema: `grad: Tensor, chosen: Tensor, size: int[], ${windowSchema}`,
  doc: 'Gradients given back to the largest elements of windows.',
  as: 'function',
  gradName: 'MaxPool2DWithIndicesBackwardBackward0',
  grad: {
    grad(grad, context) {
      const places = placesOf(context.chosen, context.size[1], poolingOf(context));
      return grad.flatten(-2).gather(-1, places.flatten(-2)).view(context.meta.grad.sizes);
    },
  },
  saves: ['chosen'],
  forward({ grad, chosen, size, ...rest }) {
    const kernel = maxPoolGradKernel.for(grad.storage.device);
    return kernel(grad.contiguous(), chosen.contiguous(), poolingOf(rest), pairOf(size));
  },
});
