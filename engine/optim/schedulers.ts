/** `torch.optim.lr_scheduler`: the classes of lr_scheduler.ts, cycles.ts and combined.ts, called as PyTorch calls them. */

import { newByName } from '../core/call.ts';
import * as combined from './combined.ts';
import * as cycles from './cycles.ts';
import * as schedulers from './lr_scheduler.ts';

export { LRScheduler } from './lr_scheduler.ts';
export const StepLR = newByName(schedulers.StepLR, 'optimizer, step_size, gamma, last_epoch');
export const MultiStepLR = newByName(schedulers.MultiStepLR, 'optimizer, milestones, gamma, last_epoch');
export const ExponentialLR = newByName(schedulers.ExponentialLR, 'optimizer, gamma, last_epoch');
export const LambdaLR = newByName(schedulers.LambdaLR, 'optimizer, lr_lambda, last_epoch');
export const MultiplicativeLR = newByName(schedulers.MultiplicativeLR, 'optimizer, lr_lambda, last_epoch');
export const LinearLR = newByName(
  schedulers.LinearLR,
  'optimizer | start_factor, end_factor, total_iters, last_epoch',
);
export const ConstantLR = newByName(schedulers.ConstantLR, 'optimizer | factor, total_iters, last_epoch');
export const PolynomialLR = newByName(schedulers.PolynomialLR, 'optimizer | total_iters, power, last_epoch');
export const CosineAnnealingLR = newByName(
  schedulers.CosineAnnealingLR,
  'optimizer, T_max, eta_min, last_epoch',
);
export const CosineAnnealingWarmRestarts = newByName(
  schedulers.CosineAnnealingWarmRestarts,
  'optimizer, T_0 | T_mult, eta_min, last_epoch',
);
export const OneCycleLR = newByName(
  cycles.OneCycleLR,
  'optimizer | max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch',
);
export const CyclicLR = newByName(
  cycles.CyclicLR,
  'optimizer, base_lr, max_lr | step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum, max_momentum, last_epoch',
);
export const SequentialLR = newByName(combined.SequentialLR, 'optimizer, schedulers, milestones, last_epoch');
export const ChainedScheduler = newByName(combined.ChainedScheduler, 'schedulers, optimizer');
export const ReduceLROnPlateau = newByName(
  schedulers.ReduceLROnPlateau,
  'optimizer | mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps',
);

export type StepLR = schedulers.StepLR;
export type MultiStepLR = schedulers.MultiStepLR;
export type ExponentialLR = schedulers.ExponentialLR;
export type LambdaLR = schedulers.LambdaLR;
export type LinearLR = schedulers.LinearLR;
export type ConstantLR = schedulers.ConstantLR;
export type PolynomialLR = schedulers.PolynomialLR;
export type CosineAnnealingLR = schedulers.CosineAnnealingLR;
export type CosineAnnealingWarmRestarts = schedulers.CosineAnnealingWarmRestarts;
export type MultiplicativeLR = schedulers.MultiplicativeLR;
export type OneCycleLR = cycles.OneCycleLR;
export type CyclicLR = cycles.CyclicLR;
export type SequentialLR = combined.SequentialLR;
export type ChainedScheduler = combined.ChainedScheduler;
export type ReduceLROnPlateau = schedulers.ReduceLROnPlateau;
