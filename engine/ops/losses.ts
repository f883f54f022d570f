/** Loss functions: how far predictions are from their targets, with the reductions of torch.nn.functional. */

import './normalization.ts';
import { bool, int64, resultType, uint8 } from '../core/dtype.ts';
import { IndexError, NotImplementedError, RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { canCast } from '../core/pointwise.ts';
import { broadcastShapes, sameSizes } from '../core/shape.ts';
import { itemOf, type Tensor } from '../core/tensor.ts';
import { throwNotImplemented } from './support.ts';

const reductionSchema = "reduction: str = 'mean'";

/** All losses as one number, or as they are. @throws ValueError for an unknown reduction. */
export function reduceLoss(losses: Tensor, reduction: string): Tensor {
  switch (reduction) {
    case 'mean':
      return losses.mean();
    case 'sum':
      return losses.sum();
    case 'none':
      return losses;
    default:
      throw new ValueError(`${reduction} is not a valid value for reduction`);
  }
}

/** The gradient of each single loss, from that of the reduced one. */
export function spread(grad: Tensor, reduction: string, count: number): Tensor {
  return reduction === 'mean' ? grad.div(count) : grad;
}

const countOf = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);

/** Arguments that come after the reduction. */
const tails: Record<string, string> = {
  huber_loss: ', delta: float = 1',
  smooth_l1_loss: ', beta: float = 1',
};

/**
 * A loss of each pair of elements with a node of its own: `loss` and its slope with respect to the input, both as
 * expressions of tensors.
 */
function elementwiseLoss(
  name: string,
  options: string,
  doc: string,
  loss: (input: Tensor, target: Tensor, args: Record<string, unknown>) => Tensor,
  slope: (input: Tensor, target: Tensor, args: Record<string, unknown>) => Tensor,
  gradName: string,
  targetSlope: (input: Tensor, target: Tensor, args: Record<string, unknown>) => Tensor = (
    input,
    target,
    args,
  ) => slope(input, target, args).neg(),
): void {
  defineOperator({
    name,
    schema: `input: Tensor, target: Tensor, ${options}${reductionSchema}${tails[name] ?? ''}`,
    doc,
    example: `torch.nn.functional.${name}(torch.tensor([0.25, 0.75]), torch.tensor([0.5, 1]))`,
    as: 'functional',
    gradName,
    grad: {
      input: (grad: Tensor, context: Record<string, never>) => {
        const { input, target, reduction } = context as unknown as {
          input: Tensor;
          target: Tensor;
          reduction: string;
        };
        return spread(grad, reduction, Math.max(input.numel(), target.numel())).mul(
          slope(input, target, context),
        );
      },
      target: (grad: Tensor, context: Record<string, never>) => {
        const { input, target, reduction } = context as unknown as {
          input: Tensor;
          target: Tensor;
          reduction: string;
        };
        return spread(grad, reduction, Math.max(input.numel(), target.numel())).mul(
          targetSlope(input, target, context),
        );
      },
    },
    saves: ['input', 'target', 'weight', 'pos_weight'],
    forward(args: Record<string, unknown>) {
      const { input, target, reduction } = args as unknown as {
        input: Tensor;
        target: Tensor;
        reduction: string;
      };
      return reduceLoss(loss(input, target, args), reduction);
    },
  } as never);
}

elementwiseLoss(
  'mse_loss',
  '',
  'The squared differences.',
  (input, target) => {
    const difference = input.sub(target);
    if (!difference.dtype.is_floating_point) {
      throw new NotImplementedError(`"mse_cpu" not implemented for '${difference.dtype.scalarName}'`);
    }
    return difference.pow(2);
  },
  (input, target) => input.sub(target).mul(2),
  'MseLossBackward0',
);

defineOperator({
  name: 'l1_loss',
  schema: `input: Tensor, target: Tensor, ${reductionSchema}`,
  doc: 'The absolute differences.',
  example: 'torch.nn.functional.l1_loss(torch.tensor([1, 2.5]), torch.tensor([1.5, 2]))',
  as: 'functional',
  forward: ({ input, target, reduction }) => reduceLoss(input.sub(target).abs(), reduction),
});

const clip = (difference: Tensor, bound: number): Tensor => difference.clamp(-bound, bound);

elementwiseLoss(
  'huber_loss',
  '',
  'Squares up to delta, straight lines beyond.',
  (input, target, { delta }) => {
    if (Number(delta ?? 1) <= 0) {
      throw new RuntimeError('huber_loss does not support non-positive values for delta.');
    }
    return huber(input.sub(target), Number(delta ?? 1));
  },
  (input, target, { delta }) => clip(input.sub(target), Number(delta ?? 1)),
  'HuberLossBackward0',
);

function huber(difference: Tensor, delta: number): Tensor {
  const size = difference.abs();
  return call('where', size.lt(delta), size.pow(2).mul(0.5), size.sub(delta / 2).mul(delta));
}

elementwiseLoss(
  'smooth_l1_loss',
  '',
  'Squares up to beta, absolute differences beyond.',
  (input, target, args) => {
    const beta = Number(args.beta ?? 1);
    if (beta < 0) throw new RuntimeError('smooth_l1_loss does not support negative values for beta.');
    return beta === 0 ? input.sub(target).abs() : huber(input.sub(target), beta).div(beta);
  },
  (input, target, args) => {
    const beta = Number(args.beta ?? 1);
    return beta === 0 ? input.sub(target).sign() : clip(input.sub(target), beta).div(beta);
  },
  'SmoothL1LossBackward0',
);

/** Logarithms are cut off at -100, so that a certain mistake costs 100 and not infinity. */
function binaryLosses(input: Tensor, target: Tensor, weight: Tensor | null): Tensor {
  const yes = input.log().clamp_min(-100);
  const no = input.neg().log1p().clamp_min(-100);
  const losses = target.sub(1).mul(no).sub(target.mul(yes));
  return weight ? losses.mul(weight) : losses;
}

elementwiseLoss(
  'binary_cross_entropy',
  'weight: Tensor? = null, ',
  'The cost of probabilities for targets from 0 to 1.',
  (input, target, { weight }) => {
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
    return binaryLosses(input, target, weight as Tensor | null);
  },
  (input, target, { weight }) => {
    const slope = input.sub(target).div(input.mul(call('rsub', input, 1)).clamp_min(1e-12));
    return weight ? slope.mul(weight as Tensor) : slope;
  },
  'BinaryCrossEntropyBackward0',
  (input, _target, { weight }) => {
    const slope = input.neg().log1p().sub(input.log()).clamp(-100, 100);
    return weight ? slope.mul(weight as Tensor) : slope;
  },
);

interface LogitArguments {
  weight?: Tensor | null;
  pos_weight?: Tensor | null;
}

elementwiseLoss(
  'binary_cross_entropy_with_logits',
  'weight: Tensor? = null, pos_weight: Tensor? = null, ',
  'The same of numbers whose sigmoid is the probability, without loss of accuracy.',
  (input, target, args) => {
    const { weight, pos_weight } = args as LogitArguments;
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
  (input, target, args) => {
    const { weight, pos_weight } = args as LogitArguments;
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
  'BinaryCrossEntropyWithLogitsBackward0',
  (input, _target, args) => {
    const { weight, pos_weight } = args as LogitArguments;
    const slope = pos_weight
      ? call('logsigmoid', input.neg()).sub(pos_weight.mul(call('logsigmoid', input)))
      : input.neg();
    return weight ? slope.mul(weight) : slope;
  },
);

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

// ── classes ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The weight of each example: of its class, or 1; 0 where the target is to be ignored. */
function exampleWeights(target: Tensor, weight: Tensor | null, ignore: number, like: Tensor): Tensor {
  const counted = target.ne(ignore).to(like.dtype);
  return weight ? weight.index(target.clamp_min(0)).mul(counted) : counted;
}

/** Class numbers at the place of the classes' dimension, those to be ignored replaced by 0. */
function classIndex(target: Tensor, ignore: number, dim: number): Tensor {
  return call('where', target.eq(ignore), 0, target).to(int64).unsqueeze(dim);
}

const nll = defineOperator({
  name: '_nll_loss',
  schema: `input: Tensor, target: Tensor, weight: Tensor? = null, ignore_index: int = -100, ${reductionSchema}`,
  doc: 'Minus the log-probability of the target class.',
  as: 'function',
  gradName: ({ input }) => (input.ndim > 2 ? 'NllLoss2DBackward0' : 'NllLossBackward0'),
  grad: {
    input(grad, { meta, target, weight, ignore_index, reduction }) {
      const dim = meta.input.sizes.length === 1 ? 0 : 1;
      const zeros = grad.new_zeros(meta.input.sizes as number[]);
      const weights = exampleWeights(target, weight, ignore_index, zeros);
      const share = reduction === 'mean' ? weights.div(weights.sum()) : weights;
      return zeros.scatter(dim, classIndex(target, ignore_index, dim), grad.mul(share).neg().unsqueeze(dim));
    },
  },
  saves: ['target', 'weight'],
  forward({ input, target, weight, ignore_index, reduction }) {
    const dim = input.ndim === 1 ? 0 : 1;
    const picked = input.gather(dim, classIndex(target, ignore_index, dim)).squeeze(dim);
    const weights = exampleWeights(target, weight, ignore_index, input);
    const losses = picked.neg().mul(weights);
    if (reduction === 'mean') return losses.sum().div(weights.sum());
    return reduceLoss(losses, reduction);
  },
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
    return nll(input, own, weight, ignore_index, reduction);
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
    const hard = nll(logs, target, weight, ignore_index, reduction);
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
  if (reduction === 'mean') return losses.sum().div(countOf(logs.sizes) / classes);
  return reduceLoss(losses, reduction);
}

// ── similarity ───────────────────────────────────────────────────────────────────────────────────────────────

defineOperator({
  name: 'cosine_similarity',
  schema: 'x1: Tensor, x2: Tensor, dim: int = 1, eps: float = 1e-8',
  doc: 'The cosine of the angle between vectors that lie along a dimension.',
  example: 'torch.cosine_similarity(torch.tensor([1, 0.5]), torch.tensor([0.5, 1]), 0)',
  as: 'function',
  forward({ x1, x2, dim, eps }) {
    const dtype = resultType(
      [x1, x2].map((x) => ({ dtype: x.dtype, kind: x.ndim === 0 ? 'zero-dim' : 'dimensioned' })),
    );
    if (!dtype.is_floating_point) {
      throw new RuntimeError(
        `expected common dtype to be floating point, yet common dtype is ${dtype.scalarName}`,
      );
    }
    const sizes = broadcastShapes(x1.sizes, x2.sizes);
    const [a, b] = [x1, x2].map((x) => x.to(dtype).expand(sizes));
    const length = (x: Tensor): Tensor => x.pow(2).sum(dim, { keepdim: true }).sqrt().clamp_min(eps);
    return a
      .div(length(a))
      .mul(b.div(length(b)))
      .sum(dim);
  },
});

defineOperator({
  name: 'pairwise_distance',
  schema: 'x1: Tensor, x2: Tensor, p: float = 2, eps: float = 1e-6, keepdim: bool = false',
  doc: 'The p-norm of the differences of vectors that lie along the last dimension.',
  example: 'torch.pairwise_distance(torch.tensor([[0, 0.5]]), torch.tensor([[3, 4.5]]))',
  as: 'function',
  forward: ({ x1, x2, p, eps, keepdim }) => call('_norm', x1.sub(x2).add(eps), p, [-1], keepdim),
});

defineOperator({
  name: 'margin_ranking_loss',
  schema: `input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, ${reductionSchema}`,
  doc: 'The cost of the wrong order of two scores.',
  example:
    'torch.nn.functional.margin_ranking_loss(torch.tensor([1.5]), torch.tensor([2]), torch.tensor([1]))',
  as: 'functional',
  forward({ input1, input2, target, margin, reduction }) {
    if (new Set([input1, input2, target].map(({ ndim }) => ndim)).size > 1) {
      throw new RuntimeError(
        `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: ${input1.shape}, input2: ${input2.shape}, target: ${target.shape} `,
      );
    }
    return reduceLoss(target.neg().mul(input1.sub(input2)).add(margin).clamp_min(0), reduction);
  },
});

defineOperator({
  name: 'hinge_embedding_loss',
  schema: `input: Tensor, target: Tensor, margin: float = 1, ${reductionSchema}`,
  doc: 'Distances of what should be alike, and how far others are within the margin.',
  example: 'torch.nn.functional.hinge_embedding_loss(torch.tensor([0.5, 0.25]), torch.tensor([1, -1]))',
  as: 'functional',
  forward({ input, target, margin, reduction }) {
    const alike = call('where', target.eq(1), input, 0);
    const apart = call('where', target.eq(-1), call('rsub', input, margin).clamp_min(0), 0);
    return reduceLoss(alike.add(apart), reduction);
  },
});

defineOperator({
  name: 'triplet_margin_loss',
  schema: `anchor: Tensor, positive: Tensor, negative: Tensor, margin: float = 1, p: float = 2, eps: float = 1e-6, swap: bool = false, ${reductionSchema}`,
  doc: 'How much nearer an anchor should be to one point than to another, or (with `swap`) that one to the other.',
  example:
    'torch.nn.functional.triplet_margin_loss(torch.tensor([[0.5]]), torch.tensor([[0.25]]), torch.tensor([[1.5]]))',
  as: 'functional',
  forward({ anchor, positive, negative, margin, p, eps, swap, reduction }) {
    const near = call('pairwise_distance', anchor, positive, p, eps);
    const far = call('pairwise_distance', anchor, negative, p, eps);
    const least = swap ? far.minimum(call('pairwise_distance', positive, negative, p, eps)) : far;
    return reduceLoss(near.sub(least).add(margin).clamp_min(0), reduction);
  },
});
