/** Further activations, distances and losses as modules: one function of torch.nn.functional each. */

import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Activation, InplaceActivation, pythonFloat } from './activations.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

const call = (name: string, ...args: unknown[]): Tensor => operatorNamed(name).call(...args);

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
  constructor(inplace = false) {
    super(inplace);
  }

  forward(input: Tensor): Tensor {
    return this.run('hardsigmoid', input);
  }
}

export class Hardswish extends InplaceActivation {
  constructor(inplace = false) {
    super(inplace);
  }

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
  readonly dim: number;

  constructor(dim: number) {
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

export class TripletMarginLoss extends Module {
  readonly #options: { margin?: number; p?: number; reduction?: string };

  constructor(options: { margin?: number; p?: number; reduction?: string } = {}) {
    super();
    this.#options = options;
  }

  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    return call('triplet_margin_loss', anchor, positive, negative, this.#options);
  }
}
