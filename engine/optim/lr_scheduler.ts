/** `torch.optim.lr_scheduler`: each class with the order of its constructor's arguments. */

import { newByName } from '../core/call.ts';
import * as combined from './combined.ts';
import * as cosine from './cosine.ts';
import * as cycles from './cycles.ts';
import * as decays from './decays.ts';
import * as plateau from './plateau.ts';

export { LRScheduler } from './scheduler.ts';
export const StepLR = newByName(decays.StepLR, 'optimizer, step_size, gamma, last_epoch');
export const MultiStepLR = newByName(decays.MultiStepLR, 'optimizer, milestones, gamma, last_epoch');
export const ExponentialLR = newByName(decays.ExponentialLR, 'optimizer, gamma, last_epoch');
export const LambdaLR = newByName(decays.LambdaLR, 'optimizer, lr_lambda, last_epoch');
export const MultiplicativeLR = newByName(decays.MultiplicativeLR, 'optimizer, lr_lambda, last_epoch');
export const LinearLR = newByName(
  decays.LinearLR,
  'optimizer | start_factor, end_factor, total_iters, last_epoch',
);
export const ConstantLR = newByName(decays.ConstantLR, 'optimizer | factor, total_iters, last_epoch');
export const PolynomialLR = newByName(decays.PolynomialLR, 'optimizer | total_iters, power, last_epoch');
export const CosineAnnealingLR = newByName(cosine.CosineAnnealingLR, 'optimizer, T_max, eta_min, last_epoch');
export const CosineAnnealingWarmRestarts = newByName(
  cosine.CosineAnnealingWarmRestarts,
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
  plateau.ReduceLROnPlateau,
  'optimizer | mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps',
);

export type StepLR = decays.StepLR;
export type MultiStepLR = decays.MultiStepLR;
export type ExponentialLR = decays.ExponentialLR;
export type LambdaLR = decays.LambdaLR;
export type LinearLR = decays.LinearLR;
export type ConstantLR = decays.ConstantLR;
export type PolynomialLR = decays.PolynomialLR;
export type CosineAnnealingLR = cosine.CosineAnnealingLR;
export type CosineAnnealingWarmRestarts = cosine.CosineAnnealingWarmRestarts;
export type MultiplicativeLR = decays.MultiplicativeLR;
export type OneCycleLR = cycles.OneCycleLR;
export type CyclicLR = cycles.CyclicLR;
export type SequentialLR = combined.SequentialLR;
export type ChainedScheduler = combined.ChainedScheduler;
export type ReduceLROnPlateau = plateau.ReduceLROnPlateau;
