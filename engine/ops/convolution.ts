/** Convolutions, and their gradients. */

import './borders.ts';
import './products.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator, operatorNamed } from '../core/operator.ts';
import { shapeText } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import {
  type Convolution,
  convolveKernel,
  filterGradKernel,
  imageGradKernel,
  paddedSizes,
} from './convolution-columns.ts';
import type { Pair } from './windows.ts';

const call = (name: string, ...args: unknown[]): Tensor => operatorNamed(name).call(...args);

/** One number for both sides, or two. */
export function pairOf(value: readonly number[]): Pair {
  return value.length === 1 ? [value[0], value[0]] : [value[0], value[1]];
}

const schema =
  'input: Tensor, weight: Tensor, bias: Tensor? = null, stride: int[] = [], padding: int[] = [], dilation: int[] = [], groups: int = 1';

type Settings = Pick<Convolution, 'stride' | 'dilation' | 'padding' | 'groups'>;

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

/** A signal (or its filters) is an image of height 1. */
const asImageSizes = (sizes: readonly number[]): readonly number[] =>
  sizes.length === 3 ? [sizes[0], sizes[1], 1, sizes[2]] : sizes;
const asImage = (tensor: Tensor): Tensor => (tensor.ndim === 3 ? tensor.unsqueeze(2) : tensor);

const settingsOf = ({ stride, padding, dilation, groups }: Settings) =>
  [stride, padding, dilation, groups] as const;

/** (N, C, H, W) with (O, C / groups, kernel height, kernel width), or the same without heights: what all others are made of. */
export const convolution = defineOperator({
  name: '_convolution',
  schema,
  doc: 'The convolution of a batch of images.',
  as: 'function',
  gradName: 'ConvolutionBackward0',
  grad: {
    input: (grad, context) =>
      call(
        '_convolution_input',
        grad,
        context.weight,
        context.meta.input.sizes,
        ...settingsOf(context as never),
      ),
    weight: (grad, context) =>
      call(
        '_convolution_weight',
        context.input,
        grad,
        context.meta.weight.sizes,
        ...settingsOf(context as never),
      ),
    bias: (grad) => grad.sum(grad.ndim === 3 ? [0, 2] : [0, 2, 3]),
  },
  saves: ['input', 'weight'],
  forward(args) {
    const { bias } = args;
    const [input, weight] = [asImage(args.input), asImage(args.weight)];
    const shape = shapeOf(args as never, weight.sizes);
    const { padded, counts } = paddedSizes(input.sizes, shape);
    if (counts[0] <= 0 || counts[1] <= 0) {
      throw new RuntimeError(
        `Calculated padded input size per channel: (${padded.join(' x ')}). Kernel size: (${shape.kernel.join(' x ')}). Kernel size can't be greater than actual input size`,
      );
    }
    const result = convolveKernel.for(input.storage.device)(input, weight, shape);
    if (bias) result.add_(bias.view(-1, 1, 1));
    return args.input.ndim === 3 ? result.squeeze(2) : result;
  },
});

const gradSettings = 'sizes: any, stride: int[], padding: int[], dilation: int[], groups: int';

/** The three products are each other's gradients. */
defineOperator({
  name: '_convolution_input',
  schema: `grad_output: Tensor, weight: Tensor, ${gradSettings}`,
  doc: "The gradient of a convolution's images.",
  as: 'function',
  gradName: 'ConvolutionBackwardBackward0',
  grad: {
    grad_output: (grad, context) =>
      call('_convolution', grad, context.weight, null, ...settingsOf(context as never)),
    weight: (grad, context) =>
      call(
        '_convolution_weight',
        grad,
        context.grad_output,
        context.meta.weight.sizes,
        ...settingsOf(context as never),
      ),
  },
  saves: ['grad_output', 'weight'],
  forward({ sizes, ...args }) {
    const [grad, weight] = [asImage(args.grad_output), asImage(args.weight)];
    const shape = shapeOf(args as never, weight.sizes);
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
      call(
        '_convolution_input',
        context.grad_output,
        grad,
        context.meta.input.sizes,
        ...settingsOf(context as never),
      ),
    grad_output: (grad, context) =>
      call('_convolution', context.input, grad, null, ...settingsOf(context as never)),
  },
  saves: ['input', 'grad_output'],
  forward({ sizes, ...args }) {
    const [input, grad] = [asImage(args.input), asImage(args.grad_output)];
    const shape = shapeOf(args as never, asImageSizes(sizes));
    const kernel = filterGradKernel.for(input.storage.device);
    return kernel(input, grad, shape, asImageSizes(sizes)).view(sizes);
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
