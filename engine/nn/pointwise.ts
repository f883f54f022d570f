/** Further activations, distances and losses as modules: one function of torch.nn.functional each. */

import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Activation, InplaceActivation } from './activations.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import { pythonFloat } from './text.ts';

/** x / (1 + |x|). Any shape. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Softsign.html */
export class Softsign extends Activation {
  forward(input: Tensor): Tensor {
    return call('softsign', input);
  }
}

/** x - tanh(x). Any shape. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html */
export class Tanhshrink extends Activation {
  forward(input: Tensor): Tensor {
    return call('tanhshrink', input);
  }
}

/**
 * The logarithm of the sigmoid, exact where that is near 0. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html
 */
export class LogSigmoid extends Activation {
  forward(input: Tensor): Tensor {
    return call('logsigmoid', input);
  }
}

/**
 * The sigmoid as three straight lines. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html
 */
export class Hardsigmoid extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('hardsigmoid', input);
  }
}

/**
 * x times its hard sigmoid. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardswish.html
 */
export class Hardswish extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('hardswish', input);
  }
}

/**
 * x, or alpha (e^(x / alpha) - 1) below 0. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CELU.html
 */
export class CELU extends InplaceActivation {
  readonly alpha: number;

  constructor(alpha = 1, inplace = false) {
    super(inplace, ['alpha', pythonFloat(alpha)]);
    this.alpha = alpha;
  }

  forward(input: Tensor): Tensor {
    return this.run('celu', input, this.alpha);
  }

  override extra_repr(): string {
    return `alpha=${pythonFloat(this.alpha)}${this.inplace ? ', inplace=True' : ''}`;
  }
}

abstract class Shrink extends Activation {
  readonly lambd: number;

  constructor(lambd = 0.5) {
    super();
    this.lambd = lambd;
  }

  override extra_repr(): string {
    return String(this.lambd);
  }
}

/**
 * x, or 0 within `lambd` of 0. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardshrink.html
 */
export class Hardshrink extends Shrink {
  forward(input: Tensor): Tensor {
    return call('hardshrink', input, this.lambd);
  }
}

/**
 * x moved towards 0 by `lambd`, and 0 within it. Any shape.
 * @throws RuntimeError for a lambd below 0
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Softshrink.html
 */
export class Softshrink extends Shrink {
  forward(input: Tensor): Tensor {
    return call('softshrink', input, this.lambd);
  }
}

/**
 * Softmax of -x along `dim`. The shape stays.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmin.html
 */
export class Softmin extends Activation {
  readonly dim: number | null;

  constructor(dim: number | null = null) {
    super(['dim', dim]);
    this.dim = dim;
  }

  forward(input: Tensor): Tensor {
    return call('softmin', input, this.dim);
  }
}

/**
 * One half along `dim` times the sigmoid of the other: that dimension halves.
 * @throws RuntimeError for an odd one
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.GLU.html
 */
export class GLU extends Activation {
  readonly dim: number;

  constructor(dim = -1) {
    super(['dim', dim]);
    this.dim = dim;
  }

  forward(input: Tensor): Tensor {
    return call('glu', input, this.dim);
  }
}

/**
 * LeakyReLU whose slope is learnt: one, or one a channel of (N, C, …).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.PReLU.html
 */
export class PReLU extends Module {
  readonly num_parameters: number;
  weight: Parameter;

  constructor(num_parameters = 1, init = 0.25) {
    super();
    this.num_parameters = num_parameters;
    this.weight = new Parameter(call('ones', num_parameters).mul(init));
  }

  forward(input: Tensor): Tensor {
    return call('prelu', input, this.weight);
  }

  override extra_repr(): string {
    return `num_parameters=${this.num_parameters}`;
  }
}

/**
 * The cosine of the angle between vectors along `dim`, which the result lacks.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CosineSimilarity.html
 */
export class CosineSimilarity extends Module {
  readonly dim: number;
  readonly eps: number;

  constructor(dim = 1, eps = 1e-8) {
    super();
    this.dim = dim;
    this.eps = eps;
  }

  forward(x1: Tensor, x2: Tensor): Tensor {
    return call('cosine_similarity', x1, x2, this.dim, this.eps);
  }
}

/**
 * The p-norm of the difference of vectors (N, D): a result (N), or (N, 1) with `keepdim`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.PairwiseDistance.html
 */
export class PairwiseDistance extends Module {
  readonly norm: number;
  readonly eps: number;
  readonly keepdim: boolean;

  constructor(p = 2, eps = 1e-6, keepdim = false) {
    super();
    this.norm = p;
    this.eps = eps;
    this.keepdim = keepdim;
  }

  forward(x1: Tensor, x2: Tensor): Tensor {
    return call('pairwise_distance', x1, x2, this.norm, this.eps, this.keepdim);
  }
}

/**
 * x, or `value` where x is not above `threshold`. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Threshold.html
 */
export class Threshold extends InplaceActivation {
  readonly threshold: number;
  readonly value: number;

  constructor(threshold: number, value: number, inplace = false) {
    super(inplace);
    this.threshold = threshold;
    this.value = value;
  }

  forward(input: Tensor): Tensor {
    return this.run('threshold', input, this.threshold, this.value);
  }

  override extra_repr(): string {
    return `threshold=${this.threshold}, value=${this.value}${this.inplace ? ', inplace=True' : ''}`;
  }
}

/**
 * LeakyReLU with a slope drawn for each element in training, and their mean in evaluation. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.RReLU.html
 */
export class RReLU extends InplaceActivation {
  readonly lower: number;
  readonly upper: number;

  constructor(lower = 1 / 8, upper = 1 / 3, inplace = false) {
    super(inplace);
    this.lower = lower;
    this.upper = upper;
  }

  forward(input: Tensor): Tensor {
    return this.run('rrelu', input, this.lower, this.upper, this.training);
  }

  override extra_repr(): string {
    return `lower=${this.lower}, upper=${this.upper}${this.inplace ? ', inplace=True' : ''}`;
  }
}

/**
 * Softmax over the channels of images (N, C, H, W) or (C, H, W).
 * @throws ValueError for another number of dimensions
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax2d.html
 */
export class Softmax2d extends Activation {
  forward(input: Tensor): Tensor {
    if (input.ndim !== 3 && input.ndim !== 4) {
      throw new ValueError(`Softmax2d: expected input to be 3D or 4D, got ${input.ndim}D instead`);
    }
    return call('softmax', input, -3);
  }
}

/**
 * Divides each channel of (N, C, …) by the squares of its `size` neighbours.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LocalResponseNorm.html
 */
export class LocalResponseNorm extends Module {
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
  readonly k: number;

  constructor(size: number, alpha = 1e-4, beta = 0.75, k = 1) {
    super();
    this.size = size;
    this.alpha = alpha;
    this.beta = beta;
    this.k = k;
  }

  forward(input: Tensor): Tensor {
    return call('local_response_norm', input, this.size, this.alpha, this.beta, this.k);
  }

  override extra_repr(): string {
    return `${this.size}, alpha=${this.alpha}, beta=${this.beta}, k=${pythonFloat(this.k)}`;
  }
}

/**
 * The channels of (N, C, …) dealt out anew, one of each group after the other.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ChannelShuffle.html
 */
export class ChannelShuffle extends Activation {
  readonly groups: number;

  constructor(groups: number) {
    super(['groups', groups]);
    this.groups = groups;
  }

  forward(input: Tensor): Tensor {
    return call('channel_shuffle', input, this.groups);
  }
}

/**
 * The first of two scores above the second by `margin` where the target is 1, below where it is -1.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MarginRankingLoss.html
 */
export class MarginRankingLoss extends Module {
  readonly #options: { margin?: number; reduction?: string };

  constructor(options: { margin?: number; reduction?: string } = {}) {
    super();
    this.#options = options;
  }

  forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return call('margin_ranking_loss', input1, input2, target, this.#options);
  }
}

/**
 * A distance itself where the target is 1, and how far it is below `margin` where it is -1.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html
 */
export class HingeEmbeddingLoss extends Module {
  readonly #options: { margin?: number; reduction?: string };

  constructor(options: { margin?: number; reduction?: string } = {}) {
    super();
    this.#options = options;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return call('hinge_embedding_loss', input, target, this.#options);
  }
}

interface TripletMarginOptions {
  margin?: number;
  p?: number;
  eps?: number;
  swap?: boolean;
  reduction?: string;
}

/**
 * An anchor (N, D) nearer to its positive than to its negative by `margin`, in the p-norm.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.TripletMarginLoss.html
 */
export class TripletMarginLoss extends Module {
  readonly #options: TripletMarginOptions;

  constructor(options: TripletMarginOptions = {}) {
    super();
    this.#options = options;
  }

  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    return call('triplet_margin_loss', anchor, positive, negative, this.#options);
  }
}
