/** Layers with weights: linear, convolutions, embedding, normalisation. */

import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import { python, pythonFloat, tuple } from './text.ts';

export const empty = (sizes: number[]): Parameter => new Parameter(call('empty', sizes));
export const filled = (name: 'ones' | 'zeros', sizes: readonly number[]): Tensor => call(name, sizes);

/** PyTorch's default: weights uniform within 1/sqrt(fan_in), and the bias too. */
export function resetLinear(weight: Parameter, bias: Parameter | null): void {
  init.kaiming_uniform_(weight, { a: Math.sqrt(5) });
  if (!bias) return;
  const [fanIn] = init._calculate_fan_in_and_fan_out(weight);
  const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
  init.uniform_(bias, -bound, bound);
}

interface WithBias {
  bias?: boolean;
}

/**
 * y = x Wᵀ + b: (…, in_features) to (…, out_features), weights (out_features, in_features).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html
 */
export class Linear extends Module {
  readonly in_features: number;
  readonly out_features: number;
  weight: Parameter;
  bias: Parameter | null;

  constructor(in_features: number, out_features: number, options: WithBias = {}) {
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

export type Sizes = number | readonly number[];

export const spread = (value: Sizes, count: number): number[] =>
  typeof value === 'number' ? new Array<number>(count).fill(value) : [...value];

export interface ConvOptions extends WithBias {
  stride?: Sizes;
  padding?: Sizes | 'same' | 'valid';
  dilation?: Sizes;
  groups?: number;
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
}

/** @throws ValueError for a way of padding that is not known, or does not go with the stride */
function checkConv({ padding, padding_mode, stride }: Conv): void {
  if (typeof padding === 'string') {
    if (padding !== 'same' && padding !== 'valid') {
      throw new ValueError(`Invalid padding string '${padding}', should be one of {'valid', 'same'}`);
    }
    if (padding === 'same' && stride.some((step) => step !== 1)) {
      throw new ValueError("padding='same' is not supported for strided convolutions");
    }
  }
  if (!['zeros', 'reflect', 'replicate', 'circular'].includes(padding_mode)) {
    throw new ValueError(
      `padding_mode must be one of {'reflect', 'circular', 'replicate', 'zeros'}, but got padding_mode='${padding_mode}'`,
    );
  }
}

abstract class Conv extends Module {
  readonly in_channels: number;
  readonly out_channels: number;
  readonly kernel_size: number[];
  readonly stride: number[];
  readonly padding: number[] | string;
  readonly dilation: number[];
  readonly groups: number;
  readonly padding_mode: string;
  weight: Parameter;
  bias: Parameter | null;

  constructor(
    count: 1 | 2 | 3,
    in_channels: number,
    out_channels: number,
    kernel_size: Sizes,
    options: ConvOptions,
  ) {
    super();
    this.in_channels = in_channels;
    this.out_channels = out_channels;
    this.kernel_size = spread(kernel_size, count);
    this.stride = spread(options.stride ?? 1, count);
    this.padding =
      typeof options.padding === 'string' ? options.padding : spread(options.padding ?? 0, count);
    this.dilation = spread(options.dilation ?? 1, count);
    this.groups = options.groups ?? 1;
    this.padding_mode = options.padding_mode ?? 'zeros';
    checkConv(this);
    if (in_channels % this.groups !== 0) throw new ValueError('in_channels must be divisible by groups');
    if (out_channels % this.groups !== 0) throw new ValueError('out_channels must be divisible by groups');
    this.weight = empty([out_channels, in_channels / this.groups, ...this.kernel_size]);
    this.bias = (options.bias ?? true) ? empty([out_channels]) : null;
    resetLinear(this.weight, this.bias);
  }

  forward(input: Tensor): Tensor {
    const { weight, bias, stride, dilation, groups } = this;
    const convolve = [F.conv1d, F.conv2d, F.conv3d][this.kernel_size.length - 1];
    if (this.padding_mode === 'zeros')
      return convolve(input, weight, bias, stride, this.padding, dilation, groups);
    const widths = [...(this.padding as number[])].reverse().flatMap((width) => [width, width]);
    return convolve(F.pad(input, widths, this.padding_mode), weight, bias, stride, 0, dilation, groups);
  }

  override extra_repr(): string {
    const { stride, padding, dilation, groups, padding_mode } = this;
    const parts = [
      `${this.in_channels}, ${this.out_channels}`,
      `kernel_size=${tuple(this.kernel_size)}`,
      `stride=${tuple(stride)}`,
    ];
    if (typeof padding === 'string') parts.push(`padding=${padding}`);
    else if (padding.some((width) => width !== 0)) parts.push(`padding=${tuple(padding)}`);
    if (dilation.some((step) => step !== 1)) parts.push(`dilation=${tuple(dilation)}`);
    if (groups !== 1) parts.push(`groups=${groups}`);
    if (!this.bias) parts.push('bias=False');
    if (padding_mode !== 'zeros') parts.push(`padding_mode=${padding_mode}`);
    return parts.join(', ');
  }
}

/**
 * A convolution of signals: (N, in, L) to (N, out, L'), weights (out, in / groups, k).
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv1d.html
 */
export class Conv1d extends Conv {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, options: ConvOptions = {}) {
    super(1, in_channels, out_channels, kernel_size, options);
  }
}

/**
 * A convolution of images: (N, in, H, W) to (N, out, H', W'), weights (out, in / groups, k, k).
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html
 */
export class Conv2d extends Conv {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, options: ConvOptions = {}) {
    super(2, in_channels, out_channels, kernel_size, options);
  }
}

/**
 * A convolution of volumes: (N, in, D, H, W) to (N, out, D', H', W').
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv3d.html
 */
export class Conv3d extends Conv {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, options: ConvOptions = {}) {
    super(3, in_channels, out_channels, kernel_size, options);
  }
}

export interface NormOptions {
  eps?: number;
  affine?: boolean;
  /** null takes the mean of all batches so far. */
  momentum?: number | null;
  track_running_stats?: boolean;
  bias?: boolean;
}

export abstract class _BatchNorm extends Module {
  readonly num_features: number;
  readonly eps: number;
  readonly momentum: number | null;
  readonly affine: boolean;
  readonly track_running_stats: boolean;
  weight: Parameter | null;
  bias: Parameter | null;
  declare running_mean: Tensor | null;
  declare running_var: Tensor | null;
  declare num_batches_tracked: Tensor | null;

  constructor(num_features: number, options: NormOptions = {}) {
    super();
    this.num_features = num_features;
    this.eps = options.eps ?? 1e-5;
    this.momentum = options.momentum === undefined ? 0.1 : options.momentum;
    this.affine = options.affine ?? true;
    this.track_running_stats = options.track_running_stats ?? true;
    this.weight = this.affine ? new Parameter(filled('ones', [num_features])) : null;
    const hasBias = this.affine && (options.bias ?? true);
    this.bias = hasBias ? new Parameter(filled('zeros', [num_features])) : null;
    const tracked = this.track_running_stats;
    this.register_buffer('running_mean', tracked ? filled('zeros', [num_features]) : null);
    this.register_buffer('running_var', tracked ? filled('ones', [num_features]) : null);
    this.register_buffer('num_batches_tracked', tracked ? call('tensor', 0) : null);
  }

  /** num_batches_tracked, as a number that needs no reading. */
  #batches = 0;

  protected abstract readonly ranks: readonly number[];

  protected checkRank(input: Tensor): void {
    if (this.ranks.includes(input.ndim)) return;
    const expected = this.ranks.map((rank) => `${rank}D`).join(' or ');
    throw new ValueError(`expected ${expected} input (got ${input.ndim}D input)`);
  }

  forward(input: Tensor): Tensor {
    this.checkRank(input);
    if (this.training && this.num_batches_tracked) this.num_batches_tracked.add_(1);
    const byBatch = this.training || !this.running_mean;
    this.#batches += this.training ? 1 : 0;
    return F.batch_norm(
      input,
      this.running_mean,
      this.running_var,
      this.weight,
      this.bias,
      byBatch,
      this.momentum ?? 1 / Math.max(this.#batches, 1),
      this.eps,
    );
  }

  override extra_repr(): string {
    const { num_features, eps, momentum, affine, track_running_stats } = this;
    return `${num_features}, eps=${pythonFloat(eps)}, momentum=${momentum ?? 'None'}, affine=${python(affine)}, bias=${python(this.bias !== null)}, track_running_stats=${python(track_running_stats)}`;
  }
}

/**
 * Normalises each feature of (N, C) or (N, C, L) over the batch; in evaluation by the running moments.
 * @throws ValueError for another number of dimensions
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html
 */
export class BatchNorm1d extends _BatchNorm {
  protected override readonly ranks = [2, 3];
}

/**
 * Normalises each channel of (N, C, H, W) over the batch; in evaluation by the running moments.
 * @throws ValueError for another number of dimensions
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html
 */
export class BatchNorm2d extends _BatchNorm {
  protected override readonly ranks = [4];
}

/**
 * Normalises each channel of (N, C, D, H, W) over the batch; in evaluation by the running moments.
 * @throws ValueError for another number of dimensions
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm3d.html
 */
export class BatchNorm3d extends _BatchNorm {
  protected override readonly ranks = [5];
}

/**
 * Normalises over the last dimensions, those of `normalized_shape`, with a weight and a bias of that shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html
 */
export class LayerNorm extends Module {
  readonly normalized_shape: number[];
  readonly eps: number;
  readonly elementwise_affine: boolean;
  weight: Parameter | null;
  bias: Parameter | null;

  constructor(
    normalized_shape: Sizes,
    options: { eps?: number; elementwise_affine?: boolean; bias?: boolean } = {},
  ) {
    super();
    this.normalized_shape = spread(normalized_shape, 1);
    this.eps = options.eps ?? 1e-5;
    this.elementwise_affine = options.elementwise_affine ?? true;
    this.weight = this.elementwise_affine ? new Parameter(filled('ones', this.normalized_shape)) : null;
    this.bias =
      this.elementwise_affine && (options.bias ?? true)
        ? new Parameter(filled('zeros', this.normalized_shape))
        : null;
  }

  forward(input: Tensor): Tensor {
    return F.layer_norm(input, this.normalized_shape, this.weight, this.bias, this.eps);
  }

  override extra_repr(): string {
    return `${tuple(this.normalized_shape)}, eps=${pythonFloat(this.eps)}, elementwise_affine=${python(this.elementwise_affine)}, bias=${python(this.bias !== null)}`;
  }
}

/**
 * Normalises the channels of (N, C, …) in `num_groups` groups, example by example.
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html
 */
export class GroupNorm extends Module {
  readonly num_groups: number;
  readonly num_channels: number;
  readonly eps: number;
  readonly affine: boolean;
  weight: Parameter | null;
  bias: Parameter | null;

  constructor(num_groups: number, num_channels: number, options: NormOptions = {}) {
    super();
    if (num_channels % num_groups !== 0) {
      throw new ValueError(`num_channels (${num_channels}) must be divisible by num_groups (${num_groups})`);
    }
    this.num_groups = num_groups;
    this.num_channels = num_channels;
    this.eps = options.eps ?? 1e-5;
    this.affine = options.affine ?? true;
    this.weight = this.affine ? new Parameter(filled('ones', [num_channels])) : null;
    const hasBias = this.affine && (options.bias ?? true);
    this.bias = hasBias ? new Parameter(filled('zeros', [num_channels])) : null;
  }

  forward(input: Tensor): Tensor {
    return F.group_norm(input, this.num_groups, this.weight, this.bias, this.eps);
  }

  override extra_repr(): string {
    return `${this.num_groups}, ${this.num_channels}, eps=${pythonFloat(this.eps)}, affine=${python(this.affine)}, bias=${python(this.bias !== null)}`;
  }
}
