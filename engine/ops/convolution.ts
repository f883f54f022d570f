/** Convolutions, and their gradients. */

import './borders.ts';
import './products.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { shapeText } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import {
  type Convolution,
  convolveKernel,
  filterGradKernel,
  imageGradKernel,
  paddedSizes,
} from './convolution-columns.ts';
import {
  convolveVolume,
  paddedVolume,
  type Triple,
  type VolumeConvolution,
  volumeFilterGrad,
  volumeGrad,
} from './convolution-volumes.ts';
import { laidOutLike } from './layout.ts';
import type { Pair } from './windows.ts';

/** One number for both sides, or two. */
export function pairOf(value: readonly number[]): Pair {
  return value.length === 1 ? [value[0], value[0]] : [value[0], value[1]];
}

/** One number for depth, height and width, or three. */
export function tripleOf(value: readonly number[]): Triple {
  return value.length === 1 ? [value[0], value[0], value[0]] : [value[0], value[1], value[2]];
}

const schema =
  'input: Tensor, weight: Tensor, bias: Tensor? = null, stride: int[] = [], padding: int[] = [], dilation: int[] = [], groups: int = 1';

/** How the filters move, one number for all dimensions or one each. */
interface Settings {
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
}

/** The arguments as images have them, with the filters' sizes. */
function shapeOf(args: Settings, [, , height, width]: readonly number[]): Convolution {
  const { stride, padding, dilation, groups } = args;
  return {
    kernel: [height, width],
    stride: pairOf(stride),
    dilation: pairOf(dilation),
    padding: pairOf(padding),
    groups,
  };
}

/** The same for volumes. */
function volumeShapeOf(args: Settings, [, , ...kernel]: readonly number[]): VolumeConvolution {
  const { stride, padding, dilation, groups } = args;
  return {
    kernel: tripleOf(kernel),
    stride: tripleOf(stride),
    dilation: tripleOf(dilation),
    padding: tripleOf(padding),
    groups,
  };
}

/** A signal (or its filters) is an image of height 1. */
const asImageSizes = (sizes: readonly number[]): readonly number[] =>
  sizes.length === 3 ? [sizes[0], sizes[1], 1, sizes[2]] : sizes;
const asImage = (tensor: Tensor): Tensor => (tensor.ndim === 3 ? tensor.unsqueeze(2) : tensor);

const settingsOf = ({ stride, padding, dilation, groups }: Settings) =>
  [stride, padding, dilation, groups] as const;

function refuseTooSmall(
  counts: readonly number[],
  padded: readonly number[],
  kernel: readonly number[],
): void {
  if (counts.every((count) => count > 0)) return;
  throw new RuntimeError(
    `Calculated padded input size per channel: (${padded.join(' x ')}). Kernel size: (${kernel.join(' x ')}). Kernel size can't be greater than actual input size`,
  );
}

/** Ones for every dimension behind the channels: the shape in which a bias is added. */
const biasView = (bias: Tensor, ndim: number): Tensor =>
  bias.view([-1, ...new Array<number>(Math.max(ndim, 4) - 2).fill(1)]);
/** The dimensions that a bias was spread over. */
export const biasDims = (ndim: number): number[] =>
  Array.from({ length: ndim - 1 }, (_, k) => (k === 0 ? 0 : k + 1));

/** (N, C, H, W) with (O, C / groups, kernel height, kernel width), or the same without heights or with depths: what all others are made of. */
const convolution = defineOperator({
  name: '_convolution',
  schema,
  doc: 'The convolution of a batch of images.',
  as: 'function',
  gradName: 'ConvolutionBackward0',
  grad: {
    input: (grad, context) =>
      call('_convolution_input', grad, context.weight, context.meta.input.sizes, ...settingsOf(context)),
    weight: (grad, context) =>
      call('_convolution_weight', context.input, grad, context.meta.weight.sizes, ...settingsOf(context)),
    bias: (grad) => grad.sum(biasDims(grad.ndim)),
  },
  saves: ['input', 'weight'],
  forward(args) {
    const { bias } = args;
    const result = args.input.ndim === 5 ? ofVolumes(args) : ofImages(args);
    if (bias) result.add_(biasView(bias, args.input.ndim));
    if (args.input.ndim === 3) return result.squeeze(2);
    return args.input.ndim === 4 ? laidOutLike(args.input, result) : result;
  },
});

type Factors = Settings & { readonly input: Tensor; readonly weight: Tensor };

function ofImages(args: Factors): Tensor {
  const [input, weight] = [asImage(args.input), asImage(args.weight)];
  const shape = shapeOf(args, weight.sizes);
  const { padded, counts } = paddedSizes(input.sizes, shape);
  refuseTooSmall(counts, padded, shape.kernel);
  return convolveKernel.for(input.storage.device)(input, weight, shape);
}

function ofVolumes({ input, weight, ...settings }: Factors): Tensor {
  const shape = volumeShapeOf(settings, weight.sizes);
  const { padded, counts } = paddedVolume(input.sizes, shape);
  refuseTooSmall(counts, padded, shape.kernel);
  return convolveVolume(input, weight, shape);
}

const gradSettings = 'sizes: any, stride: int[], padding: int[], dilation: int[], groups: int';

/** The three products are each other's gradients. */
defineOperator({
  name: '_convolution_input',
  schema: `grad_output: Tensor, weight: Tensor, ${gradSettings}`,
  doc: "The gradient of a convolution's images.",
  as: 'function',
  gradName: 'ConvolutionBackwardBackward0',
  grad: {
    grad_output: (grad, context) => call('_convolution', grad, context.weight, null, ...settingsOf(context)),
    weight: (grad, context) =>
      call(
        '_convolution_weight',
        grad,
        context.grad_output,
        context.meta.weight.sizes,
        ...settingsOf(context),
      ),
  },
  saves: ['grad_output', 'weight'],
  forward({ sizes, ...args }) {
    if (sizes.length === 5) {
      return volumeGrad(args.grad_output, args.weight, volumeShapeOf(args, args.weight.sizes), sizes);
    }
    const [grad, weight] = [asImage(args.grad_output), asImage(args.weight)];
    const shape = shapeOf(args, weight.sizes);
    const kernel = imageGradKernel.for(grad.storage.device);
    return kernel(grad, weight, shape, asImageSizes(sizes)).reshape(sizes);
  },
});

defineOperator({
  name: '_convolution_weight',
  schema: `input: Tensor, grad_output: Tensor, ${gradSettings}`,
  doc: "The gradient of a convolution's filters.",
  as: 'function',
  gradName: 'ConvolutionBackwardBackward0',
  grad: {
    input: (grad, context) =>
      call('_convolution_input', context.grad_output, grad, context.meta.input.sizes, ...settingsOf(context)),
    grad_output: (grad, context) => call('_convolution', context.input, grad, null, ...settingsOf(context)),
  },
  saves: ['input', 'grad_output'],
  forward({ sizes, ...args }) {
    if (sizes.length === 5) {
      return volumeFilterGrad(args.input, args.grad_output, volumeShapeOf(args, sizes), sizes);
    }
    const [input, grad] = [asImage(args.input), asImage(args.grad_output)];
    const shape = shapeOf(args, asImageSizes(sizes));
    const kernel = filterGradKernel.for(input.storage.device);
    return kernel(input, grad, shape, asImageSizes(sizes)).view(sizes);
  },
});

/** @throws RuntimeError for windows that do not move on, and for padding that cuts */
function checkSteps(stride: readonly number[], padding: readonly number[]): void {
  if (stride.some((step) => step <= 0)) throw new RuntimeError('non-positive stride is not supported');
  if (padding.some((width) => width < 0)) throw new RuntimeError('negative padding is not supported');
}

function checkShapes(input: Tensor, weight: Tensor, groups: number, spatial: 1 | 2 | 3): void {
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

const publicSchema =
  'input: Tensor, weight: Tensor, bias: Tensor? = null, stride: int[] = 1, padding: any = 0, dilation: int[] = 1, groups: int = 1';
const asList = (value: unknown): number[] => (Array.isArray(value) ? value : [Number(value)]);

/** A number for every spatial dimension, given one for all or one each. */
const each = (value: unknown, spatial: number): number[] => {
  const given = asList(value);
  return given.length === 1 ? new Array<number>(spatial).fill(given[0]) : given;
};

/** Padding by name: `same` keeps the size, `valid` adds nothing. Where the sides cannot be equal, the input itself gets the odd one. */
function padded(
  input: Tensor,
  padding: unknown,
  kernel: readonly number[],
  stride: readonly number[],
  dilation: readonly number[],
): { input: Tensor; widths: number[] } {
  if (padding === 'valid') return { input, widths: kernel.map(() => 0) };
  if (padding !== 'same') return { input, widths: each(padding, kernel.length) };
  if (stride.some((step) => step !== 1)) {
    throw new RuntimeError("padding='same' is not supported for strided convolutions");
  }
  const totals = kernel.map((size, k) => dilation[k] * (size - 1));
  const odd = totals.flatMap((total) => [total % 2, 0]).reverse();
  return {
    input: odd.some((width) => width > 0) ? call('constant_pad_nd', input, odd, 0) : input,
    widths: totals.map((total) => Math.floor(total / 2)),
  };
}

const kinds = [
  {
    spatial: 1,
    doc: 'Slides filters of shape (O, C / groups, length) over signals of shape (N, C, L).',
    example: 'torch.conv1d(torch.ones(1, 1, 4), torch.ones(1, 1, 2))',
  },
  {
    spatial: 2,
    doc: 'Slides filters of shape (O, C / groups, height, width) over images of shape (N, C, H, W).',
    example: 'torch.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2))',
  },
  {
    spatial: 3,
    doc: 'Slides filters of shape (O, C / groups, depth, height, width) over volumes of shape (N, C, D, H, W).',
    example: 'torch.conv3d(torch.ones(1, 1, 2, 3, 3), torch.ones(1, 1, 2, 2, 2))',
  },
] as const;

for (const { spatial, doc, example } of kinds) {
  defineOperator({
    name: `conv${spatial}d`,
    schema: publicSchema,
    doc,
    example,
    as: 'function',
    overloads: [[publicSchema.replace('any', 'Padding'), 'Tensor']],
    forward({ input, weight, bias, groups, ...given }) {
      checkShapes(input, weight, groups, spatial);
      const isBatched = input.ndim === spatial + 2;
      const stride = each(given.stride, spatial);
      const dilation = each(given.dilation, spatial);
      const batch = isBatched ? input : input.unsqueeze(0);
      if (typeof given.padding !== 'string') checkSteps(stride, each(given.padding, spatial));
      const own = padded(batch, given.padding, weight.sizes.slice(2), stride, dilation);
      // A signal is an image of height 1.
      const [before, none] = spatial === 1 ? [[1], [0]] : [[], []];
      const result = convolution(
        own.input,
        weight,
        bias,
        [...before, ...stride],
        [...none, ...own.widths],
        [...before, ...dilation],
        groups,
      ) as Tensor;
      return isBatched ? result : result.squeeze(0);
    },
  });
}
