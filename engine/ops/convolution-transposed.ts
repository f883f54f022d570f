/** Convolutions run backwards: each element spreads a filter over its surroundings. */

import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { shapeText } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { biasDims, pairOf, tripleOf } from './convolution.ts';

const settings = 'stride: int[], padding: int[], dilation: int[], groups: int';

/** The images that a convolution would take to these: its own gradient, with PyTorch's one name for both. */
const transposed = defineOperator({
  name: '_convolution_transposed',
  schema: `input: Tensor, weight: Tensor, bias: Tensor?, sizes: any, ${settings}`,
  doc: 'A convolution run backwards.',
  as: 'function',
  gradName: 'ConvolutionBackward0',
  grad: {
    input: (grad, { weight, stride, padding, dilation, groups }) =>
      call('_convolution', grad, weight, null, stride, padding, dilation, groups),
    weight: (grad, { input, meta, stride, padding, dilation, groups }) =>
      call('_convolution_weight', grad, input, meta.weight.sizes, stride, padding, dilation, groups),
    bias: (grad) => grad.sum(biasDims(grad.ndim)),
  },
  saves: ['input', 'weight'],
  forward({ input, weight, bias, sizes, stride, padding, dilation, groups }) {
    const result = call('_convolution_input', input, weight, sizes, stride, padding, dilation, groups);
    return bias ? result.add(bias.view([-1, ...new Array<number>(input.ndim - 2).fill(1)])) : result;
  },
});

interface Settings {
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly output_padding: readonly number[];
  readonly dilation: readonly number[];
}

const sideNames = ['depth', 'height', 'width'];

function checkOutputPadding({ stride, output_padding, dilation }: Settings): void {
  if (output_padding.every((size, k) => size < stride[k] || size < dilation[k])) return;
  const sides = (name: string, values: readonly number[]): string =>
    values.map((value, k) => `${name}_${sideNames[k + 3 - values.length]}: ${value}`).join(' ');
  throw new RuntimeError(
    `output padding must be smaller than either stride or dilation, but got ${sides('output_padding', output_padding)} ${sides('stride', stride)} ${sides('dilation', dilation)}`,
  );
}

/** Of images (N, C, H, W) and filters (C, O / groups, height, width), or of volumes with depths before the heights. */
function spreadFilters(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  groups: number,
  args: Settings,
): Tensor {
  checkOutputPadding(args);
  const { stride, padding, output_padding, dilation } = args;
  const [, channels, ...kernel] = weight.sizes;
  const spatial = kernel.map((reach, k) => {
    // Settings of signals are those of images of height 1.
    const own = k + stride.length - kernel.length;
    const grown = dilation[own] * (reach - 1) + output_padding[own] + 1;
    return (input.sizes[k + 2] - 1) * stride[own] - 2 * padding[own] + grown;
  });
  const sizes = [input.sizes[0], channels * groups, ...spatial];
  return transposed(input, weight, bias, sizes, [...stride], [...padding], [...dilation], groups);
}

function checkShapes(input: Tensor, weight: Tensor, spatial: 1 | 2 | 3): void {
  if (input.ndim !== spatial + 1 && input.ndim !== spatial + 2) {
    throw new RuntimeError(
      `Expected ${spatial + 1}D (unbatched) or ${spatial + 2}D (batched) input to conv_transpose${spatial}d, but got input of size: ${shapeText(input.sizes)}`,
    );
  }
  const channels = input.sizes[input.ndim - spatial - 1];
  if (channels === weight.sizes[0]) return;
  const batched = input.ndim === spatial + 2 ? input.sizes : [1, ...input.sizes];
  throw new RuntimeError(
    `Given transposed=1, weight of size ${shapeText(weight.sizes)}, expected input${shapeText(batched)} to have ${weight.sizes[0]} channels, but got ${channels} channels instead`,
  );
}

const schema =
  'input: Tensor, weight: Tensor, bias: Tensor? = null, stride: int[] = 1, padding: int[] = 0, output_padding: int[] = 0, groups: int = 1, dilation: int[] = 1';

const kinds = [
  {
    spatial: 1,
    doc: 'Spreads filters of shape (C, O / groups, length) over the surroundings of every element of signals (N, C, L).',
    example: 'torch.conv_transpose1d(torch.ones(1, 1, 3), torch.ones(1, 1, 2))',
  },
  {
    spatial: 2,
    doc: 'Spreads filters of shape (C, O / groups, height, width) over the surroundings of every element of images (N, C, H, W).',
    example: 'torch.conv_transpose2d(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 2, 2))',
  },
  {
    spatial: 3,
    doc: 'Spreads filters of shape (C, O / groups, depth, height, width) over the surroundings of every element of volumes (N, C, D, H, W).',
    example: 'torch.conv_transpose3d(torch.ones(1, 1, 1, 2, 2), torch.ones(1, 1, 2, 2, 2))',
  },
] as const;

for (const { spatial, doc, example } of kinds) {
  // A signal is an image of height 1.
  const along = (given: readonly number[], height: number): readonly number[] =>
    spatial === 1 ? [height, given[0]] : spatial === 2 ? pairOf(given) : tripleOf(given);
  defineOperator({
    name: `conv_transpose${spatial}d`,
    schema,
    doc,
    example,
    as: 'function',
    forward({ input, weight, bias, stride, padding, output_padding, groups, dilation }) {
      checkShapes(input, weight, spatial);
      const isBatched = input.ndim === spatial + 2;
      const result = spreadFilters(isBatched ? input : input.unsqueeze(0), weight, bias, groups, {
        stride: along(stride, 1),
        padding: along(padding, 0),
        output_padding: along(output_padding, 0),
        dilation: along(dilation, 1),
      });
      return isBatched ? result : result.squeeze(0);
    },
  });
}
