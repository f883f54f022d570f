/** Linear layers. */

import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { Module } from './module.ts';
import type { Parameter } from './parameter.ts';
import { python } from './text.ts';
import { empty, resetLinear } from './weights.ts';

/**
 * y = x Wᵀ + b: (…, in_features) to (…, out_features), weights (out_features, in_features).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html
 */
export class Linear extends Module {
  readonly in_features: number;
  readonly out_features: number;
  weight: Parameter;
  bias: Parameter | null;

  constructor(in_features: number, out_features: number, options: { bias?: boolean } = {}) {
    super();
    const { bias = true } = options;
    this.in_features = in_features;
    this.out_features = out_features;
    this.weight = empty([out_features, in_features]);
    this.bias = bias ? empty([out_features]) : null;
    resetLinear(this.weight, this.bias);
  }

  forward(input: Tensor): Tensor {
    return F.linear(input, this.weight, this.bias);
  }

  override extra_repr(): string {
    return `in_features=${this.in_features}, out_features=${this.out_features}, bias=${python(this.bias !== null)}`;
  }
}

/**
 * Gives its input back. Takes any arguments, and ignores them.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Identity.html
 */
export class Identity extends Module {
  constructor(..._ignored: unknown[]) {
    super();
  }

  forward(input: Tensor): Tensor {
    return input;
  }
}

/** x₁ᵀ W x₂ + b. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Bilinear.html */
export class Bilinear extends Module {
  readonly in1_features: number;
  readonly in2_features: number;
  readonly out_features: number;
  weight: Parameter;
  bias: Parameter | null;

  constructor(
    in1_features: number,
    in2_features: number,
    out_features: number,
    options: { bias?: boolean } = {},
  ) {
    super();
    if (in1_features <= 0) {
      throw new ValueError(`in1_features must be > 0, but got (in1_features=${in1_features})`);
    }
    this.in1_features = in1_features;
    this.in2_features = in2_features;
    this.out_features = out_features;
    this.weight = empty([out_features, in1_features, in2_features]);
    this.bias = (options.bias ?? true) ? empty([out_features]) : null;
    const bound = 1 / Math.sqrt(in1_features);
    for (const parameter of this.parameters()) init.uniform_(parameter, -bound, bound);
  }

  forward(input1: Tensor, input2: Tensor): Tensor {
    return F.bilinear(input1, input2, this.weight, this.bias);
  }

  override extra_repr(): string {
    return `in1_features=${this.in1_features}, in2_features=${this.in2_features}, out_features=${this.out_features}, bias=${python(this.bias !== null)}`;
  }
}
