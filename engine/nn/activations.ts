/** Activation functions as modules: those that bend, squash or share out; rectifiers.ts has those made after ReLU. */

import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import { Module } from './module.ts';
import { python, pythonFloat } from './text.ts';

type Setting = readonly [name: string, value: number | string | boolean | null];

/** A module without parameters: a function of its input and some settings, which its text names. */
export abstract class Activation extends Module {
  readonly #settings: readonly Setting[];

  constructor(...settings: Setting[]) {
    super();
    this.#settings = settings;
  }

  override extra_repr(): string {
    return this.#settings.map(([name, value]) => `${name}=${python(value)}`).join(', ');
  }
}

/** An activation that may write its result into its input. */
export abstract class InplaceActivation extends Activation {
  readonly inplace: boolean;

  constructor(inplace = false, ...settings: Setting[]) {
    super(...settings, ...(inplace ? [['inplace', true] as const] : []));
    this.inplace = inplace;
  }

  /** Calls the function, or its in-place form. */
  protected run(name: string, input: Tensor, ...settings: unknown[]): Tensor {
    return call(this.inplace ? `${name}_` : name, input, ...settings);
  }
}

/**
 * 1 / (1 + e⁻ˣ), element by element. Any shape; integers give floats.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html
 */
export class Sigmoid extends Activation {
  forward(input: Tensor): Tensor {
    return input.sigmoid();
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
 * The logarithm of the sigmoid, exact where that is near 0. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html
 */
export class LogSigmoid extends Activation {
  forward(input: Tensor): Tensor {
    return call('logsigmoid', input);
  }
}

/**
 * The hyperbolic tangent, element by element. Any shape; integers give floats.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanh.html
 */
export class Tanh extends Activation {
  forward(input: Tensor): Tensor {
    return input.tanh();
  }
}

/**
 * x, kept within `min_val` and `max_val`. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html
 */
export class Hardtanh extends InplaceActivation {
  readonly min_val: number;
  readonly max_val: number;

  constructor(min_val = -1, max_val = 1, inplace = false) {
    super(inplace);
    this.min_val = min_val;
    this.max_val = max_val;
  }

  forward(input: Tensor): Tensor {
    return this.run('hardtanh', input, this.min_val, this.max_val);
  }

  override extra_repr(): string {
    return `min_val=${pythonFloat(this.min_val)}, max_val=${pythonFloat(this.max_val)}${this.inplace ? ', inplace=True' : ''}`;
  }
}

/** x - tanh(x). Any shape. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html */
export class Tanhshrink extends Activation {
  forward(input: Tensor): Tensor {
    return call('tanhshrink', input);
  }
}

/** x / (1 + |x|). Any shape. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Softsign.html */
export class Softsign extends Activation {
  forward(input: Tensor): Tensor {
    return call('softsign', input);
  }
}

/**
 * log(1 + e^(beta x)) / beta, which is x itself above `threshold` / beta. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Softplus.html
 */
export class Softplus extends Activation {
  readonly beta: number;
  readonly threshold: number;

  constructor(beta = 1, threshold = 20) {
    super();
    this.beta = beta;
    this.threshold = threshold;
  }

  forward(input: Tensor): Tensor {
    return call('softplus', input, this.beta, this.threshold);
  }

  override extra_repr(): string {
    return `beta=${pythonFloat(this.beta)}, threshold=${pythonFloat(this.threshold)}`;
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
 * Shares that sum to 1 along `dim`: eˣ over the sum of all eˣ. The shape stays.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html
 */
export class Softmax extends Activation {
  readonly dim: number | null;

  constructor(dim: number | null = null) {
    super(['dim', dim]);
    this.dim = dim;
  }

  forward(input: Tensor): Tensor {
    return F.softmax(input, this.dim);
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
 * The logarithm of softmax along `dim`, exact where softmax is near 0. The shape stays.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html
 */
export class LogSoftmax extends Activation {
  readonly dim: number | null;

  constructor(dim: number | null = null) {
    super(['dim', dim]);
    this.dim = dim;
  }

  forward(input: Tensor): Tensor {
    return F.log_softmax(input, this.dim);
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
