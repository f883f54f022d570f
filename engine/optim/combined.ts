/** Schedulers made of schedulers. */

import { ValueError } from '../core/errors.ts';
import type { LRScheduler, SchedulerState } from './scheduler.ts';

/** Where it is, and where each of its schedulers is. */
export interface CombinedState {
  _milestones?: number[];
  last_epoch?: number;
  _last_lr: number[];
  _schedulers: SchedulerState[];
}

/**
 * One scheduler after the other, each from its milestone on.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.SequentialLR.html
 */
export class SequentialLR {
  readonly optimizer: LRScheduler['optimizer'];
  readonly #schedulers: readonly LRScheduler[];
  #milestones: readonly number[];
  last_epoch = 0;

  constructor(optimizer: unknown, schedulers: readonly LRScheduler[], milestones: readonly number[]) {
    checkMembers('SequentialLR', schedulers, optimizer);
    if (milestones.length !== schedulers.length - 1) {
      throw new ValueError(
        `Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers ${schedulers.length} and the number of milestones to be equal to ${milestones.length}`,
      );
    }
    this.optimizer = optimizer as LRScheduler['optimizer'];
    this.#schedulers = schedulers;
    this.#milestones = milestones;
    schedulers[0].restart();
  }

  get_last_lr(): number[] {
    return this.#at(this.last_epoch).get_last_lr();
  }

  step(): void {
    this.last_epoch++;
    const scheduler = this.#at(this.last_epoch);
    if (this.#milestones.includes(this.last_epoch)) scheduler.restart();
    else scheduler.step();
  }

  state_dict(): CombinedState {
    return {
      _milestones: [...this.#milestones],
      last_epoch: this.last_epoch,
      _last_lr: [...this.get_last_lr()],
      _schedulers: this.#schedulers.map((scheduler) => scheduler.state_dict()),
    };
  }

  load_state_dict(state: CombinedState): void {
    this.last_epoch = state.last_epoch ?? 0;
    this.#milestones = [...(state._milestones ?? [])];
    this.#schedulers.forEach((scheduler, k) => {
      scheduler.load_state_dict(state._schedulers[k]);
    });
  }

  #at(epoch: number): LRScheduler {
    return this.#schedulers[this.#milestones.filter((milestone) => milestone <= epoch).length];
  }
}

/**
 * All of them in each epoch, one on top of the other.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ChainedScheduler.html
 */
export class ChainedScheduler {
  readonly optimizer: LRScheduler['optimizer'];
  readonly #schedulers: readonly LRScheduler[];

  constructor(schedulers: readonly LRScheduler[], optimizer: unknown = null) {
    this.optimizer = (optimizer ?? schedulers[0]?.optimizer) as LRScheduler['optimizer'];
    checkMembers('ChainedScheduler', schedulers, this.optimizer);
    this.#schedulers = schedulers;
  }

  get_last_lr(): number[] {
    return this.optimizer.param_groups.map((group) => group.lr);
  }

  step(): void {
    for (const scheduler of this.#schedulers) scheduler.step();
  }

  state_dict(): CombinedState {
    return {
      _last_lr: this.get_last_lr(),
      _schedulers: this.#schedulers.map((scheduler) => scheduler.state_dict()),
    };
  }

  load_state_dict(state: CombinedState): void {
    this.#schedulers.forEach((scheduler, k) => {
      scheduler.load_state_dict(state._schedulers[k]);
    });
  }
}

function checkMembers(name: string, schedulers: readonly LRScheduler[], optimizer: unknown): void {
  if (schedulers.length === 0) {
    throw new ValueError(
      `${name} expects at least one scheduler${name === 'SequentialLR' ? '' : ' to be chained'}, but got no scheduler.`,
    );
  }
  schedulers.forEach((scheduler, index) => {
    if (scheduler.optimizer === optimizer) return;
    throw new ValueError(
      `${name} expects all schedulers to belong to the same optimizer, but got scheduler ${scheduler.constructor.name} at index ${index} has ${scheduler.optimizer}, which is different from ${(optimizer as object).constructor.name}.`,
    );
  });
}
