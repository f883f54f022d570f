/** Learning rates over time. Source: https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate */

import { KeyError, ValueError } from '../core/errors.ts';
import { itemOf } from '../core/reading.ts';
import { Tensor } from '../core/tensor.ts';
import { Optimizer, type ParamGroup } from './optimizer.ts';

type AnyOptimizer = Optimizer<{ lr: number }>;
type AnyGroup = ParamGroup<{ lr: number }>;

/** Where a scheduler is, and its settings. */
export interface SchedulerState extends Record<string, unknown> {
  last_epoch: number;
  base_lrs: number[];
  _last_lr: number[];
}

/** @throws TypeError for what is no optimiser */
export function checkOptimizer(value: unknown): AnyOptimizer {
  if (value instanceof Optimizer) return value as AnyOptimizer;
  throw new TypeError(`${value === null ? 'null' : (value as object).constructor.name} is not an Optimizer`);
}

/**
 * `step()` once an epoch, after the optimiser's.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LRScheduler.html
 */
export abstract class LRScheduler {
  readonly optimizer: AnyOptimizer;
  base_lrs: number[];
  last_epoch: number;
  _step_count = 0;
  /** Whether the step is the constructor's own. */
  _is_initial = true;
  _last_lr: number[] = [];

  /** `last_epoch` is where training goes on; -1 begins it. */
  constructor(optimizer: unknown, last_epoch = -1) {
    this.optimizer = checkOptimizer(optimizer);
    this.optimizer.param_groups.forEach((group, k) => {
      if (last_epoch === -1) group.initial_lr ??= group.lr;
      else if (group.initial_lr === undefined) throw new KeyError(unresumable(k));
    });
    this.base_lrs = this.optimizer.param_groups.map((group) => group.initial_lr as number);
    this.last_epoch = last_epoch;
  }

  /** The rate of each group in this epoch. */
  protected abstract get_lr(): number[];

  /** To be called at the end of a constructor: sets the rate of epoch 0. */
  protected begin(): void {
    this.step();
    this._is_initial = false;
  }

  get_last_lr(): number[] {
    return this._last_lr;
  }

  step(): void {
    this._step_count++;
    this.last_epoch++;
    this.apply(this.get_lr());
  }

  /** Epoch 0 again, as if nothing had changed the rates since: what a scheduler made of schedulers does. */
  restart(): void {
    this._step_count = 1;
    this.last_epoch = 0;
    this.optimizer.param_groups.forEach((group, k) => {
      group.lr = this.base_lrs[k];
    });
    this._is_initial = true;
    this.apply(this.get_lr());
    this._is_initial = false;
  }

  /** All that a scheduler knows but the optimiser; functions are not saved. */
  state_dict(): SchedulerState {
    const { optimizer: _, base_lrs, last_epoch, _step_count, _is_initial, _last_lr, ...settings } = this;
    const state = {
      base_lrs,
      last_epoch,
      _step_count,
      _is_initial,
      _get_lr_called_within_step: false,
      _last_lr,
    };
    return copyOf({ ...settings, ...state }) as SchedulerState;
  }

  load_state_dict({ _get_lr_called_within_step: _, ...state }: SchedulerState): void {
    Object.assign(this, copyOf(state));
  }

  protected apply(rates: readonly number[]): void {
    this.optimizer.param_groups.forEach((group, k) => {
      group.lr = rates[k];
    });
    this._last_lr = [...rates];
  }

  /** The present rates, each changed by a function of its group. */
  protected each(change: (group: AnyGroup, k: number) => number): number[] {
    return this.optimizer.param_groups.map(change);
  }
}

const unresumable = (group: number): string =>
  `"param 'initial_lr' is not specified in param_groups[${group}] when resuming scheduler with last_epoch >= 0.\\nThis typically happens when:\\n1. You're trying to resume training from a checkpoint but haven't properly loaded the optimizer state\\n2. You're using last_epoch >= 0 for a fresh training run (not recommended)"`;

/** Copies of lists and plain objects, all the way down. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one)]));
}

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

/**
 * The first rate times a function of the epoch.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html
 */
export class LambdaLR extends LRScheduler {
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

  protected get_lr(): number[] {
    return this.base_lrs.map((base, k) => base * this.#factors[k](this.last_epoch));
  }
}

export interface LinearOptions {
  start_factor?: number;
  end_factor?: number;
  total_iters?: number;
  last_epoch?: number;
}

/**
 * Times a factor that a function of the epoch gives.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiplicativeLR.html
 */
export class MultiplicativeLR extends LRScheduler {
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

  protected get_lr(): number[] {
    return this.each((group, k) =>
      this._is_initial ? group.lr : group.lr * this.#factors[k](this.last_epoch),
    );
  }
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

/**
 * Down along half a cosine.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html
 */
export class CosineAnnealingLR extends LRScheduler {
  readonly T_max: number;
  readonly eta_min: number;

  constructor(optimizer: unknown, T_max: number, eta_min = 0, last_epoch = -1) {
    super(optimizer, last_epoch);
    this.T_max = T_max;
    this.eta_min = eta_min;
    this.begin();
  }

  protected get_lr(): number[] {
    const { last_epoch: epoch, T_max, eta_min } = this;
    if (this._is_initial) return this.each((group) => group.lr);
    const wave = (at: number): number => 1 + Math.cos((Math.PI * at) / T_max);
    if (this._step_count === 1 && epoch > 0) {
      return this.base_lrs.map((base) => eta_min + ((base - eta_min) * wave(epoch)) / 2);
    }
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
  readonly T_0: number;
  T_i: number;
  readonly T_mult: number;
  readonly eta_min: number;
  T_cur: number;

  constructor(
    optimizer: unknown,
    T_0: number,
    {
      T_mult = 1,
      eta_min = 0,
      last_epoch = -1,
    }: { T_mult?: number; eta_min?: number; last_epoch?: number } = {},
  ) {
    if (!(T_0 > 0 && Number.isInteger(T_0))) {
      throw new ValueError(`Expected positive integer T_0, but got ${T_0}`);
    }
    if (!(T_mult >= 1 && Number.isInteger(T_mult))) {
      throw new ValueError(`Expected integer T_mult >= 1, but got ${T_mult}`);
    }
    super(optimizer, last_epoch);
    this.T_0 = T_0;
    this.T_i = T_0;
    this.T_mult = T_mult;
    this.eta_min = eta_min;
    this.T_cur = last_epoch;
    this.begin();
  }

  /** The next epoch, or a given one, which may be a fraction. */
  override step(epoch: number | null = null): void {
    if (epoch !== null && epoch < 0) throw new ValueError(`Expected non-negative epoch, but got ${epoch}`);
    if (epoch !== null) this.#goTo(epoch);
    else if (this.last_epoch < 0) this.#goTo(0);
    else {
      this.last_epoch++;
      this.T_cur++;
      if (this.T_cur >= this.T_i) {
        this.T_cur %= this.T_i;
        this.T_i *= this.T_mult;
      }
    }
    this.apply(this.get_lr());
  }

  #goTo(epoch: number): void {
    const { T_0, T_mult } = this;
    let before = 0;
    this.T_i = T_0;
    // As many restarts as came before.
    if (T_mult === 1) before = T_0 * Math.floor(epoch / T_0);
    else
      while (epoch - before >= this.T_i) {
        before += this.T_i;
        this.T_i *= T_mult;
      }
    this.T_cur = epoch - before;
    this.last_epoch = Math.floor(epoch);
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
  readonly factor: number;
  readonly default_min_lr: number;
  readonly min_lrs: readonly number[];
  readonly patience: number;
  readonly cooldown: number;
  readonly eps: number;
  last_epoch = 0;
  _last_lr: number[];
  readonly mode_worse: number;
  readonly mode: 'min' | 'max';
  readonly threshold: number;
  readonly threshold_mode: 'rel' | 'abs';
  best: number;
  cooldown_counter = 0;
  num_bad_epochs = 0;

  constructor(optimizer: unknown, options: PlateauOptions = {}) {
    const { mode = 'min', threshold_mode = 'rel', factor = 0.1, min_lr = 0 } = options;
    if (factor >= 1) throw new ValueError('Factor should be < 1.0.');
    this.optimizer = checkOptimizer(optimizer);
    if (!['min', 'max'].includes(mode)) throw new ValueError(`mode ${mode} is unknown!`);
    if (!['rel', 'abs'].includes(threshold_mode)) {
      throw new ValueError(`threshold mode ${threshold_mode} is unknown!`);
    }
    this.factor = factor;
    this.default_min_lr = typeof min_lr === 'number' ? min_lr : 0;
    this.min_lrs = this.optimizer.param_groups.map((_, k) =>
      typeof min_lr === 'number' ? min_lr : min_lr[k],
    );
    this.patience = options.patience ?? 10;
    this.cooldown = options.cooldown ?? 0;
    this.eps = options.eps ?? 1e-8;
    this._last_lr = this.optimizer.param_groups.map((group) => group.lr);
    this.mode_worse = mode === 'min' ? Infinity : -Infinity;
    this.mode = mode;
    this.threshold = options.threshold ?? 1e-4;
    this.threshold_mode = threshold_mode;
    this.best = this.mode_worse;
  }

  get_last_lr(): number[] {
    return this._last_lr;
  }

  state_dict(): Record<string, unknown> {
    const { optimizer: _, ...state } = this;
    return copyOf(state) as Record<string, unknown>;
  }

  load_state_dict(state: Record<string, unknown>): void {
    Object.assign(this, copyOf(state));
  }

  step(metrics: number | Tensor): void {
    const measure = metrics instanceof Tensor ? Number(itemOf(metrics)) : metrics;
    this.last_epoch++;
    if (this.#isBetter(measure)) {
      this.best = measure;
      this.num_bad_epochs = 0;
    } else this.num_bad_epochs++;
    if (this.cooldown_counter > 0) {
      this.cooldown_counter--;
      this.num_bad_epochs = 0;
    }
    if (this.num_bad_epochs > this.patience) {
      this.optimizer.param_groups.forEach((group, k) => {
        const next = Math.max(group.lr * this.factor, this.min_lrs[k]);
        if (group.lr - next > this.eps) group.lr = next;
      });
      this.cooldown_counter = this.cooldown;
      this.num_bad_epochs = 0;
    }
    this._last_lr = this.optimizer.param_groups.map((group) => group.lr);
  }

  #isBetter(measure: number): boolean {
    const { mode, threshold, threshold_mode } = this;
    const sign = mode === 'min' ? -1 : 1;
    const bar = threshold_mode === 'rel' ? this.best * (1 + sign * threshold) : this.best + sign * threshold;
    return mode === 'min' ? measure < bar : measure > bar;
  }
}
