/** Pooling as modules: one function of torch.nn.functional each. */

import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { python } from './activations.ts';
import { type Sizes, spread, tuple } from './layers.ts';
import { Module } from './module.ts';

const call = (name: string, ...args: unknown[]): Tensor => operatorNamed(name).call(...args);
const text = (value: Sizes): string => (typeof value === 'number' ? String(value) : `(${value.join(', ')})`);
const list = (value: Sizes): number[] => (typeof value === 'number' ? [value] : [...value]);

export interface PoolOptions {
  stride?: Sizes;
  padding?: Sizes;
  dilation?: Sizes;
  ceil_mode?: boolean;
  return_indices?: boolean;
  count_include_pad?: boolean;
}

abstract class Pool extends Module {
  readonly kernel_size: Sizes;
  readonly stride: Sizes;
  readonly padding: Sizes;
  readonly dilation: Sizes;
  readonly ceil_mode: boolean;
  readonly return_indices: boolean;
  readonly count_include_pad: boolean;

  constructor(kernel_size: Sizes, settings: PoolOptions = {}) {
    super();
    this.ceil_mode = settings.ceil_mode ?? false;
    this.return_indices = settings.return_indices ?? false;
    this.count_include_pad = settings.count_include_pad ?? true;
    this.kernel_size = kernel_size;
    this.stride = settings.stride ?? kernel_size;
    this.padding = settings.padding ?? 0;
    this.dilation = settings.dilation ?? 1;
  }

  override extra_repr(): string {
    return `kernel_size=${text(this.kernel_size)}, stride=${text(this.stride)}, padding=${text(this.padding)}`;
  }
}

abstract class MaxPool extends Pool {
  override extra_repr(): string {
    return `${super.extra_repr()}, dilation=${text(this.dilation)}, ceil_mode=${python(this.ceil_mode)}`;
  }
}

/** What a max pool gives: values, or values and where they lie. */
type Pooled = Tensor & Iterable<Tensor>;

abstract class MaxPoolOf extends MaxPool {
  protected abstract readonly pool: string;

  forward(input: Tensor): Pooled {
    const { kernel_size, stride, padding, dilation, ceil_mode, return_indices } = this;
    const sizes = [kernel_size, stride, padding, dilation].map(list);
    return call(this.pool, input, ...sizes, { ceil_mode, return_indices }) as Pooled;
  }
}

export class MaxPool1d extends MaxPoolOf {
  protected override readonly pool = 'max_pool1d';
}

export class MaxPool2d extends MaxPoolOf {
  protected override readonly pool = 'max_pool2d';
}

export class MaxPool3d extends MaxPoolOf {
  protected override readonly pool = 'max_pool3d';
}

abstract class AvgPoolOf extends Pool {
  protected abstract readonly pool: string;

  forward(input: Tensor): Tensor {
    const { kernel_size, stride, padding, ceil_mode, count_include_pad } = this;
    return call(this.pool, input, ...[kernel_size, stride, padding].map(list), ceil_mode, count_include_pad);
  }
}

export class AvgPool1d extends AvgPoolOf {
  protected override readonly pool = 'avg_pool1d';

  // Unlike its wider kin it keeps, and shows, its sizes as tuples.
  override extra_repr(): string {
    const [size, stride, padding] = [this.kernel_size, this.stride, this.padding].map(list).map(tuple);
    return `kernel_size=${size}, stride=${stride}, padding=${padding}`;
  }
}

export class AvgPool2d extends AvgPoolOf {
  protected override readonly pool = 'avg_pool2d';
}

export class AvgPool3d extends AvgPoolOf {
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

abstract class AdaptiveAvgPool extends Adaptive {
  protected abstract readonly pool: string;

  forward(input: Tensor): Tensor {
    return call(this.pool, input, this.output_size);
  }
}

export class AdaptiveAvgPool1d extends AdaptiveAvgPool {
  protected override readonly pool = 'adaptive_avg_pool1d';
}

export class AdaptiveAvgPool2d extends AdaptiveAvgPool {
  protected override readonly pool = 'adaptive_avg_pool2d';
}

export class AdaptiveAvgPool3d extends AdaptiveAvgPool {
  protected override readonly pool = 'adaptive_avg_pool3d';
}

abstract class AdaptiveMaxPool extends Adaptive {
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

export class AdaptiveMaxPool1d extends AdaptiveMaxPool {
  protected override readonly pool = 'adaptive_max_pool1d';
}

export class AdaptiveMaxPool2d extends AdaptiveMaxPool {
  protected override readonly pool = 'adaptive_max_pool2d';
}

export class AdaptiveMaxPool3d extends AdaptiveMaxPool {
  protected override readonly pool = 'adaptive_max_pool3d';
}

abstract class MaxUnpool extends Module {
  protected abstract readonly pool: string;
  readonly kernel_size: Sizes;
  readonly stride: Sizes;
  readonly padding: Sizes;

  constructor(spatial: number, kernel_size: Sizes, stride: Sizes | null, padding: Sizes) {
    super();
    this.kernel_size = spread(kernel_size, spatial);
    this.stride = stride === null ? this.kernel_size : spread(stride, spatial);
    this.padding = spread(padding, spatial);
  }

  forward(input: Tensor, indices: Tensor, output_size: readonly number[] | null = null): Tensor {
    const sizes = [this.kernel_size, this.stride, this.padding];
    return call(this.pool, input, indices, ...sizes, output_size);
  }

  override extra_repr(): string {
    const [kernel, stride, padding] = [this.kernel_size, this.stride, this.padding].map((one) =>
      tuple(list(one)),
    );
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`;
  }
}

export class MaxUnpool1d extends MaxUnpool {
  protected override readonly pool = 'max_unpool1d';

  constructor(kernel_size: Sizes, stride: Sizes | null = null, padding: Sizes = 0) {
    super(1, kernel_size, stride, padding);
  }
}

export class MaxUnpool2d extends MaxUnpool {
  protected override readonly pool = 'max_unpool2d';

  constructor(kernel_size: Sizes, stride: Sizes | null = null, padding: Sizes = 0) {
    super(2, kernel_size, stride, padding);
  }
}

export class MaxUnpool3d extends MaxUnpool {
  protected override readonly pool = 'max_unpool3d';

  constructor(kernel_size: Sizes, stride: Sizes | null = null, padding: Sizes = 0) {
    super(3, kernel_size, stride, padding);
  }
}

abstract class LPPool extends Module {
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
    const step = stride === null ? 'None' : text(stride);
    return `norm_type=${norm_type}, kernel_size=${text(kernel_size)}, stride=${step}, ceil_mode=${python(ceil_mode)}`;
  }
}

export class LPPool1d extends LPPool {
  protected override readonly pool = 'lp_pool1d';
}

export class LPPool2d extends LPPool {
  protected override readonly pool = 'lp_pool2d';
}

export class LPPool3d extends LPPool {
  protected override readonly pool = 'lp_pool3d';
}
