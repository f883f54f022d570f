/** Learning rates along a cosine. */

import { ValueError } from '../core/errors.ts';
import { LRScheduler } from './scheduler.ts';

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
