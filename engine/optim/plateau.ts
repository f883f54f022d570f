/** Learning rates that fall when a measure no longer improves. */

import { ValueError } from '../core/errors.ts';
import { itemOf } from '../core/reading.ts';
import { Tensor } from '../core/tensor.ts';
import { refuseReading } from '../ops/support.ts';
import { type AnyOptimizer, checkOptimizer, copyOf } from './scheduler.ts';

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
    if (metrics instanceof Tensor) refuseReading(metrics, "the number that 'await t.item()' gives");
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
