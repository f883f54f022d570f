/** Pooling over windows at random places, as functions and as modules. */

import { byName } from '../core/call.ts';
import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Module } from './module.ts';
import { type Sizes, spread } from './sizes.ts';

export interface FractionalOptions {
  output_size?: Sizes | null;
  output_ratio?: Sizes | null;
  return_indices?: boolean;
  _random_samples?: Tensor | null;
}

/** The same by position. */
type Rest = [
  output_size?: Sizes | null,
  output_ratio?: Sizes | null,
  return_indices?: boolean,
  _random_samples?: Tensor | null,
];

type Pooled = Tensor & Iterable<Tensor>;

const order = 'input, kernel_size, output_size, output_ratio, return_indices, _random_samples';

function pool(count: 2 | 3, input: Tensor, kernel_size: Sizes, ...rest: Rest): Pooled {
  const [output_size = null, output_ratio = null, return_indices = false, _random_samples] = rest;
  const ratios = output_ratio === null ? null : spread(output_ratio, count);
  if (!ratios && output_size === null) {
    throw new ValueError(
      `fractional_max_pool${count}d requires specifying either an output_size or an output_ratio`,
    );
  }
  const spatial = input.sizes.slice(-count);
  const wanted =
    output_size === null
      ? spatial.map((size, k) => Math.trunc(size * (ratios as number[])[k]))
      : spread(output_size, count);
  const batch = input.ndim === count + 1 ? 1 : input.sizes[0];
  const channels = input.sizes[input.ndim - count - 1];
  const samples = _random_samples ?? call('rand', batch, channels, count, { device: 'cpu' });
  const [values, indices] = call<[Tensor, Tensor]>(
    '_fractional_max_pool',
    input,
    spread(kernel_size, count),
    wanted,
    samples,
  );
  return (return_indices ? [values, indices] : values) as Pooled;
}

/** The largest elements of windows of images at random places, so many that the result has the size asked for. */
export const fractional_max_pool2d = byName(
  order,
  function fractional_max_pool2d(input: Tensor, kernel_size: Sizes, ...rest: Rest): Pooled {
    return pool(2, input, kernel_size, ...rest);
  },
);

/** The largest elements of windows of volumes at random places, so many that the result has the size asked for. */
export const fractional_max_pool3d = byName(
  order,
  function fractional_max_pool3d(input: Tensor, kernel_size: Sizes, ...rest: Rest): Pooled {
    return pool(3, input, kernel_size, ...rest);
  },
);

abstract class Fractional extends Module {
  readonly kernel_size: Sizes;
  readonly options: FractionalOptions;
  protected abstract readonly count: 2 | 3;

  constructor(kernel_size: Sizes, options: FractionalOptions = {}) {
    super();
    const { output_size = null, output_ratio = null } = options;
    if (output_size === null && output_ratio === null) {
      throw new ValueError(
        `${this.constructor.name} requires specifying either an output size, or a pooling ratio`,
      );
    }
    if (output_size !== null && output_ratio !== null) {
      throw new ValueError('only one of output_size and output_ratio may be specified');
    }
    const ratios = typeof output_ratio === 'number' ? [output_ratio] : (output_ratio ?? []);
    if (ratios.some((ratio) => ratio <= 0 || ratio >= 1)) {
      const text = typeof output_ratio === 'number' ? output_ratio : `(${ratios.join(', ')})`;
      throw new ValueError(`output_ratio must be between 0 and 1 (got ${text})`);
    }
    this.kernel_size = kernel_size;
    this.options = options;
  }

  forward(input: Tensor): Pooled {
    const { output_size, output_ratio, return_indices, _random_samples } = this.options;
    return pool(
      this.count,
      input,
      this.kernel_size,
      output_size,
      output_ratio,
      return_indices,
      _random_samples,
    );
  }
}

/**
 * The largest elements of windows of (N, C, H, W) at random places.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.FractionalMaxPool2d.html
 */
export class FractionalMaxPool2d extends Fractional {
  protected override readonly count = 2;
}

/**
 * The largest elements of windows of (N, C, D, H, W) at random places.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.FractionalMaxPool3d.html
 */
export class FractionalMaxPool3d extends Fractional {
  protected override readonly count = 3;
}
