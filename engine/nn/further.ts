/** Further layers with weights: bilinear, transposed convolutions, norms of instances and by the root mean square. */

import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { _BatchNorm, empty, filled, type NormOptions, resetLinear, type Sizes, spread } from './layers.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import { python, pythonFloat, tuple } from './text.ts';

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

/**
 * Divides by the root of the mean of squares over the last dimensions, and scales by a weight of their shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html
 */
export class RMSNorm extends Module {
  readonly normalized_shape: number[];
  readonly eps: number | null;
  readonly elementwise_affine: boolean;
  weight: Parameter | null;

  constructor(normalized_shape: Sizes, options: { eps?: number | null; elementwise_affine?: boolean } = {}) {
    super();
    this.normalized_shape = spread(normalized_shape, 1);
    this.eps = options.eps ?? null;
    this.elementwise_affine = options.elementwise_affine ?? true;
    this.weight = this.elementwise_affine ? new Parameter(filled('ones', this.normalized_shape)) : null;
  }

  forward(input: Tensor): Tensor {
    return F.rms_norm(input, this.normalized_shape, this.weight, this.eps);
  }

  override extra_repr(): string {
    const eps = this.eps === null ? 'None' : pythonFloat(this.eps);
    return `${tuple(this.normalized_shape)}, eps=${eps}, elementwise_affine=${python(this.elementwise_affine)}`;
  }
}

/** Normalises each channel of each example; by default without weights and without running moments. */
abstract class _InstanceNorm extends _BatchNorm {
  constructor(num_features: number, options: NormOptions = {}) {
    super(num_features, { affine: false, track_running_stats: false, ...options });
  }

  override forward(input: Tensor): Tensor {
    this.checkRank(input);
    const [alone, batched] = this.ranks;
    const channels = input.sizes[input.ndim === alone ? 0 : 1];
    if (channels !== this.num_features && this.affine) {
      throw new ValueError(
        `expected input's size at dim=${input.ndim === alone ? 0 : 1} to match num_features (${this.num_features}), but got: ${channels}.`,
      );
    }
    const byInstance = this.training || !this.running_mean;
    const batch = input.ndim === batched ? input : input.unsqueeze(0);
    const { running_mean, running_var, weight, bias, eps } = this;
    const momentum = this.momentum ?? 0;
    const result = F.instance_norm(batch, running_mean, running_var, weight, bias, byInstance, momentum, eps);
    return input.ndim === batched ? result : result.squeeze(0);
  }
}

/**
 * Normalises each channel of each example of (N, C, L) or (C, L).
 * @throws ValueError for another number of dimensions
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm1d.html
 */
export class InstanceNorm1d extends _InstanceNorm {
  protected override readonly ranks = [2, 3];
}

/**
 * Normalises each channel of each example of (N, C, H, W) or (C, H, W).
 * @throws ValueError for another number of dimensions
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html
 */
export class InstanceNorm2d extends _InstanceNorm {
  protected override readonly ranks = [3, 4];
}

/**
 * Normalises each channel of each example of (N, C, D, H, W) or (C, D, H, W).
 * @throws ValueError for another number of dimensions
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm3d.html
 */
export class InstanceNorm3d extends _InstanceNorm {
  protected override readonly ranks = [4, 5];
}

export interface ConvTransposeOptions {
  stride?: Sizes;
  padding?: Sizes;
  output_padding?: Sizes;
  groups?: number;
  bias?: boolean;
  dilation?: Sizes;
  padding_mode?: string;
}

abstract class ConvTranspose extends Module {
  readonly in_channels: number;
  readonly out_channels: number;
  readonly kernel_size: number[];
  readonly stride: number[];
  readonly padding: number[];
  readonly output_padding: number[];
  readonly dilation: number[];
  readonly groups: number;
  weight: Parameter;
  bias: Parameter | null;

  constructor(
    spatial: 1 | 2 | 3,
    in_channels: number,
    out_channels: number,
    kernel_size: Sizes,
    options: ConvTransposeOptions,
  ) {
    super();
    if ((options.padding_mode ?? 'zeros') !== 'zeros') {
      throw new ValueError(`Only "zeros" padding mode is supported for ConvTranspose${spatial}d`);
    }
    this.in_channels = in_channels;
    this.out_channels = out_channels;
    this.kernel_size = spread(kernel_size, spatial);
    this.stride = spread(options.stride ?? 1, spatial);
    this.padding = spread(options.padding ?? 0, spatial);
    this.output_padding = spread(options.output_padding ?? 0, spatial);
    this.dilation = spread(options.dilation ?? 1, spatial);
    this.groups = options.groups ?? 1;
    if (in_channels % this.groups !== 0) throw new ValueError('in_channels must be divisible by groups');
    if (out_channels % this.groups !== 0) throw new ValueError('out_channels must be divisible by groups');
    this.weight = empty([in_channels, out_channels / this.groups, ...this.kernel_size]);
    this.bias = (options.bias ?? true) ? empty([out_channels]) : null;
    resetLinear(this.weight, this.bias);
  }

  forward(input: Tensor, output_size: readonly number[] | null = null): Tensor {
    const spatial = this.kernel_size.length;
    const spread = [F.conv_transpose1d, F.conv_transpose2d, F.conv_transpose3d][spatial - 1];
    const { weight, bias, stride, padding, groups, dilation } = this;
    const extra = output_size ? this.#paddingFor(input, output_size.slice(-spatial)) : this.output_padding;
    return spread(input, weight, bias, stride, padding, extra, groups, dilation);
  }

  /** What has to be added for a result of that size. @throws ValueError for a size that no padding gives */
  #paddingFor(input: Tensor, wanted: readonly number[]): number[] {
    const spatial = input.sizes.slice(-wanted.length);
    const least = spatial.map(
      (size, k) =>
        (size - 1) * this.stride[k] - 2 * this.padding[k] + this.dilation[k] * (this.kernel_size[k] - 1) + 1,
    );
    const most = least.map((size, k) => size + this.stride[k] - 1);
    if (wanted.some((size, k) => size < least[k] || size > most[k])) {
      const list = (sizes: readonly number[]): string => `[${sizes.join(', ')}]`;
      throw new ValueError(
        `requested an output size of (${wanted.join(', ')}${wanted.length === 1 ? ',' : ''}), but valid sizes range from ${list(least)} to ${list(most)} (for an input of torch.Size(${list(input.sizes.slice(2))}))`,
      );
    }
    return wanted.map((size, k) => size - least[k]);
  }

  override extra_repr(): string {
    const { stride, padding, output_padding, dilation, groups } = this;
    const parts = [
      `${this.in_channels}, ${this.out_channels}`,
      `kernel_size=${tuple(this.kernel_size)}`,
      `stride=${tuple(stride)}`,
    ];
    if (padding.some((width) => width !== 0)) parts.push(`padding=${tuple(padding)}`);
    if (dilation.some((step) => step !== 1)) parts.push(`dilation=${tuple(dilation)}`);
    if (output_padding.some((width) => width !== 0)) parts.push(`output_padding=${tuple(output_padding)}`);
    if (groups !== 1) parts.push(`groups=${groups}`);
    if (!this.bias) parts.push('bias=False');
    return parts.join(', ');
  }
}

/**
 * The gradient of a convolution as a layer: (N, in, L) to (N, out, longer).
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html
 */
export class ConvTranspose1d extends ConvTranspose {
  constructor(
    in_channels: number,
    out_channels: number,
    kernel_size: Sizes,
    options: ConvTransposeOptions = {},
  ) {
    super(1, in_channels, out_channels, kernel_size, options);
  }
}

/**
 * The gradient of a convolution as a layer: (N, in, H, W) to (N, out, larger).
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html
 */
export class ConvTranspose2d extends ConvTranspose {
  constructor(
    in_channels: number,
    out_channels: number,
    kernel_size: Sizes,
    options: ConvTransposeOptions = {},
  ) {
    super(2, in_channels, out_channels, kernel_size, options);
  }
}

/**
 * The gradient of a convolution as a layer: (N, in, D, H, W) to (N, out, larger).
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose3d.html
 */
export class ConvTranspose3d extends ConvTranspose {
  constructor(
    in_channels: number,
    out_channels: number,
    kernel_size: Sizes,
    options: ConvTransposeOptions = {},
  ) {
    super(3, in_channels, out_channels, kernel_size, options);
  }
}
