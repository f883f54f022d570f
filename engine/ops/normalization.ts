/** Normalisation layers: shift to mean 0 and scale to variance 1 over some dimensions, then weight and bias. */

import { RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { composeInto } from '../core/pointwise.ts';
import { sameSizes, shapeText } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { standardizeKernel } from '../devices/cpu/moments.ts';
import { mergedLast } from '../devices/cpu/rows.ts';
import { laidOutLike } from './layout.ts';

/** The input shifted and scaled over dimensions, and the scale. */
function standardised(input: Tensor, dims: readonly number[], eps: number): { unit: Tensor; scale: Tensor } {
  const centred = input.sub(input.mean(dims as number[], { keepdim: true }));
  const scale = centred
    .mul(centred)
    .mean(dims as number[], { keepdim: true })
    .add(eps)
    .rsqrt();
  return { unit: centred.mul(scale), scale };
}

/** The gradient of `unit`, carried back to the input through the mean and the variance. */
function unstandardise(
  grad: Tensor,
  { unit, scale }: { unit: Tensor; scale: Tensor },
  dims: readonly number[],
): Tensor {
  const list = dims as number[];
  const mean = grad.mean(list, { keepdim: true });
  const along = grad.mul(unit).mean(list, { keepdim: true });
  return grad.sub(mean).sub(unit.mul(along)).mul(scale);
}

const lastDims = (count: number): number[] => Array.from({ length: count }, (_, k) => k - count);

defineOperator({
  name: 'layer_norm',
  schema:
    'input: Tensor, normalized_shape: int[], weight: Tensor? = null, bias: Tensor? = null, eps: float = 1e-5',
  doc: 'Normalises over the last dimensions, which have the shape that is given.',
  example: 'torch.layer_norm(torch.tensor([1, 2.5]), [2])',
  as: 'function',
  gradName: 'NativeLayerNormBackward0',
  grad: {
    input(grad, { input, weight, normalized_shape, eps }) {
      const dims = lastDims(normalized_shape.length);
      return unstandardise(weight ? grad.mul(weight) : grad, standardised(input, dims, eps), dims);
    },
    weight: (grad, { input, normalized_shape, eps }) =>
      grad.mul(standardised(input, lastDims(normalized_shape.length), eps).unit),
    bias: 'grad',
  },
  saves: ['input', 'weight'],
  forward({ input, normalized_shape, weight, bias, eps }) {
    const dims = lastDims(normalized_shape.length);
    if (!sameSizes(input.sizes.slice(-normalized_shape.length), normalized_shape)) {
      throw new RuntimeError(
        `Given normalized_shape=${shapeText(normalized_shape)}, expected input with shape [*, ${normalized_shape.join(', ')}], but got input of size${shapeText(input.sizes)}`,
      );
    }
    const unit = unitRows(input, dims, eps);
    if (weight || bias)
      composeInto('layer_norm', scaled(weight, bias), { unit, weight, bias }, unit.dtype, unit);
    return unit;
  },
});

const scaled = (weight: Tensor | null, bias: Tensor | null): string =>
  `unit${weight ? ' * weight' : ''}${bias ? ' + bias' : ''}`;

/** What `standardised` gives as its unit, over the last dimensions and in one kernel. */
function unitRows(input: Tensor, dims: readonly number[], eps: number): Tensor {
  const out = allocate(input.sizes, input.dtype, input.storage.device);
  if (out.numel() === 0) return out;
  const own = dims.map((dim) => dim + input.ndim);
  standardizeKernel.for(input.storage.device)(mergedLast(input, own), mergedLast(out, own), eps);
  return out;
}

/** A vector with one element a channel, shaped to broadcast over an (N, C, …) tensor. */
function byChannel(vector: Tensor, ndim: number): Tensor {
  return vector.view([1, -1, ...new Array<number>(ndim - 2).fill(1)]);
}

const otherDims = (ndim: number): number[] =>
  Array.from({ length: ndim }, (_, dim) => dim).filter((dim) => dim !== 1);

const normaliseBatch = defineOperator({
  name: '_batch_norm',
  schema:
    'input: Tensor, weight: Tensor? = null, bias: Tensor? = null, mean: Tensor? = null, var: Tensor? = null, eps: float = 1e-5',
  doc: 'Normalises each channel, by its own moments or by those that are given.',
  as: 'function',
  gradName: 'NativeBatchNormBackward0',
  grad: {
    input(grad, context) {
      const { input, weight, mean, eps } = context;
      const scaled = weight ? grad.mul(byChannel(weight, grad.ndim)) : grad;
      const dims = otherDims(grad.ndim);
      if (mean) return scaled.mul(byChannel(context.var!.add(eps).rsqrt(), grad.ndim));
      return unstandardise(scaled, standardised(input, dims, eps), dims);
    },
    weight: (grad, context) => grad.mul(unitOf(context)).sum(otherDims(grad.ndim)),
    bias: (grad) => grad.sum(otherDims(grad.ndim)),
  },
  saves: ['input', 'weight', 'mean', 'var'],
  forward(args) {
    const { input, weight, bias } = args;
    let result = unitOf(args);
    if (weight) result = result.mul(byChannel(weight, input.ndim));
    return laidOutLike(input, bias ? result.add(byChannel(bias, input.ndim)) : result);
  },
});

function unitOf(args: { input: Tensor; mean: Tensor | null; var: Tensor | null; eps: number }): Tensor {
  const { input, mean, eps } = args;
  if (!mean || !args.var) return standardised(input, otherDims(input.ndim), eps).unit;
  return input.sub(byChannel(mean, input.ndim)).mul(byChannel(args.var.add(eps).rsqrt(), input.ndim));
}

defineOperator({
  name: 'batch_norm',
  schema:
    'input: Tensor, running_mean: Tensor?, running_var: Tensor?, weight: Tensor? = null, bias: Tensor? = null, training: bool = false, momentum: float = 0.1, eps: float = 1e-5',
  doc: 'Normalises each channel: in training by the moments of the batch, which are also kept running; else by those.',
  example: 'torch.nn.functional.batch_norm(torch.tensor([[1.5], [2.5]]), null, null, {training: true})',
  as: 'functional',
  forward({ input, running_mean, running_var, weight, bias, training, momentum, eps }) {
    const own = { running_mean, running_var, weight, bias };
    for (const [name, values] of Object.entries(own)) {
      if (values && values.numel() !== input.sizes[1]) {
        throw new RuntimeError(`${name} should contain ${input.sizes[1]} elements not ${values.numel()}`);
      }
    }
    if (!training) return normaliseBatch(input, weight, bias, running_mean, running_var, eps);
    const count = input.numel() / input.sizes[1];
    if (count <= 1) {
      throw new ValueError(
        `Expected more than 1 value per channel when training, got input size ${input.shape}`,
      );
    }
    if (running_mean && running_var)
      updateMoments(input.detach(), running_mean, running_var, momentum, count);
    return normaliseBatch(input, weight, bias, null, null, eps);
  },
});

function updateMoments(input: Tensor, mean: Tensor, variance: Tensor, momentum: number, count: number): void {
  const dims = otherDims(input.ndim);
  const own = input.mean(dims, { keepdim: true });
  const squares = input
    .sub(own)
    .pow(2)
    .sum(dims)
    .div(count - 1);
  mean.mul_(1 - momentum).add_(own.view(-1).mul(momentum));
  variance.mul_(1 - momentum).add_(squares.mul(momentum));
}

defineOperator({
  name: 'group_norm',
  schema: 'input: Tensor, num_groups: int, weight: Tensor? = null, bias: Tensor? = null, eps: float = 1e-5',
  doc: 'Normalises groups of channels of each example on their own.',
  example: 'torch.group_norm(torch.tensor([[1, 2.5, 3, 4]]), 2)',
  as: 'function',
  gradName: 'NativeGroupNormBackward0',
  grad: {
    input(grad, { input, weight, num_groups, eps }) {
      const scaled = weight ? grad.mul(byChannel(weight, grad.ndim)) : grad;
      const grouped = standardised(inGroups(input, num_groups), [-1], eps);
      return unstandardise(inGroups(scaled, num_groups), grouped, [-1]).view(input.sizes as number[]);
    },
    weight(grad, { input, num_groups, eps }) {
      const { unit } = standardised(inGroups(input, num_groups), [-1], eps);
      return grad.mul(unit.view(input.sizes as number[])).sum(otherDims(grad.ndim));
    },
    bias: (grad) => grad.sum(otherDims(grad.ndim)),
  },
  saves: ['input', 'weight'],
  forward({ input, num_groups, weight, bias, eps }) {
    if (input.sizes[1] % num_groups !== 0) {
      throw new RuntimeError(
        `Expected number of channels in input to be divisible by num_groups, but got input of shape ${shapeText(input.sizes)} and num_groups=${num_groups}`,
      );
    }
    let result = standardised(inGroups(input, num_groups), [-1], eps).unit.view(input.sizes as number[]);
    if (weight) result = result.mul(byChannel(weight, input.ndim));
    return laidOutLike(input, bias ? result.add(byChannel(bias, input.ndim)) : result);
  },
});

function inGroups(input: Tensor, groups: number): Tensor {
  return input.contiguous().view(input.sizes[0], groups, -1);
}

defineOperator({
  name: 'instance_norm',
  schema:
    'input: Tensor, running_mean: Tensor? = null, running_var: Tensor? = null, weight: Tensor? = null, bias: Tensor? = null, use_input_stats: bool = true, momentum: float = 0.1, eps: float = 1e-5',
  doc: 'Normalises each channel of each example on its own.',
  example: 'torch.nn.functional.instance_norm(torch.tensor([[[1, 2.5, 3, 4]]]))',
  as: 'functional',
  forward(args) {
    const { input, running_mean, running_var, use_input_stats } = args;
    const [batch, channels, ...spatial] = input.sizes;
    if (use_input_stats && spatial.reduce((product, size) => product * size, 1) === 1) {
      throw new ValueError(
        `Expected more than 1 spatial element when training, got input size ${input.shape}`,
      );
    }
    const each = (vector: Tensor | null): Tensor | null => vector?.repeat(batch) ?? null;
    const [mean, variance] = [each(running_mean), each(running_var)];
    const result: Tensor = call(
      'batch_norm',
      input.contiguous().view(1, batch * channels, ...spatial),
      mean,
      variance,
      each(args.weight),
      each(args.bias),
      use_input_stats,
      args.momentum,
      args.eps,
    );
    // The kept moments are the means of those that each example would have kept.
    const keep = (own: Tensor | null, kept: Tensor | null): void => {
      if (own && kept && use_input_stats) own.copy_(kept.view(batch, channels).mean(0));
    };
    keep(running_mean, mean);
    keep(running_var, variance);
    return result.view(input.sizes as number[]);
  },
});

defineOperator({
  name: 'rms_norm',
  schema: 'input: Tensor, normalized_shape: int[], weight: Tensor? = null, eps: float? = null',
  doc: 'Scales the last dimensions to a root mean square of 1.',
  example: 'torch.rms_norm(torch.tensor([1, 2.5]), [2])',
  as: 'function',
  forward({ input, normalized_shape, weight, eps }) {
    const dims = lastDims(normalized_shape.length);
    if (!sameSizes(input.sizes.slice(-normalized_shape.length), normalized_shape)) {
      throw new RuntimeError(
        `Given normalized_shape=${shapeText(normalized_shape)}, expected input with shape [*${normalized_shape.join(', ')}], but got input of size${shapeText(input.sizes)}`,
      );
    }
    const scale = input
      .pow(2)
      .mean(dims, { keepdim: true })
      .add(eps ?? 2 ** -23)
      .rsqrt();
    const result = input.contiguous().mul(scale);
    return weight ? result.mul(weight) : result;
  },
});
