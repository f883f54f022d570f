/** Learning rates over time. Source: https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate */

import { ValueError } from '../core/errors.ts';
import { Optimizer, type ParamGroup } from './optimizer.ts';

type AnyOptimizer = Optimizer<{ lr: number }>;
type AnyGroup = ParamGroup<{ lr: number }>;

/** Where a scheduler is. */
export interface SchedulerState {
  last_epoch: number;
  base_lrs: number[];
  _last_lr: number[];
}

/** @throws TypeError for what is no optimiser */
function checkOptimizer(value: unknown): AnyOptimizer {
  if (value instanceof Optimizer) return value as AnyOptimizer;
  throw new TypeError(`${value === null ? 'null' : (value as object).constructor.name} is not an Optimizer`);
}

/**
 * `step()` once an epoch, after the optimiser's.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LRScheduler.html
 */
export abstract class LRScheduler {
  readonly optimizer: AnyOptimizer;
  readonly base_lrs: number[];
  last_epoch = -1;
  #last: number[] = [];

  constructor(optimizer: unknown) {
    this.optimizer = checkOptimizer(optimizer);
    for (const group of this.optimizer.param_groups) group.initial_lr ??= group.lr;
    this.base_lrs = this.optimizer.param_groups.map((group) => group.initial_lr as number);
  }

  /** The rate of each group in this epoch. */
  protected abstract get_lr(): number[];

  /** To be called at the end of a constructor: sets the rate of epoch 0. */
  protected begin(): void {
    this.step();
  }

  get_last_lr(): number[] {
    return this.#last;
  }

  step(): void {
    this.last_epoch++;
    this.apply(this.get_lr());
  }

  /** Epoch 0 again, as if nothing had changed the rates since: what a scheduler made of schedulers does. */
  restart(): void {
    this.last_epoch = 0;
    this.optimizer.param_groups.forEach((group, k) => {
      group.lr = this.base_lrs[k];
    });
    this.apply(this.get_lr());
  }

  state_dict(): SchedulerState {
    const { last_epoch, base_lrs } = this;
    return { last_epoch, base_lrs: [...base_lrs], _last_lr: [...this.#last] };
  }

  load_state_dict({ last_epoch, base_lrs, _last_lr }: SchedulerState): void {
    this.last_epoch = last_epoch;
    this.base_lrs.splice(0, this.base_lrs.length, ...base_lrs);
    this.#last = [..._last_lr];
  }

  protected apply(rates: readonly number[]): void {
    this.optimizer.param_groups.forEach((group, k) => {
      group.lr = rates[k];
    });
    this.#last = [...rates];
  }

  /** The present rates, each changed by a function of its group. */
  protected each(change: (group: AnyGroup, k: number) => number): number[] {
    return this.optimizer.param_groups.map(change);
  }
}

/**
 * Times gamma every step_size epochs.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html
 */
export class StepLR extends LRScheduler {
  readonly step_size: number;
  readonly gamma: number;

  constructor(optimizer: unknown, step_size: number, gamma = 0.1) {
    super(optimizer);
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
  readonly milestones: readonly number[];
  readonly gamma: number;

  constructor(optimizer: unknown, milestones: readonly number[], gamma = 0.1) {
    super(optimizer);
    this.milestones = milestones;
    this.gamma = gamma;
    this.begin();
  }

  protected get_lr(): number[] {
    const times = this.milestones.filter((milestone) => milestone === this.last_epoch).length;
    return this.each((group) => group.lr * this.gamma ** times);
  }
}

/**
 * Times gamma every epoch.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html
 */
export class ExponentialLR extends LRScheduler {
  readonly gamma: number;

  constructor(optimizer: unknown, gamma: number) {
    super(optimizer);
    this.gamma = gamma;
    this.begin();
  }

  protected get_lr(): number[] {
    return this.each((group) => (this.last_epoch === 0 ? group.lr : group.lr * this.gamma));
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

/**
 * The first rate times a function of the epoch.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html
 */
export class LambdaLR extends LRScheduler {
  readonly #factors: readonly Factor[];

  constructor(optimizer: unknown, lr_lambda: Factor | readonly Factor[]) {
    super(optimizer);
    this.#factors = oneEach(lr_lambda, this.optimizer);
    this.begin();
  }

  protected get_lr(): number[] {
    return this.base_lrs.map((base, k) => base * this.#factors[k](this.last_epoch));
  }
}

export interface LinearOptions {
  start_factor?: number;
  end_factor?: number;
  total_iters?: number;
}

/**
 * Times a factor that a function of the epoch gives.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiplicativeLR.html
 */
export class MultiplicativeLR extends LRScheduler {
  readonly #factors: readonly Factor[];

  constructor(optimizer: unknown, lr_lambda: Factor | readonly Factor[]) {
    super(optimizer);
    this.#factors = oneEach(lr_lambda, this.optimizer);
    this.begin();
  }

  protected get_lr(): number[] {
    return this.each((group, k) =>
      this.last_epoch > 0 ? group.lr * this.#factors[k](this.last_epoch) : group.lr,
    );
  }
}

/**
 * From one factor to another in equal steps.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html
 */
export class LinearLR extends LRScheduler {
  readonly #start: number;
  readonly #end: number;
  readonly #total: number;

  constructor(
    optimizer: unknown,
    { start_factor = 1 / 3, end_factor = 1, total_iters = 5 }: LinearOptions = {},
  ) {
    if (start_factor > 1 || start_factor <= 0) {
      throw new ValueError(
        'Starting multiplicative factor expected to be greater than 0 and less or equal to 1.',
      );
    }
    if (end_factor > 1 || end_factor < 0) {
      throw new ValueError('Ending multiplicative factor expected to be between 0 and 1.');
    }
    super(optimizer);
    this.#start = start_factor;
    this.#end = end_factor;
    this.#total = total_iters;
    this.begin();
  }

  protected get_lr(): number[] {
    const [start, end, total, epoch] = [this.#start, this.#end, this.#total, this.last_epoch];
    if (epoch === 0) return this.each((group) => group.lr * start);
    if (epoch > total) return this.each((group) => group.lr);
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
  readonly #factor: number;
  readonly #total: number;

  constructor(
    optimizer: unknown,
    { factor = 1 / 3, total_iters = 5 }: { factor?: number; total_iters?: number } = {},
  ) {
    if (factor > 1 || factor < 0) {
      throw new ValueError('Constant multiplicative factor expected to be between 0 and 1.');
    }
    super(optimizer);
    this.#factor = factor;
    this.#total = total_iters;
    this.begin();
  }

  protected get_lr(): number[] {
    if (this.last_epoch === 0) return this.each((group) => group.lr * this.#factor);
    if (this.last_epoch !== this.#total) return this.each((group) => group.lr);
    return this.each((group) => group.lr / this.#factor);
  }
}

/**
 * Down to zero as a power of the epochs that are left.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html
 */
export class PolynomialLR extends LRScheduler {
  readonly #total: number;
  readonly #power: number;

  constructor(
    optimizer: unknown,
    { total_iters = 5, power = 1 }: { total_iters?: number; power?: number } = {},
  ) {
    super(optimizer);
    this.#total = total_iters;
    this.#power = power;
    this.begin();
  }

  protected get_lr(): number[] {
    const epoch = this.last_epoch;
    if (epoch === 0 || epoch > this.#total) return this.each((group) => group.lr);
    const decay = ((1 - epoch / this.#total) / (1 - (epoch - 1) / this.#total)) ** this.#power;
    return this.each((group) => group.lr * decay);
  }
}

/**
 * Down along half a cosine.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html
 */
export class CosineAnnealingLR extends LRScheduler {
  readonly T_max: number;
  readonly eta_min: number;

  constructor(optimizer: unknown, T_max: number, eta_min = 0) {
    super(optimizer);
    this.T_max = T_max;
    this.eta_min = eta_min;
    this.begin();
  }

  protected get_lr(): number[] {
    const { last_epoch: epoch, T_max, eta_min } = this;
    if (epoch === 0) return this.each((group) => group.lr);
    const wave = (at: number): number => 1 + Math.cos((Math.PI * at) / T_max);
    if ((epoch - 1 - T_max) % (2 * T_max) === 0) {
      return this.each(
        (group, k) => group.lr + ((this.base_lrs[k] - eta_min) * (1 - Math.cos(Math.PI / T_max))) / 2,
      );
    }
    return this.each((group) => (wave(epoch) / wave(epoch - 1)) * (group.lr - eta_min) + eta_min);
  }
}

/**
 * Along half a cosine again and again, each time T_mult times as long.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html
 */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  readonly eta_min: number;
  readonly T_mult: number;
  T_i: number;
  T_cur = -1;

  constructor(
    optimizer: unknown,
    T_0: number,
    { T_mult = 1, eta_min = 0 }: { T_mult?: number; eta_min?: number } = {},
  ) {
    if (!(T_0 > 0 && Number.isInteger(T_0))) {
      throw new ValueError(`Expected positive integer T_0, but got ${T_0}`);
    }
    if (!(T_mult >= 1 && Number.isInteger(T_mult))) {
      throw new ValueError(`Expected integer T_mult >= 1, but got ${T_mult}`);
    }
    super(optimizer);
    this.T_i = T_0;
    this.T_mult = T_mult;
    this.eta_min = eta_min;
    this.begin();
  }

  override step(): void {
    this.T_cur++;
    if (this.T_cur >= this.T_i) {
      this.T_cur -= this.T_i;
      this.T_i *= this.T_mult;
    }
    super.step();
  }

  protected get_lr(): number[] {
    return this.base_lrs.map(
      (base) =>
        this.eta_min + ((base - this.eta_min) * (1 + Math.cos((Math.PI * this.T_cur) / this.T_i))) / 2,
    );
  }
}

export interface PlateauOptions {
  mode?: 'min' | 'max';
  factor?: number;
  patience?: number;
  threshold?: number;
  threshold_mode?: 'rel' | 'abs';
  min_lr?: number | readonly number[];
  cooldown?: number;
  eps?: number;
}

/**
 * Times a factor when a measure has not improved for `patience` epochs: `step(loss)`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html
 */
export class ReduceLROnPlateau {
  readonly optimizer: AnyOptimizer;
  readonly #options: Required<PlateauOptions>;
  best: number;
  last_epoch = 0;
  num_bad_epochs = 0;
  cooldown_counter = 0;

  constructor(optimizer: unknown, options: PlateauOptions = {}) {
    if ((options.factor ?? 0) >= 1) throw new ValueError('Factor should be < 1.0.');
    this.optimizer = checkOptimizer(optimizer);
    this.#options = {
      mode: 'min',
      factor: 0.1,
      patience: 10,
      threshold: 1e-4,
      threshold_mode: 'rel',
      min_lr: 0,
      cooldown: 0,
      eps: 1e-8,
      ...options,
    };
    const { mode, threshold_mode } = this.#options;
    if (!['min', 'max'].includes(mode)) throw new ValueError(`mode ${mode} is unknown!`);
    if (!['rel', 'abs'].includes(threshold_mode)) {
      throw new ValueError(`threshold mode ${threshold_mode} is unknown!`);
    }
    this.best = mode === 'min' ? Infinity : -Infinity;
  }

  get_last_lr(): number[] {
    return this.optimizer.param_groups.map((group) => group.lr);
  }

  step(measure: number): void {
    const { factor, patience, min_lr, cooldown, eps } = this.#options;
    this.last_epoch++;
    if (this.#isBetter(measure)) {
      this.best = measure;
      this.num_bad_epochs = 0;
    } else this.num_bad_epochs++;
    if (this.cooldown_counter > 0) {
      this.cooldown_counter--;
      this.num_bad_epochs = 0;
    }
    if (this.num_bad_epochs <= patience) return;
    this.optimizer.param_groups.forEach((group, k) => {
      const lowest = typeof min_lr === 'number' ? min_lr : min_lr[k];
      const next = Math.max(group.lr * factor, lowest);
      if (group.lr - next > eps) group.lr = next;
    });
    this.cooldown_counter = cooldown;
    this.num_bad_epochs = 0;
  }

  #isBetter(measure: number): boolean {
    const { mode, threshold, threshold_mode } = this.#options;
    const sign = mode === 'min' ? -1 : 1;
    const bar = threshold_mode === 'rel' ? this.best * (1 + sign * threshold) : this.best + sign * threshold;
    return mode === 'min' ? measure < bar : measure > bar;
  }
}
