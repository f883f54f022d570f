/** Learning rates that change by a factor: every so many epochs, at milestones, by a function, along a line. */

import { ValueError } from '../core/errors.ts';
import { type AnyOptimizer, LRScheduler, type SchedulerState } from './scheduler.ts';

/**
 * Times gamma every step_size epochs.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html
 */
export class StepLR extends LRScheduler {
  readonly step_size: number;
  readonly gamma: number;

  constructor(optimizer: unknown, step_size: number, gamma = 0.1, last_epoch = -1) {
    super(optimizer, last_epoch);
    this.step_size = step_size;
    this.gamma = gamma;
    this.begin();
  }

  protected get_lr(): number[] {
    const isDue = this.last_epoch > 0 && this.last_epoch % this.step_size === 0;
    return this.each((group) => (isDue ? group.lr * this.gamma : group.lr));
  }
}

/**
 * Times gamma at each of the milestones.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html
 */
export class MultiStepLR extends LRScheduler {
  /** How often each of them was given. */
  readonly milestones: Readonly<Record<number, number>>;
  readonly gamma: number;

  constructor(optimizer: unknown, milestones: readonly number[], gamma = 0.1, last_epoch = -1) {
    super(optimizer, last_epoch);
    const counts: Record<number, number> = {};
    for (const milestone of milestones) counts[milestone] = (counts[milestone] ?? 0) + 1;
    this.milestones = counts;
    this.gamma = gamma;
    this.begin();
  }

  protected get_lr(): number[] {
    const times = this.milestones[this.last_epoch] ?? 0;
    return this.each((group) => group.lr * this.gamma ** times);
  }
}

/**
 * Times gamma every epoch.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html
 */
export class ExponentialLR extends LRScheduler {
  readonly gamma: number;

  constructor(optimizer: unknown, gamma: number, last_epoch = -1) {
    super(optimizer, last_epoch);
    this.gamma = gamma;
    this.begin();
  }

  protected get_lr(): number[] {
    return this.each((group) => (this._is_initial ? group.lr : group.lr * this.gamma));
  }
}

/** What a rate is multiplied by in an epoch. */
type Factor = (epoch: number) => number;

/** @throws ValueError for a list that has not one function for each group */
function oneEach(given: Factor | readonly Factor[], { param_groups }: AnyOptimizer): readonly Factor[] {
  if (typeof given === 'function') return param_groups.map(() => given);
  if (given.length === param_groups.length) return given;
  throw new ValueError(`Expected ${param_groups.length} lr_lambdas, but got ${given.length}`);
}

/** Rates by functions of the epoch, which no state tells: they are given anew. */
abstract class FactorLR extends LRScheduler {
  readonly #factors: readonly Factor[];

  constructor(optimizer: unknown, lr_lambda: Factor | readonly Factor[], last_epoch = -1) {
    super(optimizer, last_epoch);
    this.#factors = oneEach(lr_lambda, this.optimizer);
    this.begin();
  }

  override state_dict(): SchedulerState {
    return { ...super.state_dict(), lr_lambdas: this.#factors.map(() => null) };
  }

  override load_state_dict({ lr_lambdas: _, ...state }: SchedulerState): void {
    super.load_state_dict(state as SchedulerState);
  }

  /** Of a group, in this epoch. */
  protected factor(group: number): number {
    return this.#factors[group](this.last_epoch);
  }
}

/**
 * The first rate times a function of the epoch.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html
 */
export class LambdaLR extends FactorLR {
  protected get_lr(): number[] {
    return this.base_lrs.map((base, k) => base * this.factor(k));
  }
}

/**
 * Times a factor that a function of the epoch gives.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiplicativeLR.html
 */
export class MultiplicativeLR extends FactorLR {
  protected get_lr(): number[] {
    return this.each((group, k) => (this._is_initial ? group.lr : group.lr * this.factor(k)));
  }
}

export interface LinearOptions {
  start_factor?: number;
  end_factor?: number;
  total_iters?: number;
  last_epoch?: number;
}

/**
 * From one factor to another in equal steps.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html
 */
export class LinearLR extends LRScheduler {
  readonly start_factor: number;
  readonly end_factor: number;
  readonly total_iters: number;

  constructor(
    optimizer: unknown,
    { start_factor = 1 / 3, end_factor = 1, total_iters = 5, last_epoch = -1 }: LinearOptions = {},
  ) {
    if (start_factor > 1 || start_factor <= 0) {
      throw new ValueError(
        'Starting multiplicative factor expected to be greater than 0 and less or equal to 1.',
      );
    }
    if (end_factor > 1 || end_factor < 0) {
      throw new ValueError('Ending multiplicative factor expected to be between 0 and 1.');
    }
    super(optimizer, last_epoch);
    this.start_factor = start_factor;
    this.end_factor = end_factor;
    this.total_iters = total_iters;
    this.begin();
  }

  protected get_lr(): number[] {
    const { start_factor: start, end_factor: end, total_iters: total, last_epoch: epoch } = this;
    if (epoch === 0) return this.each((group) => group.lr * start);
    if (this._is_initial || epoch > total) return this.each((group) => group.lr);
    return this.each(
      (group) => group.lr * (1 + (end - start) / (total * start + (epoch - 1) * (end - start))),
    );
  }
}

/**
 * A factor until an epoch, 1 from then on.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html
 */
export class ConstantLR extends LRScheduler {
  readonly factor: number;
  readonly total_iters: number;

  constructor(
    optimizer: unknown,
    {
      factor = 1 / 3,
      total_iters = 5,
      last_epoch = -1,
    }: { factor?: number; total_iters?: number; last_epoch?: number } = {},
  ) {
    if (factor > 1 || factor < 0) {
      throw new ValueError('Constant multiplicative factor expected to be between 0 and 1.');
    }
    super(optimizer, last_epoch);
    this.factor = factor;
    this.total_iters = total_iters;
    this.begin();
  }

  protected get_lr(): number[] {
    if (this.last_epoch === 0) return this.each((group) => group.lr * this.factor);
    if (this.last_epoch !== this.total_iters) return this.each((group) => group.lr);
    return this.each((group) => group.lr / this.factor);
  }
}

/**
 * Down to zero as a power of the epochs that are left.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html
 */
export class PolynomialLR extends LRScheduler {
  readonly total_iters: number;
  readonly power: number;

  constructor(
    optimizer: unknown,
    {
      total_iters = 5,
      power = 1,
      last_epoch = -1,
    }: { total_iters?: number; power?: number; last_epoch?: number } = {},
  ) {
    super(optimizer, last_epoch);
    this.total_iters = total_iters;
    this.power = power;
    this.begin();
  }

  protected get_lr(): number[] {
    const { last_epoch: epoch, total_iters: total } = this;
    if (this._is_initial || epoch > total) return this.each((group) => group.lr);
    const decay = ((1 - epoch / total) / (1 - (epoch - 1) / total)) ** this.power;
    return this.each((group) => group.lr * decay);
  }
}
