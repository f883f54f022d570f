/** Layers that learn the size of their inputs from the first of them, and are ordinary layers from then on. */

import { withGradMode } from '../autograd/modes.ts';
import { IndexError, RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Size } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import * as convolutions from './convolutions.ts';
import * as linear from './linear.ts';
import type { Module } from './module.ts';
import * as normalization from './normalization.ts';
import { Parameter } from './parameter.ts';
import type { Sizes } from './sizes.ts';
import { filled, resetLinear } from './weights.ts';

const unknownShape =
  "Can't access the shape of an uninitialized parameter or buffer. This error usually happens in `load_state_dict` when trying to load an uninitialized parameter into an initialized one. Call `forward` to initialize the parameters before accessing their attributes.";

/**
 * A parameter whose shape is not known yet.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.UninitializedParameter.html
 */
export class UninitializedParameter extends Parameter {
  constructor() {
    super(call('empty', [0]));
  }

  override get shape(): Size {
    throw new RuntimeError(unknownShape);
  }

  /** Becomes an ordinary parameter of that size: the same object, so that an optimiser that has it keeps it. */
  materialize(sizes: readonly number[]): void {
    const { dtype, device } = this;
    this.data = call('empty', [...sizes], { dtype, device });
    Object.setPrototypeOf(this, Parameter.prototype);
  }

  override toString(): string {
    return '<UninitializedParameter>';
  }
}

// biome-ignore lint/suspicious/noExplicitAny: constructors of layers take what they like
type LayerClass<M extends Module> = new (...args: any[]) => M;

/** Sets what is read-only to everybody else. */
const set = (module: Module, values: object): void => void Object.assign(module, values);

function materialize(parameter: Parameter | null, sizes: readonly number[]): void {
  if (parameter instanceof UninitializedParameter) parameter.materialize(sizes);
}

/** Makes a lazy layer what it stands for. */
function become(module: Module, Class: LayerClass<Module>, initialize: () => void): void {
  withGradMode(false, initialize);
  Object.setPrototypeOf(module, Class.prototype);
}

/**
 * Linear whose in_features are those of its first input.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyLinear.html
 */
export class LazyLinear extends linear.Linear {
  constructor(out_features: number, { bias = true }: { bias?: boolean } = {}) {
    super(0, 0, { bias: false });
    this.weight = new UninitializedParameter();
    this.bias = bias ? new UninitializedParameter() : null;
    set(this, { out_features });
  }

  override forward(input: Tensor): Tensor {
    if (input.ndim === 0) throw new IndexError('tuple index out of range');
    const in_features = input.sizes[input.ndim - 1];
    become(this, linear.Linear, () => {
      set(this, { in_features });
      materialize(this.weight, [this.out_features, in_features]);
      materialize(this.bias, [this.out_features]);
      resetLinear(this.weight, this.bias);
    });
    return super.forward(input);
  }
}

type AnyConv = convolutions.Conv1d | convolutions.ConvTranspose1d;

/** How many channels an input has, with or without a batch. */
function channelsOf(name: string, input: Tensor, spatial: number): number {
  if (input.ndim !== spatial + 1 && input.ndim !== spatial + 2) {
    throw new RuntimeError(
      `Expected ${spatial + 1}D (unbatched) or ${spatial + 2}D (batched) input to ${name}, but got input of size: ${input.shape}`,
    );
  }
  return input.sizes[input.ndim - spatial - 1];
}

type LazyConv = new (
  out_channels: number,
  kernel_size: Sizes,
  options?: convolutions.ConvOptions & convolutions.ConvTransposeOptions,
) => convolutions.Conv1d;

function lazyConv(Class: LayerClass<AnyConv>, isTransposed: boolean): LazyConv {
  return class extends (Class as LayerClass<convolutions.Conv1d>) {
    constructor(
      out_channels: number,
      kernel_size: Sizes,
      options: convolutions.ConvOptions & convolutions.ConvTransposeOptions = {},
    ) {
      super(0, 0, kernel_size, { ...options, bias: false });
      this.weight = new UninitializedParameter();
      this.bias = (options.bias ?? true) ? new UninitializedParameter() : null;
      set(this, { out_channels });
    }

    override forward(input: Tensor): Tensor {
      const { kernel_size, out_channels, groups } = this;
      const in_channels = channelsOf(this.constructor.name, input, kernel_size.length);
      if (in_channels % groups !== 0) throw new ValueError('in_channels must be divisible by groups');
      become(this, Class, () => {
        set(this, { in_channels });
        const [first, second] = isTransposed ? [in_channels, out_channels] : [out_channels, in_channels];
        materialize(this.weight, [first, second / groups, ...kernel_size]);
        materialize(this.bias, [out_channels]);
        resetLinear(this.weight, this.bias);
      });
      return super.forward(input);
    }
  };
}

/**
 * Conv1d whose in_channels are those of its first input.
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyConv1d.html
 */
export class LazyConv1d extends lazyConv(convolutions.Conv1d, false) {}
/**
 * Conv2d whose in_channels are those of its first input.
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyConv2d.html
 */
export class LazyConv2d extends lazyConv(convolutions.Conv2d, false) {}
/**
 * Conv3d whose in_channels are those of its first input.
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyConv3d.html
 */
export class LazyConv3d extends lazyConv(convolutions.Conv3d, false) {}
/**
 * ConvTranspose1d whose in_channels are those of its first input.
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose1d.html
 */
export class LazyConvTranspose1d extends lazyConv(convolutions.ConvTranspose1d, true) {}
/**
 * ConvTranspose2d whose in_channels are those of its first input.
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose2d.html
 */
export class LazyConvTranspose2d extends lazyConv(convolutions.ConvTranspose2d, true) {}
/**
 * ConvTranspose3d whose in_channels are those of its first input.
 * @throws ValueError for channels that the groups do not divide
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose3d.html
 */
export class LazyConvTranspose3d extends lazyConv(convolutions.ConvTranspose3d, true) {}

type LazyNorm = new (options?: normalization.NormOptions) => normalization.BatchNorm1d;

/** Weights, biases and running moments, all of which wait for the number of channels. */
function lazyNorm(Class: LayerClass<normalization._BatchNorm>): LazyNorm {
  return class extends (Class as LayerClass<normalization.BatchNorm1d>) {
    readonly #tracks: boolean;

    constructor(options: normalization.NormOptions = {}) {
      super(0, { ...options, affine: false, track_running_stats: false });
      const affine = options.affine ?? true;
      this.#tracks = options.track_running_stats ?? true;
      if (affine) {
        this.weight = new UninitializedParameter();
        this.bias = (options.bias ?? true) ? new UninitializedParameter() : null;
      }
      set(this, { affine, track_running_stats: this.#tracks });
    }

    override forward(input: Tensor): Tensor {
      if (input.ndim < 2) throw new IndexError('tuple index out of range');
      const num_features = input.sizes[1];
      become(this, Class, () => {
        set(this, { num_features });
        materialize(this.weight, [num_features]);
        materialize(this.bias, [num_features]);
        this.weight?.fill_(1);
        this.bias?.zero_();
        if (!this.#tracks) return;
        this.running_mean = filled('zeros', [num_features]);
        this.running_var = filled('ones', [num_features]);
        this.num_batches_tracked = call('tensor', 0);
      });
      return super.forward(input);
    }
  };
}

/**
 * BatchNorm1d whose num_features are the channels of its first input.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyBatchNorm1d.html
 */
export class LazyBatchNorm1d extends lazyNorm(normalization.BatchNorm1d) {}
/**
 * BatchNorm2d whose num_features are the channels of its first input.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyBatchNorm2d.html
 */
export class LazyBatchNorm2d extends lazyNorm(normalization.BatchNorm2d) {}
/**
 * BatchNorm3d whose num_features are the channels of its first input.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyBatchNorm3d.html
 */
export class LazyBatchNorm3d extends lazyNorm(normalization.BatchNorm3d) {}
/**
 * InstanceNorm1d whose num_features are the channels of its first input.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyInstanceNorm1d.html
 */
export class LazyInstanceNorm1d extends lazyNorm(normalization.InstanceNorm1d) {}
/**
 * InstanceNorm2d whose num_features are the channels of its first input.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyInstanceNorm2d.html
 */
export class LazyInstanceNorm2d extends lazyNorm(normalization.InstanceNorm2d) {}
/**
 * InstanceNorm3d whose num_features are the channels of its first input.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LazyInstanceNorm3d.html
 */
export class LazyInstanceNorm3d extends lazyNorm(normalization.InstanceNorm3d) {}
