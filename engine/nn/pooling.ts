/** Pooling as modules: one function of torch.nn.functional each. */

import { methodByName } from '../core/call.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Module } from './module.ts';
import { type Sizes, spread } from './sizes.ts';
import { python, sizesText, tuple } from './text.ts';

const list = (value: Sizes): number[] => (typeof value === 'number' ? [value] : [...value]);

export interface PoolOptions {
  stride?: Sizes;
  padding?: Sizes;
  ceil_mode?: boolean;
}

/** What moves a window over the last dimensions; a class says by its name which function of torch does. */
abstract class Pool extends Module {
  protected abstract readonly pool: string;
  readonly kernel_size: Sizes;
  readonly stride: Sizes;
  readonly padding: Sizes;
  readonly ceil_mode: boolean;

  constructor(kernel_size: Sizes, options: PoolOptions) {
    super();
    this.kernel_size = kernel_size;
    this.stride = options.stride ?? kernel_size;
    this.padding = options.padding ?? 0;
    this.ceil_mode = options.ceil_mode ?? false;
  }

  override extra_repr(): string {
    return `kernel_size=${sizesText(this.kernel_size)}, stride=${sizesText(this.stride)}, padding=${sizesText(this.padding)}`;
  }
}

export interface MaxPoolOptions extends PoolOptions {
  dilation?: Sizes;
  return_indices?: boolean;
}

/** What a max pool gives: values, or values and where they lie. */
type Pooled = Tensor & Iterable<Tensor>;

abstract class _MaxPoolNd extends Pool {
  readonly dilation: Sizes;
  readonly return_indices: boolean;

  constructor(kernel_size: Sizes, options: MaxPoolOptions = {}) {
    super(kernel_size, options);
    this.dilation = options.dilation ?? 1;
    this.return_indices = options.return_indices ?? false;
  }

  forward(input: Tensor): Pooled {
    const { kernel_size, stride, padding, dilation, ceil_mode, return_indices } = this;
    const sizes = [kernel_size, stride, padding, dilation].map(list);
    return call(this.pool, input, ...sizes, { ceil_mode, return_indices }) as Pooled;
  }

  override extra_repr(): string {
    return `${super.extra_repr()}, dilation=${sizesText(this.dilation)}, ceil_mode=${python(this.ceil_mode)}`;
  }
}

/**
 * The largest element of each window of (N, C, L) or (C, L); with `return_indices` a pair of values and int64
 * places.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html
 */
export class MaxPool1d extends _MaxPoolNd {
  protected override readonly pool = 'max_pool1d';
}

/**
 * The largest element of each window of (N, C, H, W) or (C, H, W); with `return_indices` a pair of values and int64
 * places.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html
 */
export class MaxPool2d extends _MaxPoolNd {
  protected override readonly pool = 'max_pool2d';
}

/**
 * The largest element of each window of (N, C, D, H, W); with `return_indices` a pair of values and int64 places.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool3d.html
 */
export class MaxPool3d extends _MaxPoolNd {
  protected override readonly pool = 'max_pool3d';
}

export interface AvgPoolOptions extends PoolOptions {
  count_include_pad?: boolean;
  divisor_override?: number | null;
}

abstract class AvgPool extends Pool {
  readonly count_include_pad: boolean;
  readonly divisor_override: number | null;

  constructor(kernel_size: Sizes, options: AvgPoolOptions = {}) {
    super(kernel_size, options);
    this.count_include_pad = options.count_include_pad ?? true;
    this.divisor_override = options.divisor_override ?? null;
  }

  forward(input: Tensor): Tensor {
    const { kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override } = this;
    return call(this.pool, input, ...[kernel_size, stride, padding].map(list), {
      ceil_mode,
      count_include_pad,
      ...(divisor_override === null ? {} : { divisor_override }),
    });
  }
}

/**
 * The mean of each window of (N, C, L) or (C, L).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html
 */
export class AvgPool1d extends AvgPool {
  protected override readonly pool = 'avg_pool1d';

  // Unlike its wider kin it keeps, and shows, its sizes as tuples.
  override extra_repr(): string {
    const [size, stride, padding] = [this.kernel_size, this.stride, this.padding].map(list).map(tuple);
    return `kernel_size=${size}, stride=${stride}, padding=${padding}`;
  }
}

/**
 * The mean of each window of (N, C, H, W) or (C, H, W).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html
 */
export class AvgPool2d extends AvgPool {
  protected override readonly pool = 'avg_pool2d';
}

/**
 * The mean of each window of (N, C, D, H, W) or (C, D, H, W).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool3d.html
 */
export class AvgPool3d extends AvgPool {
  protected override readonly pool = 'avg_pool3d';
}

/** A size, a size a side, or null for a side that stays as it is. */
type Wanted = number | null | readonly (number | null)[];

abstract class Adaptive extends Module {
  readonly output_size: Wanted;

  constructor(output_size: Wanted) {
    super();
    this.output_size = output_size;
  }

  override extra_repr(): string {
    const size = this.output_size;
    return `output_size=${Array.isArray(size) ? `(${size.map(python).join(', ')})` : python(size as number | null)}`;
  }
}

abstract class _AdaptiveAvgPoolNd extends Adaptive {
  protected abstract readonly pool: string;

  forward(input: Tensor): Tensor {
    return call(this.pool, input, this.output_size);
  }
}

/**
 * The means of `output_size` windows of (N, C, L), whatever its length.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html
 */
export class AdaptiveAvgPool1d extends _AdaptiveAvgPoolNd {
  protected override readonly pool = 'adaptive_avg_pool1d';
}

/**
 * The means of `output_size` windows of (N, C, H, W), whatever its size; null keeps a side.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html
 */
export class AdaptiveAvgPool2d extends _AdaptiveAvgPoolNd {
  protected override readonly pool = 'adaptive_avg_pool2d';
}

/**
 * The means of `output_size` windows of (N, C, D, H, W), whatever its size; null keeps a side.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool3d.html
 */
export class AdaptiveAvgPool3d extends _AdaptiveAvgPoolNd {
  protected override readonly pool = 'adaptive_avg_pool3d';
}

abstract class _AdaptiveMaxPoolNd extends Adaptive {
  protected abstract readonly pool: string;
  readonly return_indices: boolean;

  constructor(output_size: Wanted, return_indices = false) {
    super(output_size);
    this.return_indices = return_indices;
  }

  forward(input: Tensor): Pooled {
    return call(this.pool, input, this.output_size, this.return_indices) as Pooled;
  }
}

/**
 * The largest elements of `output_size` windows of (N, C, L), whatever its length.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool1d.html
 */
export class AdaptiveMaxPool1d extends _AdaptiveMaxPoolNd {
  protected override readonly pool = 'adaptive_max_pool1d';
}

/**
 * The largest elements of `output_size` windows of (N, C, H, W), whatever its size; null keeps a side.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool2d.html
 */
export class AdaptiveMaxPool2d extends _AdaptiveMaxPoolNd {
  protected override readonly pool = 'adaptive_max_pool2d';
}

/**
 * The largest elements of `output_size` windows of (N, C, D, H, W), whatever its size; null keeps a side.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool3d.html
 */
export class AdaptiveMaxPool3d extends _AdaptiveMaxPoolNd {
  protected override readonly pool = 'adaptive_max_pool3d';
}

abstract class MaxUnpool extends Module {
  readonly kernel_size: number[];
  readonly stride: number[];
  readonly padding: number[];

  constructor(spatial: number, kernel_size: Sizes, stride: Sizes | null, padding: Sizes) {
    super();
    this.kernel_size = spread(kernel_size, spatial);
    this.stride = stride === null ? this.kernel_size : spread(stride, spatial);
    this.padding = spread(padding, spatial);
  }

  forward(input: Tensor, indices: Tensor, output_size: readonly number[] | null = null): Tensor {
    const { kernel_size, stride, padding } = this;
    return call(
      `max_unpool${kernel_size.length}d`,
      input,
      indices,
      kernel_size,
      stride,
      padding,
      output_size,
    );
  }

  override extra_repr(): string {
    const { kernel_size, stride, padding } = this;
    return `kernel_size=${tuple(kernel_size)}, stride=${tuple(stride)}, padding=${tuple(padding)}`;
  }
}

methodByName(MaxUnpool, 'forward', 'input, indices, output_size');

type MaxUnpoolClass = new (kernel_size: Sizes, stride?: Sizes | null, padding?: Sizes) => MaxUnpool;

const maxUnpool = (spatial: number): MaxUnpoolClass =>
  class extends MaxUnpool {
    constructor(kernel_size: Sizes, stride: Sizes | null = null, padding: Sizes = 0) {
      super(spatial, kernel_size, stride, padding);
    }
  };

/**
 * Elements put back where MaxPool1d took them from, with zeros around: (N, C, L) and its int64 places.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool1d.html
 */
export class MaxUnpool1d extends maxUnpool(1) {}

/**
 * Elements put back where MaxPool2d took them from, with zeros around: (N, C, H, W) and its int64 places.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool2d.html
 */
export class MaxUnpool2d extends maxUnpool(2) {}

/**
 * Elements put back where MaxPool3d took them from, with zeros around: (N, C, D, H, W) and its int64 places.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool3d.html
 */
export class MaxUnpool3d extends maxUnpool(3) {}

abstract class _LPPoolNd extends Module {
  protected abstract readonly pool: string;
  readonly norm_type: number;
  readonly kernel_size: Sizes;
  readonly stride: Sizes | null;
  readonly ceil_mode: boolean;

  constructor(norm_type: number, kernel_size: Sizes, stride: Sizes | null = null, ceil_mode = false) {
    super();
    this.norm_type = norm_type;
    this.kernel_size = kernel_size;
    this.stride = stride;
    this.ceil_mode = ceil_mode;
  }

  forward(input: Tensor): Tensor {
    const { norm_type, kernel_size, stride, ceil_mode } = this;
    return call(this.pool, input, norm_type, kernel_size, stride ?? [], ceil_mode);
  }

  override extra_repr(): string {
    const { norm_type, kernel_size, stride, ceil_mode } = this;
    const step = stride === null ? 'None' : sizesText(stride);
    return `norm_type=${norm_type}, kernel_size=${sizesText(kernel_size)}, stride=${step}, ceil_mode=${python(ceil_mode)}`;
  }
}

/**
 * The `norm_type`-norm of each window of (N, C, L) or (C, L).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool1d.html
 */
export class LPPool1d extends _LPPoolNd {
  protected override readonly pool = 'lp_pool1d';
}

/**
 * The `norm_type`-norm of each window of (N, C, H, W) or (C, H, W).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool2d.html
 */
export class LPPool2d extends _LPPoolNd {
  protected override readonly pool = 'lp_pool2d';
}

/**
 * The `norm_type`-norm of each window of (N, C, D, H, W).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool3d.html
 */
export class LPPool3d extends _LPPoolNd {
  protected override readonly pool = 'lp_pool3d';
}
