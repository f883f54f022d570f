/** Losses as modules. */

import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import { Module } from './module.ts';

export interface LossOptions {
  reduction?: 'mean' | 'sum' | 'none';
}

abstract class Loss extends Module {
  readonly reduction: string;

  constructor({ reduction = 'mean' }: LossOptions = {}) {
    super();
    this.reduction = reduction;
  }
}

/**
 * The mean (or sum) of squared differences between tensors of one shape; with reduction `none` their own shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MSELoss.html
 */
export class MSELoss extends Loss {
  forward(input: Tensor, target: Tensor): Tensor {
    return F.mse_loss(input, target, this.reduction);
  }
}

/**
 * The mean (or sum) of absolute differences between tensors of one shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.L1Loss.html
 */
export class L1Loss extends Loss {
  forward(input: Tensor, target: Tensor): Tensor {
    return F.l1_loss(input, target, this.reduction);
  }
}

/**
 * Squared differences below `beta`, absolute ones above, their mean or sum.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html
 */
export class SmoothL1Loss extends Loss {
  readonly beta: number;

  constructor(options: LossOptions & { beta?: number } = {}) {
    super(options);
    this.beta = options.beta ?? 1;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return F.smooth_l1_loss(input, target, this.reduction, this.beta);
  }
}

/**
 * Squared differences up to `delta`, straight lines beyond, their mean or sum.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html
 */
export class HuberLoss extends Loss {
  readonly delta: number;

  constructor(options: LossOptions & { delta?: number } = {}) {
    super(options);
    this.delta = options.delta ?? 1;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return F.huber_loss(input, target, this.reduction, this.delta);
  }
}

/**
 * How far a distribution is from another: `input` holds logarithms of probabilities, `target` probabilities.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html
 */
export class KLDivLoss extends Module {
  readonly reduction: string;
  readonly log_target: boolean;

  constructor(options: { reduction?: string; log_target?: boolean } = {}) {
    super();
    this.reduction = options.reduction ?? 'mean';
    this.log_target = options.log_target ?? false;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return F.kl_div(input, target, this.reduction, { log_target: this.log_target });
  }
}

export interface WeightedOptions extends LossOptions {
  weight?: Tensor | null;
}

abstract class WeightedLoss extends Loss {
  declare weight: Tensor | null;

  constructor(options: WeightedOptions = {}) {
    super(options);
    this.register_buffer('weight', options.weight ?? null);
  }
}

/**
 * Binary cross entropy of probabilities with targets from 0 to 1, of one shape.
 * @throws RuntimeError for an input outside of 0 to 1
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.BCELoss.html
 */
export class BCELoss extends WeightedLoss {
  forward(input: Tensor, target: Tensor): Tensor {
    return F.binary_cross_entropy(input, target, this.weight, this.reduction);
  }
}

/**
 * Binary cross entropy of logits, whose sigmoid is the probability, with targets from 0 to 1.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html
 */
export class BCEWithLogitsLoss extends WeightedLoss {
  declare pos_weight: Tensor | null;

  constructor(options: WeightedOptions & { pos_weight?: Tensor | null } = {}) {
    super(options);
    this.register_buffer('pos_weight', options.pos_weight ?? null);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return F.binary_cross_entropy_with_logits(input, target, this.weight, this.pos_weight, this.reduction);
  }
}

export interface ClassOptions extends WeightedOptions {
  ignore_index?: number;
  label_smoothing?: number;
}

/**
 * The negative logarithm of the right class's probability: (N, C, …) logarithms, (N, …) int64 classes.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html
 */
export class NLLLoss extends WeightedLoss {
  readonly ignore_index: number;

  constructor(options: ClassOptions = {}) {
    super(options);
    this.ignore_index = options.ignore_index ?? -100;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return F.nll_loss(input, target, this.weight, this.ignore_index, this.reduction);
  }
}

/**
 * Log-softmax and NLLLoss in one: (N, C, …) logits, (N, …) int64 classes or (N, C, …) probabilities.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html
 */
export class CrossEntropyLoss extends WeightedLoss {
  readonly ignore_index: number;
  readonly label_smoothing: number;

  constructor(options: ClassOptions = {}) {
    super(options);
    this.ignore_index = options.ignore_index ?? -100;
    this.label_smoothing = options.label_smoothing ?? 0;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return F.cross_entropy(
      input,
      target,
      this.weight,
      this.ignore_index,
      this.reduction,
      this.label_smoothing,
    );
  }
}
