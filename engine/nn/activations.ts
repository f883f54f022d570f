/** Activation functions, dropout, flattening as modules. */

import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { checkChance } from './dropping.ts';
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
 * max(0, x), element by element. Any shape; with `inplace` the input itself is written to.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html
 */
export class ReLU extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('relu', input);
  }
}

/**
 * min(max(0, x), 6), element by element. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU6.html
 */
export class ReLU6 extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('relu6', input);
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
 * The hyperbolic tangent, element by element. Any shape; integers give floats.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanh.html
 */
export class Tanh extends Activation {
  forward(input: Tensor): Tensor {
    return input.tanh();
  }
}

/**
 * x, or `negative_slope` times x below 0. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html
 */
export class LeakyReLU extends InplaceActivation {
  readonly negative_slope: number;

  constructor(negative_slope = 0.01, inplace = false) {
    super(inplace, ['negative_slope', negative_slope]);
    this.negative_slope = negative_slope;
  }

  forward(input: Tensor): Tensor {
    return this.run('leaky_relu', input, this.negative_slope);
  }
}

/**
 * x, or alpha (eˣ - 1) below 0. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ELU.html
 */
export class ELU extends InplaceActivation {
  readonly alpha: number;

  constructor(alpha = 1, inplace = false) {
    super(inplace, ['alpha', pythonFloat(alpha)]);
    this.alpha = alpha;
  }

  forward(input: Tensor): Tensor {
    return this.run('elu', input, this.alpha);
  }

  override extra_repr(): string {
    return `alpha=${pythonFloat(this.alpha)}`;
  }
}

/**
 * ELU with the scale and alpha that keep mean 0 and variance 1 from layer to layer. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.SELU.html
 */
export class SELU extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('selu', input);
  }
}

/**
 * x times the normal distribution's function at x, or its approximation by tanh. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.GELU.html
 */
export class GELU extends Activation {
  readonly approximate: string;

  constructor(approximate: 'none' | 'tanh' = 'none') {
    super(['approximate', approximate]);
    this.approximate = approximate;
  }

  forward(input: Tensor): Tensor {
    return call('gelu', input, { approximate: this.approximate });
  }
}

/** x times its sigmoid. Any shape. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.SiLU.html */
export class SiLU extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('silu', input);
  }
}

/**
 * x times tanh(softplus(x)). Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Mish.html
 */
export class Mish extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('mish', input);
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
 * Zeroes elements with probability p in training, and scales the others by 1 / (1 - p). Any shape.
 * @throws ValueError for a p outside of 0 to 1
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html
 */
export class Dropout extends Activation {
  readonly p: number;
  readonly inplace: boolean;

  constructor(p = 0.5, inplace = false) {
    super(['p', p], ['inplace', inplace]);
    checkChance(p);
    this.p = p;
    this.inplace = inplace;
  }

  /** A chance is a float in Python, also 0 and 1. */
  override extra_repr(): string {
    return super.extra_repr().replace(/^p=(\d+)(?=,)/, 'p=$1.0');
  }

  forward(input: Tensor): Tensor {
    return F.dropout(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels of (N, C, H, W).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout2d.html
 */
export class Dropout2d extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.dropout2d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels of (N, C, L) or (C, L).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout1d.html
 */
export class Dropout1d extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.dropout1d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels of (N, C, D, H, W) or (C, D, H, W).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout3d.html
 */
export class Dropout3d extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.dropout3d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout that keeps mean 0 and variance 1, for networks with SELU. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AlphaDropout.html
 */
export class AlphaDropout extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.alpha_dropout(input, this.p, this.training);
  }
}

/**
 * AlphaDropout of whole channels of (N, C, …).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.FeatureAlphaDropout.html
 */
export class FeatureAlphaDropout extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.feature_alpha_dropout(input, this.p, this.training);
  }
}

/**
 * (N, …) as (N, product): the dimensions from `start_dim` to `end_dim` become one.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Flatten.html
 */
export class Flatten extends Activation {
  readonly start_dim: number;
  readonly end_dim: number;

  constructor(start_dim = 1, end_dim = -1) {
    super(['start_dim', start_dim], ['end_dim', end_dim]);
    this.start_dim = start_dim;
    this.end_dim = end_dim;
  }

  forward(input: Tensor): Tensor {
    return input.flatten(this.start_dim, this.end_dim);
  }
}

/**
 * One dimension as several: (N, C H) as (N, C, H) where `unflattened_size` is [C, H].
 * @throws RuntimeError where the product is another
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Unflatten.html
 */
export class Unflatten extends Activation {
  readonly dim: number;
  readonly unflattened_size: readonly number[];

  constructor(dim: number, unflattened_size: readonly number[]) {
    super();
    this.dim = dim;
    this.unflattened_size = unflattened_size;
  }

  forward(input: Tensor): Tensor {
    return input.unflatten(this.dim, this.unflattened_size as number[]);
  }

  override extra_repr(): string {
    return `dim=${this.dim}, unflattened_size=(${this.unflattened_size.join(', ')})`;
  }
}
