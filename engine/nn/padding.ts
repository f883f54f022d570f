/** Borders around inputs, as modules: one class for each kind of border and number of dimensions. */

import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import { type Sizes, tuple } from './layers.ts';
import { Module } from './module.ts';

/** Widths from the last dimension backwards, before and after: one number stands for all. */
abstract class Padding extends Module {
  readonly padding: number[];
  protected abstract readonly mode: string;

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

abstract class ConstantPad extends Padding {
  protected override readonly mode = 'constant';
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

export class ConstantPad1d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(1, padding, value);
  }
}

export class ConstantPad2d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(2, padding, value);
  }
}

abstract class ZeroPad extends Padding {
  protected override readonly mode = 'constant';
}

export class ZeroPad1d extends ZeroPad {
  constructor(padding: Sizes) {
    super(1, padding);
  }
}

export class ZeroPad2d extends ZeroPad {
  constructor(padding: Sizes) {
    super(2, padding);
  }
}

abstract class ReflectionPad extends Padding {
  protected override readonly mode = 'reflect';
}

export class ReflectionPad1d extends ReflectionPad {
  constructor(padding: Sizes) {
    super(1, padding);
  }
}

export class ReflectionPad2d extends ReflectionPad {
  constructor(padding: Sizes) {
    super(2, padding);
  }
}

abstract class ReplicationPad extends Padding {
  protected override readonly mode = 'replicate';
}

export class ReplicationPad1d extends ReplicationPad {
  constructor(padding: Sizes) {
    super(1, padding);
  }
}

export class ReplicationPad2d extends ReplicationPad {
  constructor(padding: Sizes) {
    super(2, padding);
  }
}

abstract class CircularPad extends Padding {
  protected override readonly mode = 'circular';

  override forward(input: Tensor): Tensor {
    const spatial = this.padding.length / 2;
    if (input.ndim !== spatial + 1 && input.ndim !== spatial + 2) {
      throw new ValueError(`expected ${spatial + 1}D or ${spatial + 2}D input (got ${input.ndim}D input)`);
    }
    return super.forward(input);
  }
}

export class CircularPad1d extends CircularPad {
  constructor(padding: Sizes) {
    super(1, padding);
  }
}

export class CircularPad2d extends CircularPad {
  constructor(padding: Sizes) {
    super(2, padding);
  }
}

export class ConstantPad3d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(3, padding, value);
  }
}

export class ZeroPad3d extends ZeroPad {
  constructor(padding: Sizes) {
    super(3, padding);
  }
}

export class ReflectionPad3d extends ReflectionPad {
  constructor(padding: Sizes) {
    super(3, padding);
  }
}

export class ReplicationPad3d extends ReplicationPad {
  constructor(padding: Sizes) {
    super(3, padding);
  }
}

export class CircularPad3d extends CircularPad {
  constructor(padding: Sizes) {
    super(3, padding);
  }
}
