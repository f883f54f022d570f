/** What Adam and its relatives share: running means of gradients and of their squares, and how weights decay. */

import type { Tensor } from '../core/tensor.ts';
import {
  type Common,
  checkBetas,
  effectiveGradient,
  type ParameterState,
  requireNonNegative,
  stateTensor,
} from './optimizer.ts';

export interface MomentOptions extends Common {
  betas: readonly [number, number];
  eps: number;
}

/** @throws ValueError for a rate, an epsilon or a decay below 0, or a beta outside of [0, 1) */
export function checkMoments({ lr, eps, betas, weight_decay }: MomentOptions): void {
  requireNonNegative('learning rate', lr);
  requireNonNegative('epsilon value', eps);
  checkBetas(betas);
  requireNonNegative('weight_decay value', weight_decay);
}

/** The running means of gradients and of their squares, one step on. */
export function moments(
  state: ParameterState,
  parameter: Tensor,
  grad: Tensor,
  betas: readonly number[],
): Tensor[] {
  const [beta1, beta2] = betas;
  const mean = stateTensor(state, 'exp_avg', parameter).lerp_(grad, 1 - beta1);
  const squares = stateTensor(state, 'exp_avg_sq', parameter)
    .mul_(beta2)
    .addcmul_(grad, grad, { value: 1 - beta2 });
  return [mean, squares];
}

/** The gradient with weight decay added to it, or taken from the parameter apart from it. */
export function decayed(
  parameter: Tensor,
  grad: Tensor,
  group: Common & { decoupled_weight_decay: boolean },
): Tensor {
  if (!group.decoupled_weight_decay) return effectiveGradient(parameter, grad, group);
  parameter.mul_(1 - group.lr * group.weight_decay);
  return group.maximize ? grad.neg() : grad;
}
