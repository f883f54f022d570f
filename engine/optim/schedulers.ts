/** `torch.optim.lr_scheduler`: the classes of lr_scheduler.ts, called as PyTorch calls them. */

import { newByName } from '../core/call.ts';
import * as schedulers from './lr_scheduler.ts';

export { LRScheduler } from './lr_scheduler.ts';
export const StepLR = newByName(schedulers.StepLR, 'optimizer, step_size, gamma');
export const MultiStepLR = newByName(schedulers.MultiStepLR, 'optimizer, milestones, gamma');
export const ExponentialLR = newByName(schedulers.ExponentialLR, 'optimizer, gamma');
export const LambdaLR = newByName(schedulers.LambdaLR, 'optimizer, lr_lambda');
export const LinearLR = newByName(schedulers.LinearLR, 'optimizer | start_factor, end_factor, total_iters');
export const ConstantLR = newByName(schedulers.ConstantLR, 'optimizer | factor, total_iters');
export const PolynomialLR = newByName(schedulers.PolynomialLR, 'optimizer | total_iters, power');
export const CosineAnnealingLR = newByName(schedulers.CosineAnnealingLR, 'optimizer, T_max, eta_min');
export const CosineAnnealingWarmRestarts = newByName(
  schedulers.CosineAnnealingWarmRestarts,
  'optimizer, T_0 | T_mult, eta_min',
);
export const OneCycleLR = newByName(
  schedulers.OneCycleLR,
  'optimizer | max_lr, total_steps, epochs, steps_per_epoch, pct_start, div_factor, final_div_factor',
);
export const ReduceLROnPlateau = newByName(
  schedulers.ReduceLROnPlateau,
  'optimizer | mode, factor, patience, threshold, cooldown, min_lr',
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
export type OneCycleLR = schedulers.OneCycleLR;
export type ReduceLROnPlateau = schedulers.ReduceLROnPlateau;
