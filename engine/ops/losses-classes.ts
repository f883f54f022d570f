/** Losses of classifiers: how unlikely the class of each example was held to be. */

import './softmax.ts';
import { int64, uint8 } from '../core/dtype.ts';
import { IndexError, RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { numelOf, sameSizes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { defineKernel } from '../devices/device.ts';
import { reduceLoss, reductionSchema } from './reduction.ts';

/** The weight of each example: of its class, or 1; 0 where the target is to be ignored. */
function exampleWeights(target: Tensor, weight: Tensor | null, ignore: number, like: Tensor): Tensor {
  const counted = target.ne(ignore).to(like.dtype);
  return weight ? weight.index(target.clamp_min(0)).mul(counted) : counted;
}

/** Class numbers at the place of the classes' dimension, those to be ignored replaced by 0. */
function classIndex(target: Tensor, ignore: number, dim: number): Tensor {
  return call('where', target.eq(ignore), 0, target).to(int64).unsqueeze(dim);
}

/** What a loss of classes is computed of, apart from the predictions. */
export interface ClassTargets {
  readonly target: Tensor;
  readonly weight: Tensor | null;
  readonly ignore_index: number;
  readonly reduction: string;
}

/** Which dimension of the predictions is that of the classes. */
export const classDim = ({ length }: readonly number[]): number => (length === 1 ? 0 : 1);

/** The loss, and by what it was divided to be a mean. */
export const nllKernel = defineKernel(
  'nll_loss',
  (input: Tensor, { target, weight, ignore_index, reduction }: ClassTargets): [Tensor, Tensor] => {
    const dim = classDim(input.sizes);
    const picked = input.gather(dim, classIndex(target, ignore_index, dim)).squeeze(dim);
    const weights = exampleWeights(target, weight, ignore_index, input);
    const losses = picked.neg().mul(weights);
    if (reduction !== 'mean') return [reduceLoss(losses, reduction), input.new_zeros([])];
    const total = weights.sum();
    return [losses.sum().div(total), total];
  },
);

/** The gradient of predictions of those sizes. */
export const nllGradKernel = defineKernel(
  'nll_loss_backward',
  (
    grad: Tensor,
    { target, weight, ignore_index, reduction }: ClassTargets,
    total: Tensor,
    sizes: readonly number[],
  ): Tensor => {
    const dim = classDim(sizes);
    const zeros = grad.new_zeros(sizes as number[]);
    const weights = exampleWeights(target, weight, ignore_index, zeros);
    const share = reduction === 'mean' ? weights.div(total) : weights;
    return zeros.scatter(dim, classIndex(target, ignore_index, dim), grad.mul(share).neg().unsqueeze(dim));
  },
);

const targetsSchema = `target: Tensor, weight: Tensor? = null, ignore_index: int = -100, ${reductionSchema}`;
const nllName = ({ length }: readonly number[]): string => (length > 2 ? 'NllLoss2D' : 'NllLoss');

const nll = defineOperator({
  name: '_nll_loss',
  schema: `input: Tensor, ${targetsSchema}`,
  doc: 'Minus the log-probability of the target class.',
  as: 'internal',
  gradName: ({ input }) => `${nllName(input.sizes)}Backward0`,
  nondifferentiable: [1],
  grad: {
    input: (grad, { meta, target, weight, ignore_index, reduction, results }) =>
      call('_nll_loss_backward', grad, target, weight, ignore_index, reduction, results[1], meta.input.sizes),
  },
  saves: ['target', 'weight', 'results'],
  forward: ({ input, ...targets }) => nllKernel.for(input.storage.device)(input, targets),
});

defineOperator({
  name: '_nll_loss_backward',
  schema:
    'grad_output: Tensor, target: Tensor, weight: Tensor?, ignore_index: int, reduction: str, total: Tensor, sizes: any',
  doc: 'The gradient of the predictions of `_nll_loss`.',
  as: 'internal',
  gradName: ({ sizes }) => `${nllName(sizes)}BackwardBackward0`,
  grad: {
    grad_output: (grad, { target, weight, ignore_index, reduction }) =>
      nll(grad, target, weight, ignore_index, reduction)[0],
  },
  saves: ['target', 'weight'],
  forward: ({ grad_output, total, sizes, ...targets }) =>
    nllGradKernel.for(grad_output.storage.device)(grad_output, targets, total, sizes),
});

function checkClasses(input: Tensor, target: Tensor, ignore: number): void {
  const [batch] = input.sizes;
  if (input.ndim > 1 && target.sizes[0] !== batch) {
    throw new ValueError(
      `Expected input batch_size (${batch}) to match target batch_size (${target.sizes[0]}).`,
    );
  }
  if (input.ndim <= 2 && target.ndim > 1) {
    throw new RuntimeError('0D or 1D target tensor expected, multi-target not supported');
  }
  if (target.dtype !== int64 && target.dtype !== uint8) {
    throw new RuntimeError(`expected target dtype to be Long or Byte, but got ${target.dtype.scalarName}`);
  }
  if (!target.is_cpu) return;
  const classes = input.sizes[input.ndim === 1 ? 0 : 1];
  for (const value of target.toTypedArray()) {
    const label = Number(value);
    if (label !== ignore && (label < 0 || label >= classes))
      throw new IndexError(`Target ${label} is out of bounds.`);
  }
}

defineOperator({
  name: 'nll_loss',
  schema: `input: Tensor, target: Tensor, weight: Tensor? = null, ignore_index: int = -100, ${reductionSchema}`,
  doc: 'Minus the log-probability of the target class, given log-probabilities.',
  example: 'torch.nn.functional.nll_loss(torch.tensor([[-0.25, -1.5]]), torch.tensor([0]))',
  as: 'functional',
  forward({ input, target, weight, ignore_index, reduction }) {
    checkClasses(input, target, ignore_index);
    // One example without a batch may come with its class in a list of one.
    const own = input.ndim === 1 && target.ndim === 1 ? target.squeeze(0) : target;
    return nll(input, own, weight, ignore_index, reduction)[0];
  },
});

defineOperator({
  name: 'cross_entropy',
  schema: `input: Tensor, target: Tensor, weight: Tensor? = null, ignore_index: int = -100, ${reductionSchema}, label_smoothing: float = 0`,
  doc: 'Minus the log-probability of the target class (or distribution), given scores.',
  example: 'torch.nn.functional.cross_entropy(torch.tensor([[0.5, -1.5]]), torch.tensor([0]))',
  as: 'functional',
  forward({ input, target, weight, ignore_index, reduction, label_smoothing }) {
    if (label_smoothing < 0 || label_smoothing > 1) {
      throw new RuntimeError(`label_smoothing must be between 0.0 and 1.0. Got: ${label_smoothing}`);
    }
    const dim = input.ndim === 1 ? 0 : 1;
    const logs = input.log_softmax(dim);
    if (sameSizes(input.sizes, target.sizes) && target.dtype.is_floating_point) {
      return soft(logs, target, weight, reduction, label_smoothing, dim);
    }
    checkClasses(input, target, ignore_index);
    const [hard] = nll(logs, target, weight, ignore_index, reduction) as [Tensor];
    if (label_smoothing === 0) return hard;
    const weights = exampleWeights(target, weight, ignore_index, input);
    const scaled = weight ? logs.mul(classWeights(weight, logs.ndim, dim)) : logs;
    const even = scaled.sum(dim).neg().mul(target.ne(ignore_index));
    const smooth = reduction === 'mean' ? even.sum().div(weights.sum()) : reduceLoss(even, reduction);
    const share = label_smoothing / input.sizes[dim];
    return hard.mul(1 - label_smoothing).add(smooth.mul(share));
  },
});

function classWeights(weight: Tensor, ndim: number, dim: number): Tensor {
  return weight.view(Array.from({ length: ndim }, (_, own) => (own === dim ? -1 : 1)));
}

defineOperator({
  name: '_div_number',
  schema: 'self: Tensor, other: Scalar',
  doc: 'A tensor divided by a number, as PyTorch does it where no Python asks for it.',
  as: 'internal',
  gradName: 'DivBackward1',
  grad: { self: 'grad / other' },
  forward: ({ self, other }) => self.div(other),
});

function soft(
  logs: Tensor,
  target: Tensor,
  weight: Tensor | null,
  reduction: string,
  smoothing: number,
  dim: number,
): Tensor {
  const classes = logs.sizes[dim];
  const aims = smoothing > 0 ? target.mul(1 - smoothing).add(smoothing / classes) : target;
  const weighted = weight ? logs.mul(classWeights(weight, logs.ndim, dim)) : logs;
  const losses = weighted.mul(aims).sum(dim).neg();
  if (reduction === 'mean') return call('_div_number', losses.sum(), numelOf(logs.sizes) / classes);
  return reduceLoss(losses, reduction);
}
