/** Modules that give their input another size or shape: one function of torch.nn.functional each. */

import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Activation } from './activations.ts';
import * as F from './functional.ts';
import { Module } from './module.ts';
import type { Sizes } from './sizes.ts';
import { pythonFloat, sizesText } from './text.ts';

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

export interface UpsampleOptions {
  size?: Sizes | null;
  scale_factor?: Sizes | null;
  mode?: string;
  align_corners?: boolean | null;
}

/**
 * Enlarges (N, C, …) to a size, or by a factor: neighbours repeated, or joined by lines or curves.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html
 */
export class Upsample extends Module {
  readonly size: Sizes | null;
  readonly scale_factor: Sizes | null;
  readonly mode: string;
  readonly align_corners: boolean | null;

  constructor(options: UpsampleOptions = {}) {
    super();
    this.size = options.size ?? null;
    this.scale_factor = options.scale_factor ?? null;
    this.mode = options.mode ?? 'nearest';
    this.align_corners = options.align_corners ?? null;
  }

  forward(input: Tensor): Tensor {
    const { size, scale_factor, mode, align_corners } = this;
    return F.interpolate(input, {
      ...(size !== null && { size }),
      ...(scale_factor !== null && { scale_factor }),
      mode,
      align_corners,
    });
  }

  override extra_repr(): string {
    const { size, scale_factor, mode } = this;
    if (scale_factor === null) return `size=${sizesText(size ?? 0)}, mode='${mode}'`;
    const factors =
      typeof scale_factor === 'number'
        ? pythonFloat(scale_factor)
        : `(${scale_factor.map(pythonFloat).join(', ')})`;
    return `scale_factor=${factors}, mode='${mode}'`;
  }
}

/**
 * Upsample of images (N, C, H, W) with mode `nearest`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.UpsamplingNearest2d.html
 */
export class UpsamplingNearest2d extends Upsample {
  constructor(options: UpsampleOptions = {}) {
    super({ ...options, mode: 'nearest' });
  }
}

/**
 * Upsample of images (N, C, H, W) with mode `bilinear`, corners kept in place.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.UpsamplingBilinear2d.html
 */
export class UpsamplingBilinear2d extends Upsample {
  constructor(options: UpsampleOptions = {}) {
    super({ ...options, mode: 'bilinear', align_corners: true });
  }
}

/**
 * (N, C r², H, W) as (N, C, H r, W r), r being `upscale_factor`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelShuffle.html
 */
export class PixelShuffle extends Activation {
  readonly upscale_factor: number;

  constructor(upscale_factor: number) {
    super(['upscale_factor', upscale_factor]);
    this.upscale_factor = upscale_factor;
  }

  forward(input: Tensor): Tensor {
    return call('pixel_shuffle', input, this.upscale_factor);
  }
}

/**
 * (N, C, H r, W r) as (N, C r², H, W), r being `downscale_factor`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelUnshuffle.html
 */
export class PixelUnshuffle extends Activation {
  readonly downscale_factor: number;

  constructor(downscale_factor: number) {
    super(['downscale_factor', downscale_factor]);
    this.downscale_factor = downscale_factor;
  }

  forward(input: Tensor): Tensor {
    return call('pixel_unshuffle', input, this.downscale_factor);
  }
}

export interface PatchOptions {
  dilation?: Sizes;
  padding?: Sizes;
  stride?: Sizes;
}

abstract class Patches extends Module {
  readonly kernel_size: Sizes;
  readonly dilation: Sizes;
  readonly padding: Sizes;
  readonly stride: Sizes;

  constructor(kernel_size: Sizes, options: PatchOptions = {}) {
    super();
    this.kernel_size = kernel_size;
    this.dilation = options.dilation ?? 1;
    this.padding = options.padding ?? 0;
    this.stride = options.stride ?? 1;
  }

  override extra_repr(): string {
    const { kernel_size, dilation, padding, stride } = this;
    return `kernel_size=${sizesText(kernel_size)}, dilation=${sizesText(dilation)}, padding=${sizesText(padding)}, stride=${sizesText(stride)}`;
  }
}

/**
 * All patches of images (N, C, H, W) as columns: (N, C times kernel elements, patches).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Unfold.html
 */
export class Unfold extends Patches {
  forward(input: Tensor): Tensor {
    return F.unfold(input, this.kernel_size, this.dilation, this.padding, this.stride);
  }
}

/**
 * Columns (N, C times kernel elements, patches) put together to images (N, C, H, W): what overlaps is added.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Fold.html
 */
export class Fold extends Patches {
  readonly output_size: Sizes;

  constructor(output_size: Sizes, kernel_size: Sizes, options: PatchOptions = {}) {
    super(kernel_size, options);
    this.output_size = output_size;
  }

  forward(input: Tensor): Tensor {
    const { kernel_size, dilation, padding, stride } = this;
    return F.fold(input, this.output_size, kernel_size, dilation, padding, stride);
  }

  override extra_repr(): string {
    return `output_size=${sizesText(this.output_size)}, ${super.extra_repr()}`;
  }
}
