/** Borders around inputs, as modules: one class for each kind of border and number of dimensions. */

import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import { Module } from './module.ts';
import type { Sizes } from './sizes.ts';
import { tuple } from './text.ts';

/** Widths from the last dimension backwards, before and after: one number stands for all. */
class Padding extends Module {
  readonly padding: number[];
  protected readonly mode: string = 'constant';

  constructor(spatial: number, padding: Sizes) {
    super();
    this.padding = typeof padding === 'number' ? new Array<number>(2 * spatial).fill(padding) : [...padding];
  }

  forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, this.mode);
  }

  override extra_repr(): string {
    return tuple(this.padding);
  }
}

/** A kind of border around so many dimensions. */
function bordering(
  spatial: number,
  Kind: new (spatial: number, padding: Sizes) => Padding,
): new (
  padding: Sizes,
) => Padding {
  return class extends Kind {
    constructor(padding: Sizes) {
      super(spatial, padding);
    }
  };
}

abstract class ConstantPad extends Padding {
  readonly value: number;

  constructor(spatial: number, padding: Sizes, value: number) {
    super(spatial, padding);
    this.value = value;
  }

  override forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, this.mode, this.value);
  }

  override extra_repr(): string {
    return `padding=${tuple(this.padding)}, value=${this.value}`;
  }
}

/**
 * A border of `value` around (N, C, L): widths from the last dimension back, or one for both ends.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad1d.html
 */
export class ConstantPad1d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(1, padding, value);
  }
}

/**
 * A border of `value` around (N, C, H, W): widths from the last dimension back, or one for all four sides.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad2d.html
 */
export class ConstantPad2d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(2, padding, value);
  }
}

/**
 * A border of zeros around (N, C, L): widths from the last dimension back, or one for both ends.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad1d.html
 */
export class ZeroPad1d extends bordering(1, Padding) {}

/**
 * A border of zeros around (N, C, H, W): widths from the last dimension back, or one for all four sides.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad2d.html
 */
export class ZeroPad2d extends bordering(2, Padding) {}

class ReflectionPad extends Padding {
  protected override readonly mode = 'reflect';
}

/**
 * (N, C, L) mirrored at its borders, which are not repeated.
 * @throws RuntimeError for a border as wide as the input
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad1d.html
 */
export class ReflectionPad1d extends bordering(1, ReflectionPad) {}

/**
 * (N, C, H, W) mirrored at its borders, which are not repeated.
 * @throws RuntimeError for a border as wide as the input
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad2d.html
 */
export class ReflectionPad2d extends bordering(2, ReflectionPad) {}

class ReplicationPad extends Padding {
  protected override readonly mode = 'replicate';
}

/**
 * The outermost elements of (N, C, L) repeated around it.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad1d.html
 */
export class ReplicationPad1d extends bordering(1, ReplicationPad) {}

/**
 * The outermost elements of (N, C, H, W) repeated around it.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad2d.html
 */
export class ReplicationPad2d extends bordering(2, ReplicationPad) {}

class CircularPad extends Padding {
  protected override readonly mode = 'circular';

  override forward(input: Tensor): Tensor {
    const spatial = this.padding.length / 2;
    if (input.ndim !== spatial + 1 && input.ndim !== spatial + 2) {
      throw new ValueError(`expected ${spatial + 1}D or ${spatial + 2}D input (got ${input.ndim}D input)`);
    }
    return super.forward(input);
  }
}

/**
 * (N, C, L) continued from its opposite side.
 * @throws RuntimeError for a border wider than the input
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad1d.html
 */
export class CircularPad1d extends bordering(1, CircularPad) {}

/**
 * (N, C, H, W) continued from its opposite side.
 * @throws RuntimeError for a border wider than the input
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad2d.html
 */
export class CircularPad2d extends bordering(2, CircularPad) {}

/**
 * A border of `value` around (N, C, D, H, W): widths from the last dimension back, or one for all six sides.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad3d.html
 */
export class ConstantPad3d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(3, padding, value);
  }
}

/**
 * A border of zeros around (N, C, D, H, W): widths from the last dimension back, or one for all six sides.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad3d.html
 */
export class ZeroPad3d extends bordering(3, Padding) {}

/**
 * (N, C, D, H, W) mirrored at its borders, which are not repeated.
 * @throws RuntimeError for a border as wide as the input
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad3d.html
 */
export class ReflectionPad3d extends bordering(3, ReflectionPad) {}

/**
 * The outermost elements of (N, C, D, H, W) repeated around it.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad3d.html
 */
export class ReplicationPad3d extends bordering(3, ReplicationPad) {}

/**
 * (N, C, D, H, W) continued from its opposite side.
 * @throws RuntimeError for a border wider than the input
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad3d.html
 */
export class CircularPad3d extends bordering(3, CircularPad) {}
