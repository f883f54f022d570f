/** Further activations, distances and losses as modules: one function of torch.nn.functional each. */

import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Activation, InplaceActivation, pythonFloat } from './activations.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export class Softsign extends Activation {
  forward(input: Tensor): Tensor {
    return call('softsign', input);
  }
}

export class Tanhshrink extends Activation {
  forward(input: Tensor): Tensor {
    return call('tanhshrink', input);
  }
}

export class LogSigmoid extends Activation {
  forward(input: Tensor): Tensor {
    return call('logsigmoid', input);
  }
}

export class Hardsigmoid extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('hardsigmoid', input);
  }
}

export class Hardswish extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('hardswish', input);
  }
}

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

export class Hardshrink extends Shrink {
  forward(input: Tensor): Tensor {
    return call('hardshrink', input, this.lambd);
  }
}

export class Softshrink extends Shrink {
  forward(input: Tensor): Tensor {
    return call('softshrink', input, this.lambd);
  }
}

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

/** Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.PReLU.html */
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

/** Softmax over the channels of images (N, C, H, W) or (C, H, W). */
export class Softmax2d extends Activation {
  forward(input: Tensor): Tensor {
    if (input.ndim !== 3 && input.ndim !== 4) {
      throw new ValueError(`Softmax2d: expected input to be 3D or 4D, got ${input.ndim}D instead`);
    }
    return call('softmax', input, -3);
  }
}

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
