/** `torch.optim`: the classes of algorithms.ts, called as PyTorch calls them. */

import { newByName } from '../core/call.ts';
import * as algorithms from './algorithms.ts';

export type * from './algorithms.ts';
export { Optimizer } from './optimizer.ts';
export * as lr_scheduler from './schedulers.ts';

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

export type SGD = algorithms.SGD;
export type Adam = algorithms.Adam;
export type AdamW = algorithms.AdamW;
export type RMSprop = algorithms.RMSprop;
export type Adagrad = algorithms.Adagrad;
