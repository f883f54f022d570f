/** `torch.optim`: the classes of algorithms.ts, called as PyTorch calls them. */

import { newByName } from '../core/call.ts';
import * as adaptive from './adaptive.ts';
import * as algorithms from './algorithms.ts';
import * as lbfgs from './lbfgs.ts';
import * as matrices from './matrices.ts';

export type * from './adaptive.ts';
export type * from './algorithms.ts';
export type { LBFGSOptions } from './lbfgs.ts';
export * as lr_scheduler from './lr_scheduler.ts';
export type { AdafactorOptions, MuonOptions } from './matrices.ts';
export { Optimizer } from './optimizer.ts';

const adam =
  'params | lr, betas, eps, weight_decay, amsgrad, foreach, maximize, capturable, differentiable, fused, decoupled_weight_decay';

export const SGD = newByName(
  algorithms.SGD,
  'params | lr, momentum, dampening, weight_decay, nesterov, maximize, foreach, differentiable, fused',
);
export const Adam = newByName(algorithms.Adam, adam);
export const AdamW = newByName(algorithms.AdamW, adam);
export const RMSprop = newByName(
  algorithms.RMSprop,
  'params | lr, alpha, eps, weight_decay, momentum, centered, capturable, foreach, maximize, differentiable',
);
export const Adagrad = newByName(
  algorithms.Adagrad,
  'params | lr, lr_decay, weight_decay, initial_accumulator_value, eps, foreach, maximize, differentiable, fused',
);
export const Adadelta = newByName(
  adaptive.Adadelta,
  'params | lr, rho, eps, weight_decay, foreach, capturable, maximize, differentiable',
);
export const Adamax = newByName(
  adaptive.Adamax,
  'params | lr, betas, eps, weight_decay, foreach, maximize, differentiable, capturable',
);
export const NAdam = newByName(
  adaptive.NAdam,
  'params | lr, betas, eps, weight_decay, momentum_decay, decoupled_weight_decay, foreach, maximize, capturable, differentiable',
);
export const RAdam = newByName(
  adaptive.RAdam,
  'params | lr, betas, eps, weight_decay, decoupled_weight_decay, foreach, maximize, capturable, differentiable',
);
export const ASGD = newByName(
  adaptive.ASGD,
  'params | lr, lambd, alpha, t0, weight_decay, foreach, maximize, differentiable, capturable',
);
export const Rprop = newByName(
  adaptive.Rprop,
  'params | lr, etas, step_sizes, capturable, foreach, maximize, differentiable',
);
export const LBFGS = newByName(
  lbfgs.LBFGS,
  'params | lr, max_iter, max_eval, tolerance_grad, tolerance_change, history_size, line_search_fn',
);

export const Adafactor = newByName(
  matrices.Adafactor,
  'params | lr, beta2_decay, eps, d, weight_decay, foreach, maximize',
);
export const Muon = newByName(
  matrices.Muon,
  'params | lr, weight_decay, momentum, nesterov, ns_coefficients, eps, ns_steps, adjust_lr_fn',
);

export type SGD = algorithms.SGD;
export type Adam = algorithms.Adam;
export type AdamW = algorithms.AdamW;
export type RMSprop = algorithms.RMSprop;
export type Adagrad = algorithms.Adagrad;
export type Adadelta = adaptive.Adadelta;
export type Adamax = adaptive.Adamax;
export type NAdam = adaptive.NAdam;
export type RAdam = adaptive.RAdam;
export type ASGD = adaptive.ASGD;
export type Rprop = adaptive.Rprop;
export type LBFGS = lbfgs.LBFGS;
export type Adafactor = matrices.Adafactor;
export type Muon = matrices.Muon;
