/** ReLU and the activation functions made after it, as modules. */

import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Activation, InplaceActivation } from './activations.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import { pythonFloat } from './text.ts';

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
 * x times its hard sigmoid. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardswish.html
 */
export class Hardswish extends InplaceActivation {
  forward(input: Tensor): Tensor {
    return this.run('hardswish', input);
  }
}
