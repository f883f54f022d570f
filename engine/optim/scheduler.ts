/** What all schedulers have in common. Source: https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate */

import { KeyError } from '../core/errors.ts';
import { Optimizer, type ParamGroup } from './optimizer.ts';

/** An optimiser with learning rates, which is all that schedulers know of one. */
export type AnyOptimizer = Optimizer<{ lr: number }>;
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
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one)]));
}
