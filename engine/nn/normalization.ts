/** Layers that normalise: over the batch, over each example, over neighbouring channels. */

import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import { type Sizes, spread } from './sizes.ts';
import { python, pythonFloat, tuple } from './text.ts';
import { filled } from './weights.ts';

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

/**
 * Divides each channel of (N, C, …) by the squares of its `size` neighbours.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LocalResponseNorm.html
 */
export class LocalResponseNorm extends Module {
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
  readonly k: number;

  constructor(size: number, alpha = 1e-4, beta = 0.75, k = 1) {
    super();
    this.size = size;
    this.alpha = alpha;
    this.beta = beta;
    this.k = k;
  }

  forward(input: Tensor): Tensor {
    return call('local_response_norm', input, this.size, this.alpha, this.beta, this.k);
  }

  override extra_repr(): string {
    return `${this.size}, alpha=${this.alpha}, beta=${this.beta}, k=${pythonFloat(this.k)}`;
  }
}
