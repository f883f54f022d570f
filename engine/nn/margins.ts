/** Losses of margins and of distributions as modules: one function of torch.nn.functional each. */

import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import { fieldsOf, Module } from './module.ts';

export interface MarginOptions {
  reduction?: string;
  margin?: number;
  p?: number;
  weight?: Tensor | null;
}

/** A loss whose settings go to its function as they are. */
abstract class Loss extends Module {
  protected abstract readonly loss: string;
  readonly #settings: Readonly<Record<string, unknown>>;

  constructor({ weight, ...settings }: MarginOptions & Record<string, unknown> = {}) {
    super();
    this.#settings = settings;
    if (weight) this.register_buffer('weight', weight);
  }

  forward(...inputs: Tensor[]): Tensor {
    const { weight } = fieldsOf(this);
    return call(this.loss, ...inputs, { ...this.#settings, ...(weight ? { weight } : {}) });
  }
}

/**
 * log(1 + e^(-target input)), for targets of 1 and -1 in the input's shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.SoftMarginLoss.html
 */
export class SoftMarginLoss extends Loss {
  protected override readonly loss = 'soft_margin_loss';
}

/**
 * By how much other classes come within `margin` of the right one: (N, C) scores, (N) int64 classes.
 * @throws ValueError for a p other than 1 and 2
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html
 */
export class MultiMarginLoss extends Loss {
  protected override readonly loss = 'multi_margin_loss';

  constructor(options: MarginOptions = {}) {
    const { p = 1 } = options;
    if (p !== 1 && p !== 2) throw new ValueError('only p == 1 and p == 2 supported');
    super({ ...options });
  }
}

/**
 * The same for several right classes: (N, C) scores, (N, C) int64 classes, up to the first -1.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiLabelMarginLoss.html
 */
export class MultiLabelMarginLoss extends Loss {
  protected override readonly loss = 'multilabel_margin_loss';
}

/**
 * Binary cross entropy of the logits of all classes: (N, C) of both.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiLabelSoftMarginLoss.html
 */
export class MultiLabelSoftMarginLoss extends Loss {
  protected override readonly loss = 'multilabel_soft_margin_loss';
}

/**
 * Brings vectors (N, D) together where the target (N) is 1, and apart where it is -1.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html
 */
export class CosineEmbeddingLoss extends Loss {
  protected override readonly loss = 'cosine_embedding_loss';
}

/**
 * The negative log-likelihood of counts under Poisson distributions, in the input's shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.PoissonNLLLoss.html
 */
export class PoissonNLLLoss extends Loss {
  protected override readonly loss = 'poisson_nll_loss';
}

/**
 * The negative log-likelihood under normal distributions: means, targets and variances.
 * @throws ValueError for a variance below 0
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.GaussianNLLLoss.html
 */
export class GaussianNLLLoss extends Loss {
  protected override readonly loss = 'gaussian_nll_loss';
}

export interface CTCOptions {
  blank?: number;
  reduction?: string;
  zero_infinity?: boolean;
}

/**
 * How unlikely texts are, given the log-probabilities (T, N, C) of letters and a blank at each step.
 * @throws RuntimeError for lengths that do not fit the inputs or the targets
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CTCLoss.html
 */
export class CTCLoss extends Module {
  readonly blank: number;
  readonly reduction: string;
  readonly zero_infinity: boolean;

  constructor({ blank = 0, reduction = 'mean', zero_infinity = false }: CTCOptions = {}) {
    super();
    this.blank = blank;
    this.reduction = reduction;
    this.zero_infinity = zero_infinity;
  }

  forward(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Tensor | readonly number[],
    target_lengths: Tensor | readonly number[],
  ): Tensor {
    const { blank, reduction, zero_infinity } = this;
    return F.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, reduction, zero_infinity);
  }
}

/**
 * The first of two scores above the second by `margin` where the target is 1, below where it is -1.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MarginRankingLoss.html
 */
export class MarginRankingLoss extends Module {
  readonly #options: { margin?: number; reduction?: string };

  constructor(options: { margin?: number; reduction?: string } = {}) {
    super();
    this.#options = options;
  }

  forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return call('margin_ranking_loss', input1, input2, target, this.#options);
  }
}

/**
 * A distance itself where the target is 1, and how far it is below `margin` where it is -1.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html
 */
export class HingeEmbeddingLoss extends Module {
  readonly #options: { margin?: number; reduction?: string };

  constructor(options: { margin?: number; reduction?: string } = {}) {
    super();
    this.#options = options;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return call('hinge_embedding_loss', input, target, this.#options);
  }
}

interface TripletMarginOptions {
  margin?: number;
  p?: number;
  eps?: number;
  swap?: boolean;
  reduction?: string;
}

/**
 * An anchor (N, D) nearer to its positive than to its negative by `margin`, in the p-norm.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.TripletMarginLoss.html
 */
export class TripletMarginLoss extends Module {
  readonly #options: TripletMarginOptions;

  constructor(options: TripletMarginOptions = {}) {
    super();
    this.#options = options;
  }

  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    return call('triplet_margin_loss', anchor, positive, negative, this.#options);
  }
}

export interface TripletOptions {
  distance_function?: ((a: Tensor, b: Tensor) => Tensor) | null;
  margin?: number;
  swap?: boolean;
  reduction?: string;
}

/**
 * An anchor (N, D) nearer to its positive than to its negative by `margin`, in a distance of one's own.
 * @throws ValueError for a margin of 0 or less
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.TripletMarginWithDistanceLoss.html
 */
export class TripletMarginWithDistanceLoss extends Module {
  readonly #options: TripletOptions;

  constructor(options: TripletOptions = {}) {
    super();
    const { margin = 1 } = options;
    if (margin <= 0) {
      throw new ValueError(
        `TripletMarginWithDistanceLoss: expected margin to be greater than 0, got ${margin} instead`,
      );
    }
    this.#options = options;
  }

  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    return F.triplet_margin_with_distance_loss(anchor, positive, negative, this.#options);
  }
}
