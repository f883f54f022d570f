/** Learning rates that rise and fall, and momentum against them. */

import { ValueError } from '../core/errors.ts';
import { LRScheduler } from './lr_scheduler.ts';

interface CycledGroup {
  lr: number;
  momentum?: number;
  betas?: readonly number[];
}

/** Whether momentum is Adam's first beta. @throws ValueError where the optimiser has none of both */
function usesBeta(defaults: object): boolean {
  if ('betas' in defaults) return true;
  if ('momentum' in defaults) return false;
  throw new ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled');
}

function setMomentum(group: CycledGroup, momentum: number, isBeta: boolean): void {
  if (isBeta) group.betas = [momentum, ...(group.betas as readonly number[]).slice(1)];
  else group.momentum = momentum;
}

/** A setting for each group: one for all, or a list. */
const perGroup = (value: number | readonly number[], count: number): readonly number[] =>
  typeof value === 'number' ? new Array<number>(count).fill(value) : value;

export interface OneCycleOptions {
  max_lr: number | readonly number[];
  total_steps?: number | null;
  epochs?: number | null;
  steps_per_epoch?: number | null;
  pct_start?: number;
  anneal_strategy?: 'cos' | 'linear';
  cycle_momentum?: boolean;
  base_momentum?: number;
  max_momentum?: number;
  div_factor?: number;
  final_div_factor?: number;
  three_phase?: boolean;
}

interface Phase {
  readonly end: number;
  readonly lr: readonly [from: 'first' | 'most' | 'last', to: 'first' | 'most' | 'last'];
  readonly momentum: readonly [from: number, to: number];
}

/**
 * Up to max_lr, then far down: of Smith and Topin (2017).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html
 */
export class OneCycleLR extends LRScheduler {
  readonly total_steps: number;
  readonly #rates: { first: number; most: number; last: number }[];
  readonly #phases: readonly Phase[];
  readonly #isLinear: boolean;
  readonly #isBeta: boolean | null;

  constructor(optimizer: unknown, options: OneCycleOptions) {
    super(optimizer);
    const settings = {
      pct_start: 0.3,
      anneal_strategy: 'cos',
      cycle_momentum: true,
      base_momentum: 0.85,
      max_momentum: 0.95,
      div_factor: 25,
      final_div_factor: 1e4,
      three_phase: false,
      ...options,
    };
    this.total_steps = totalSteps(settings);
    const { pct_start: part, base_momentum: low, max_momentum: high } = settings;
    if (part < 0 || part > 1) {
      throw new ValueError(`Expected float between 0 and 1 pct_start, but got ${part}`);
    }
    if (!['cos', 'linear'].includes(settings.anneal_strategy)) {
      throw new ValueError(
        `anneal_strategy must be one of 'cos' or 'linear', instead got ${settings.anneal_strategy}`,
      );
    }
    const up: Phase = { end: part * this.total_steps - 1, lr: ['first', 'most'], momentum: [high, low] };
    const end = this.total_steps - 1;
    this.#phases = settings.three_phase
      ? [
          up,
          { end: 2 * part * this.total_steps - 2, lr: ['most', 'first'], momentum: [low, high] },
          { end, lr: ['first', 'last'], momentum: [high, high] },
        ]
      : [up, { end, lr: ['most', 'last'], momentum: [low, high] }];
    const groups = this.optimizer.param_groups;
    this.#rates = perGroup(settings.max_lr, groups.length).map((most) => {
      const first = most / settings.div_factor;
      return { first, most, last: first / settings.final_div_factor };
    });
    groups.forEach((group, k) => {
      const { first, most, last } = this.#rates[k];
      Object.assign(group, { initial_lr: first, max_lr: most, min_lr: last });
    });
    this.#isLinear = settings.anneal_strategy === 'linear';
    this.#isBeta = settings.cycle_momentum ? usesBeta(this.optimizer.defaults) : null;
    this.begin();
  }

  protected get_lr(): number[] {
    const step = this.last_epoch;
    if (step > this.total_steps) {
      throw new ValueError(
        `Tried to step ${step} times. The specified number of total steps is ${this.total_steps}`,
      );
    }
    const found = this.#phases.findIndex(({ end }) => step <= end);
    const at = found < 0 ? this.#phases.length - 1 : found;
    const { end, lr, momentum } = this.#phases[at];
    const start = at === 0 ? 0 : this.#phases[at - 1].end;
    const part = (step - start) / (end - start);
    return this.each((group, k) => {
      if (this.#isBeta !== null) setMomentum(group, this.#along(...momentum, part), this.#isBeta);
      return this.#along(this.#rates[k][lr[0]], this.#rates[k][lr[1]], part);
    });
  }

  #along(from: number, to: number, part: number): number {
    if (this.#isLinear) return (to - from) * part + from;
    return to + ((from - to) / 2) * (1 + Math.cos(Math.PI * part));
  }
}

/** @throws ValueError where neither the steps nor epochs and their steps are given */
function totalSteps({
  total_steps,
  epochs,
  steps_per_epoch,
}: Pick<OneCycleOptions, 'total_steps' | 'epochs' | 'steps_per_epoch'>): number {
  const check = (name: string, value: number): number => {
    if (value > 0 && Number.isInteger(value)) return value;
    throw new ValueError(`Expected positive integer ${name}, but got ${value}`);
  };
  if (total_steps !== undefined && total_steps !== null) return check('total_steps', total_steps);
  if (!epochs || !steps_per_epoch) {
    throw new ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)');
  }
  return check('epochs', epochs) * check('steps_per_epoch', steps_per_epoch);
}

export interface CyclicOptions {
  step_size_up?: number;
  step_size_down?: number | null;
  mode?: 'triangular' | 'triangular2' | 'exp_range';
  gamma?: number;
  scale_fn?: ((x: number) => number) | null;
  scale_mode?: 'cycle' | 'iterations';
  cycle_momentum?: boolean;
  base_momentum?: number;
  max_momentum?: number;
}

/**
 * Between two rates, up and down again and again: of Smith (2015).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CyclicLR.html
 */
export class CyclicLR extends LRScheduler {
  readonly #low: readonly number[];
  readonly #high: readonly number[];
  readonly #total: number;
  readonly #ratio: number;
  readonly #scale: (cycle: number, step: number) => number;
  readonly #momentum: { low: number; high: number; isBeta: boolean } | null;

  constructor(
    optimizer: unknown,
    base_lr: number | readonly number[],
    max_lr: number | readonly number[],
    options: CyclicOptions = {},
  ) {
    super(optimizer);
    const groups = this.optimizer.param_groups;
    this.#low = perGroup(base_lr, groups.length);
    this.#high = perGroup(max_lr, groups.length);
    const up = options.step_size_up ?? 2000;
    this.#total = up + (options.step_size_down ?? up);
    this.#ratio = up / this.#total;
    this.#scale = scaling(options);
    const { base_momentum: low = 0.8, max_momentum: high = 0.9, cycle_momentum = true } = options;
    this.#momentum = cycle_momentum ? { low, high, isBeta: usesBeta(this.optimizer.defaults) } : null;
    this.begin();
  }

  protected get_lr(): number[] {
    const cycle = Math.floor(1 + this.last_epoch / this.#total);
    const x = 1 + this.last_epoch / this.#total - cycle;
    const height = x <= this.#ratio ? x / this.#ratio : (x - 1) / (this.#ratio - 1);
    const scale = this.#scale(cycle, this.last_epoch);
    return this.each((group, k) => {
      if (this.#momentum) {
        const { low, high, isBeta } = this.#momentum;
        setMomentum(group, high - (high - low) * height * scale, isBeta);
      }
      return this.#low[k] + (this.#high[k] - this.#low[k]) * height * scale;
    });
  }
}

/** @throws ValueError for a mode that is not known, without a function in its place */
function scaling({
  mode = 'triangular',
  gamma = 1,
  scale_fn,
  scale_mode = 'cycle',
}: CyclicOptions): (cycle: number, step: number) => number {
  if (scale_fn) return (cycle, step) => scale_fn(scale_mode === 'cycle' ? cycle : step);
  if (mode === 'triangular') return () => 1;
  if (mode === 'triangular2') return (cycle) => 1 / 2 ** (cycle - 1);
  if (mode === 'exp_range') return (_cycle, step) => gamma ** step;
  throw new ValueError('mode is invalid and scale_fn is None');
}
