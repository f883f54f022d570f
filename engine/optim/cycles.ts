/** Learning rates that rise and fall, and momentum against them. */

import { ValueError } from '../core/errors.ts';
import { checkOptimizer, LRScheduler, type SchedulerState } from './scheduler.ts';

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
  last_epoch?: number;
}

/** A part of the way: its last step, and between which of a group's settings it goes. */
interface Phase {
  readonly end_step: number;
  readonly start_lr: string;
  readonly end_lr: string;
  readonly start_momentum: string;
  readonly end_momentum: string;
}

const [low, high] = ['base_momentum', 'max_momentum'];
const first = { start_lr: 'initial_lr', end_lr: 'max_lr', start_momentum: high, end_momentum: low };
const middle = { start_lr: 'max_lr', end_lr: 'initial_lr', start_momentum: low, end_momentum: high };
const down = { start_lr: 'max_lr', end_lr: 'min_lr', start_momentum: low, end_momentum: high };
const tail = { start_lr: 'initial_lr', end_lr: 'min_lr', start_momentum: high, end_momentum: high };

/**
 * Up to max_lr, then far down: of Smith and Topin (2017).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html
 */
export class OneCycleLR extends LRScheduler {
  readonly total_steps: number;
  readonly _schedule_phases: readonly Phase[];
  readonly _anneal_func_type: 'cos' | 'linear';
  readonly cycle_momentum: boolean;
  readonly use_beta1?: boolean;

  constructor(optimizer: unknown, options: OneCycleOptions) {
    const { param_groups, defaults } = checkOptimizer(optimizer);
    const { pct_start = 0.3, anneal_strategy = 'cos', cycle_momentum = true, last_epoch = -1 } = options;
    const { div_factor = 25, final_div_factor = 1e4, base_momentum = 0.85, max_momentum = 0.95 } = options;
    const total_steps = totalSteps(options);
    if (pct_start < 0 || pct_start > 1) {
      throw new ValueError(`Expected float between 0 and 1 pct_start, but got ${pct_start}`);
    }
    if (!['cos', 'linear'].includes(anneal_strategy)) {
      throw new ValueError(
        `anneal_strategy must be one of 'cos' or 'linear', instead got ${anneal_strategy}`,
      );
    }
    const max_lrs = perGroup(options.max_lr, param_groups.length);
    if (last_epoch === -1) {
      param_groups.forEach((group, k) => {
        const initial_lr = max_lrs[k] / div_factor;
        Object.assign(group, { initial_lr, max_lr: max_lrs[k], min_lr: initial_lr / final_div_factor });
      });
    }
    const use_beta1 = cycle_momentum && usesBeta(defaults);
    if (cycle_momentum && last_epoch === -1) {
      for (const group of param_groups) {
        setMomentum(group, max_momentum, use_beta1);
        Object.assign(group, { max_momentum, base_momentum });
      }
    }
    super(optimizer, last_epoch);
    this.total_steps = total_steps;
    const top = pct_start * total_steps - 1;
    const last = total_steps - 1;
    this._schedule_phases = options.three_phase
      ? [
          { end_step: top, ...first },
          { end_step: 2 * pct_start * total_steps - 2, ...middle },
          { end_step: last, ...tail },
        ]
      : [
          { end_step: top, ...first },
          { end_step: last, ...down },
        ];
    this._anneal_func_type = anneal_strategy;
    this.cycle_momentum = cycle_momentum;
    if (cycle_momentum) this.use_beta1 = use_beta1;
    this.begin();
  }

  protected get_lr(): number[] {
    const { last_epoch: step, total_steps, _schedule_phases: phases } = this;
    if (step > total_steps) {
      throw new ValueError(
        `Tried to step ${step} times. The specified number of total steps is ${total_steps}`,
      );
    }
    const found = phases.findIndex(({ end_step }) => step <= end_step);
    const at = found < 0 ? phases.length - 1 : found;
    const { end_step, start_lr, end_lr, start_momentum, end_momentum } = phases[at];
    const start = at === 0 ? 0 : phases[at - 1].end_step;
    const part = (step - start) / (end_step - start);
    return this.each((group) => {
      const between = (from: string, to: string): number => {
        const settings = group as unknown as Record<string, number>;
        return this.#along(settings[from], settings[to], part);
      };
      if (this.cycle_momentum) {
        setMomentum(group, between(start_momentum, end_momentum), this.use_beta1 === true);
      }
      return between(start_lr, end_lr);
    });
  }

  #along(from: number, to: number, part: number): number {
    if (this._anneal_func_type === 'linear') return (to - from) * part + from;
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
  base_momentum?: number | readonly number[];
  max_momentum?: number | readonly number[];
  last_epoch?: number;
}

/**
 * Between two rates, up and down again and again: of Smith (2015).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CyclicLR.html
 */
export class CyclicLR extends LRScheduler {
  readonly max_lrs: readonly number[];
  readonly total_size: number;
  readonly step_ratio: number;
  readonly mode: string;
  readonly gamma: number;
  readonly scale_mode: string;
  readonly cycle_momentum: boolean;
  readonly use_beta1?: boolean;
  readonly base_momentums?: readonly number[];
  readonly max_momentums?: readonly number[];
  readonly #scale: (cycle: number, step: number) => number;

  constructor(
    optimizer: unknown,
    base_lr: number | readonly number[],
    max_lr: number | readonly number[],
    options: CyclicOptions = {},
  ) {
    const { param_groups, defaults } = checkOptimizer(optimizer);
    const { mode = 'triangular', gamma = 1, cycle_momentum = true, last_epoch = -1 } = options;
    const base_lrs = perGroup(base_lr, param_groups.length);
    if (last_epoch === -1) {
      param_groups.forEach((group, k) => {
        group.lr = base_lrs[k];
      });
    }
    super(optimizer, last_epoch);
    this.base_lrs = [...base_lrs];
    this.max_lrs = perGroup(max_lr, param_groups.length);
    const up = options.step_size_up ?? 2000;
    this.total_size = up + (options.step_size_down ?? up);
    this.step_ratio = up / this.total_size;
    this.#scale = scaling(options);
    this.mode = mode;
    this.gamma = gamma;
    this.scale_mode =
      mode === 'exp_range' && !options.scale_fn ? 'iterations' : (options.scale_mode ?? 'cycle');
    this.cycle_momentum = cycle_momentum;
    if (cycle_momentum) {
      this.use_beta1 = usesBeta(defaults);
      this.base_momentums = perGroup(options.base_momentum ?? 0.8, param_groups.length);
      this.max_momentums = perGroup(options.max_momentum ?? 0.9, param_groups.length);
    }
    this.begin();
  }

  override state_dict(): SchedulerState {
    return { ...super.state_dict(), _scale_fn_custom: null };
  }

  override load_state_dict({ _scale_fn_custom: _, ...state }: SchedulerState): void {
    super.load_state_dict(state as SchedulerState);
  }

  protected get_lr(): number[] {
    const { last_epoch, total_size, step_ratio, base_momentums, max_momentums } = this;
    const cycle = Math.floor(1 + last_epoch / total_size);
    const x = 1 + last_epoch / total_size - cycle;
    const height = x <= step_ratio ? x / step_ratio : (x - 1) / (step_ratio - 1);
    const scale = this.#scale(cycle, last_epoch);
    return this.each((group, k) => {
      if (base_momentums && max_momentums) {
        const reach = max_momentums[k] - base_momentums[k];
        setMomentum(group, max_momentums[k] - reach * height * scale, this.use_beta1 === true);
      }
      return this.base_lrs[k] + (this.max_lrs[k] - this.base_lrs[k]) * height * scale;
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
