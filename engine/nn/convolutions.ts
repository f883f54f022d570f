/** Convolutions as layers, and their gradients. */

import { methodByName } from '../core/call.ts';
import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import { Module } from './module.ts';
import type { Parameter } from './parameter.ts';
import { type Sizes, spread } from './sizes.ts';
import { tuple } from './text.ts';
import { empty, resetLinear } from './weights.ts';

export interface ConvOptions {
  bias?: boolean;
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
  readonly padding: number[] | 'same' | 'valid';
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
    const padded = F.pad(input, this.#margins(), this.padding_mode);
    return convolve(padded, weight, bias, stride, 0, dilation, groups);
  }

  /** What is added on both sides of each dimension, the last first. */
  #margins(): number[] {
    const { padding, dilation, kernel_size } = this;
    if (padding === 'valid') return kernel_size.flatMap(() => [0, 0]);
    if (typeof padding !== 'string') return [...padding].reverse().flatMap((width) => [width, width]);
    return kernel_size
      .map((size, k) => {
        const total = dilation[k] * (size - 1);
        return [Math.floor(total / 2), total - Math.floor(total / 2)];
      })
      .reverse()
      .flat();
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

methodByName(ConvTranspose, 'forward', 'input, output_size');

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
