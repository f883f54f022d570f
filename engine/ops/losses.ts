/** Losses of single elements: how far each prediction is from its target. */

import { bool } from '../core/dtype.ts';
import { NotImplementedError, RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { canCast } from '../core/pointwise.ts';
import { itemOf } from '../core/reading.ts';
import type { Arguments, Bound } from '../core/schema.ts';
import { sameSizes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { reduceLoss, reductionSchema, spread } from './reduction.ts';
import { throwNotImplemented } from './support.ts';

/** What every loss of this kind is given. */
type Given<S extends string> = Arguments<S> & { input: Tensor; target: Tensor; reduction: string };

/** A loss of each pair of elements with a node of its own. */
interface ElementwiseLoss<S extends string> {
  readonly schema: S;
  readonly doc: string;
  readonly gradName: string;
  readonly loss: (args: Given<S>) => Tensor;
  /** The loss's slope with respect to the input, and to the target where it is not that of the two exchanged. */
  readonly slope: (args: Given<S>) => Tensor;
  readonly targetSlope?: (args: Given<S>) => Tensor;
}

/** The same arguments, with input and target in each other's place. */
function exchanged<S extends string>(args: Given<S>): Given<S> {
  return Object.create(args, { input: { get: () => args.target }, target: { get: () => args.input } });
}

function elementwiseLoss<const S extends string>(name: string, record: ElementwiseLoss<S>): void {
  const { schema, doc, gradName, loss, slope, targetSlope = (args) => slope(exchanged(args)) } = record;
  const through = (grad: Tensor, own: (args: Given<S>) => Tensor, bound: Bound): Tensor => {
    const args = bound as Given<S>;
    return spread(grad, args.reduction, Math.max(args.input.numel(), args.target.numel())).mul(own(args));
  };
  defineOperator({
    name,
    schema: schema as string,
    doc,
    example: `torch.nn.functional.${name}(torch.tensor([0.25, 0.75]), torch.tensor([0.5, 1]))`,
    as: 'functional',
    gradName,
    grad: {
      input: (grad, args) => through(grad, slope, args),
      target: (grad, args) => through(grad, targetSlope, args),
    },
    saves: ['input', 'target', 'weight', 'pos_weight'],
    forward: (args) => reduceLoss(loss(args as Given<S>), (args as Given<S>).reduction),
  });
}

elementwiseLoss('mse_loss', {
  schema: `input: Tensor, target: Tensor, ${reductionSchema}`,
  doc: 'The squared differences.',
  gradName: 'MseLossBackward0',
  loss({ input, target }) {
    const difference = input.sub(target);
    if (!difference.dtype.is_floating_point) {
      throw new NotImplementedError(`"mse_cpu" not implemented for '${difference.dtype.scalarName}'`);
    }
    return difference.pow(2);
  },
  slope: ({ input, target }) => input.sub(target).mul(2),
});

defineOperator({
  name: 'l1_loss',
  schema: `input: Tensor, target: Tensor, ${reductionSchema}`,
  doc: 'The absolute differences.',
  example: 'torch.nn.functional.l1_loss(torch.tensor([1, 2.5]), torch.tensor([1.5, 2]))',
  as: 'functional',
  forward: ({ input, target, reduction }) => reduceLoss(input.sub(target).abs(), reduction),
});

const clip = (difference: Tensor, bound: number): Tensor => difference.clamp(-bound, bound);

elementwiseLoss('huber_loss', {
  schema: `input: Tensor, target: Tensor, ${reductionSchema}, delta: float = 1`,
  doc: 'Squares up to delta, straight lines beyond.',
  gradName: 'HuberLossBackward0',
  loss({ input, target, delta }) {
    if (delta <= 0) throw new RuntimeError('huber_loss does not support non-positive values for delta.');
    return huber(input.sub(target), delta);
  },
  slope: ({ input, target, delta }) => clip(input.sub(target), delta),
});

function huber(difference: Tensor, delta: number): Tensor {
  const size = difference.abs();
  return call('where', size.lt(delta), size.pow(2).mul(0.5), size.sub(delta / 2).mul(delta));
}

elementwiseLoss('smooth_l1_loss', {
  schema: `input: Tensor, target: Tensor, ${reductionSchema}, beta: float = 1`,
  doc: 'Squares up to beta, absolute differences beyond.',
  gradName: 'SmoothL1LossBackward0',
  loss({ input, target, beta }) {
    if (beta < 0) throw new RuntimeError('smooth_l1_loss does not support negative values for beta.');
    return beta === 0 ? input.sub(target).abs() : huber(input.sub(target), beta).div(beta);
  },
  slope: ({ input, target, beta }) =>
    beta === 0 ? input.sub(target).sign() : clip(input.sub(target), beta).div(beta),
});

/** Logarithms are cut off at -100, so that a certain mistake costs 100 and not infinity. */
function binaryLosses(input: Tensor, target: Tensor, weight: Tensor | null): Tensor {
  const yes = input.log().clamp_min(-100);
  const no = input.neg().log1p().clamp_min(-100);
  const losses = target.sub(1).mul(no).sub(target.mul(yes));
  return weight ? losses.mul(weight) : losses;
}

elementwiseLoss('binary_cross_entropy', {
  schema: `input: Tensor, target: Tensor, weight: Tensor? = null, ${reductionSchema}`,
  doc: 'The cost of probabilities for targets from 0 to 1.',
  gradName: 'BinaryCrossEntropyBackward0',
  loss({ input, target, weight }) {
    if (!sameSizes(input.sizes, target.sizes)) {
      throw new ValueError(
        `Using a target size (${target.shape}) that is different to the input size (${input.shape}) is deprecated. Please ensure they have the same size.`,
      );
    }
    if (input.dtype !== target.dtype) {
      throw new RuntimeError(`Found dtype ${target.dtype.scalarName} but expected ${input.dtype.scalarName}`);
    }
    if (!input.dtype.is_floating_point) throwNotImplemented('binary_cross_entropy', input.dtype);
    for (const [name, values] of [
      ['input', input],
      ['target', target],
    ] as const) {
      if (
        values.is_cpu &&
        values.numel() > 0 &&
        itemOf(values.ge(0).logical_and(values.le(1)).all()) !== true
      ) {
        throw new RuntimeError(`all elements of ${name} should be between 0 and 1`);
      }
    }
    return binaryLosses(input, target, weight);
  },
  slope({ input, target, weight }) {
    const slope = input.sub(target).div(input.mul(call('rsub', input, 1)).clamp_min(1e-12));
    return weight ? slope.mul(weight) : slope;
  },
  targetSlope({ input, weight }) {
    const slope = input.neg().log1p().sub(input.log()).clamp(-100, 100);
    return weight ? slope.mul(weight) : slope;
  },
});

elementwiseLoss('binary_cross_entropy_with_logits', {
  schema: `input: Tensor, target: Tensor, weight: Tensor? = null, pos_weight: Tensor? = null, ${reductionSchema}`,
  doc: 'The same of numbers whose sigmoid is the probability, without loss of accuracy.',
  gradName: 'BinaryCrossEntropyWithLogitsBackward0',
  loss({ input, target, weight, pos_weight }) {
    if (!sameSizes(input.sizes, target.sizes)) {
      throw new ValueError(`Target size (${target.shape}) must be the same as input size (${input.shape})`);
    }
    if (target.dtype === bool) {
      throw new RuntimeError(
        'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
      );
    }
    if (!canCast(input.dtype, target.dtype)) {
      throw new RuntimeError(
        `result type ${input.dtype.scalarName} can't be cast to the desired output type ${target.dtype.scalarName}`,
      );
    }
    const negative = input.neg().clamp_min(0);
    const softplus = negative.add(negative.neg().exp().add(input.neg().sub(negative).exp()).log());
    const factor = pos_weight ? pos_weight.sub(1).mul(target).add(1) : null;
    const losses = call('rsub', target, 1)
      .mul(input)
      .add(factor ? softplus.mul(factor) : softplus);
    return weight ? losses.mul(weight) : losses;
  },
  slope({ input, target, weight, pos_weight }) {
    const chance = input.sigmoid();
    const slope = pos_weight
      ? pos_weight
          .sub(1)
          .mul(target)
          .add(1)
          .mul(chance.sub(1))
          .add(call('rsub', target, 1))
      : chance.sub(target);
    return weight ? slope.mul(weight) : slope;
  },
  targetSlope({ input, weight, pos_weight }) {
    const slope = pos_weight
      ? call('logsigmoid', input.neg()).sub(pos_weight.mul(call('logsigmoid', input)))
      : input.neg();
    return weight ? slope.mul(weight) : slope;
  },
});

defineOperator({
  name: 'kl_div',
  schema: `input: Tensor, target: Tensor, ${reductionSchema}, *, log_target: bool = false`,
  doc: 'The Kullback-Leibler divergence of log-probabilities from a target distribution.',
  example:
    "torch.nn.functional.kl_div(torch.tensor([0.25, 0.75]).log(), torch.tensor([0.5, 0.5]), {reduction: 'sum'})",
  as: 'functional',
  forward({ input, target, reduction, log_target }) {
    if (input.dtype.category === 'int' || target.dtype.category === 'int') {
      throw new RuntimeError('kl_div: Integral inputs not supported.');
    }
    const losses = log_target
      ? target.exp().mul(target.sub(input))
      : call('xlogy', target, target).sub(target.mul(input));
    if (reduction === 'batchmean') return losses.sum().div(input.sizes[0] ?? 1);
    return reduceLoss(losses, reduction);
  },
});
