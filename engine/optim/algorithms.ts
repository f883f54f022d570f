/** The optimisers, each its published update in the order in which PyTorch computes it. */

import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { checkMoments, decayed, type MomentOptions, moments } from './moments.ts';
import {
  accepted,
  type Common,
  countStep,
  effectiveGradient,
  Optimizer,
  type ParameterState,
  type ParamsInput,
  requireNonNegative,
  stateTensor,
} from './optimizer.ts';

export interface SGDOptions extends Common {
  momentum: number;
  dampening: number;
  nesterov: boolean;
}

/**
 * Gradient descent, with momentum where asked for.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html
 */
export class SGD extends Optimizer<SGDOptions> {
  constructor(params: ParamsInput<SGDOptions>, options: Partial<SGDOptions> = {}) {
    const defaults = {
      lr: 1e-3,
      momentum: 0,
      dampening: 0,
      weight_decay: 0,
      nesterov: false,
      maximize: false,
      foreach: null,
      differentiable: false,
      fused: null,
      ...options,
    };
    requireNonNegative('learning rate', defaults.lr);
    requireNonNegative('momentum value', defaults.momentum);
    requireNonNegative('weight_decay value', defaults.weight_decay);
    if (defaults.nesterov && (defaults.momentum <= 0 || defaults.dampening !== 0)) {
      throw new ValueError('Nesterov momentum requires a momentum and zero dampening');
    }
    super(params, defaults);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: SGDOptions): void {
    const { lr, momentum, dampening, nesterov } = group;
    let direction = effectiveGradient(parameter, grad, group);
    if (momentum !== 0) {
      const buffer = state.momentum_buffer as Tensor | undefined;
      if (buffer) buffer.mul_(momentum).add_(direction, { alpha: 1 - dampening });
      else state.momentum_buffer = direction.clone();
      const velocity = state.momentum_buffer as Tensor;
      direction = nesterov ? direction.add(velocity, { alpha: momentum }) : velocity;
    }
    parameter.add_(direction, { alpha: -lr });
  }
}

export interface AdamOptions extends MomentOptions {
  amsgrad: boolean;
  decoupled_weight_decay: boolean;
}

/** Adam, of Kingma and Ba (2014). Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html */
export class Adam extends Optimizer<AdamOptions> {
  constructor(params: ParamsInput<AdamOptions>, options: Partial<AdamOptions> = {}) {
    const defaults = {
      lr: 1e-3,
      betas: [0.9, 0.999] as const,
      eps: 1e-8,
      weight_decay: 0,
      amsgrad: false,
      ...accepted,
      fused: null,
      decoupled_weight_decay: false,
      ...options,
    };
    checkMoments(defaults);
    super(params, defaults);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: AdamOptions): void {
    const { lr, betas, eps, amsgrad } = group;
    const direction = decayed(parameter, grad, group);
    const step = countStep(state);
    const [mean, squares] = moments(state, parameter, direction, betas);
    let spread = squares;
    if (amsgrad) {
      const most = stateTensor(state, 'max_exp_avg_sq', parameter);
      most.copy_(call('maximum', most, squares));
      spread = most;
    }
    const denominator = spread
      .sqrt()
      .div_(Math.sqrt(1 - betas[1] ** step))
      .add_(eps);
    parameter.addcdiv_(mean, denominator, { value: -lr / (1 - betas[0] ** step) });
  }
}

/**
 * Adam with weight decay apart from the gradient, of Loshchilov and Hutter (2017).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html
 */
export class AdamW extends Adam {
  constructor(params: ParamsInput<AdamOptions>, options: Partial<AdamOptions> = {}) {
    super(params, { weight_decay: 1e-2, decoupled_weight_decay: true, ...options });
  }
}

export interface RMSpropOptions extends Common {
  alpha: number;
  eps: number;
  momentum: number;
  centered: boolean;
}

/**
 * Gradients divided by a running root of their squares, of Hinton's lectures.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
 */
export class RMSprop extends Optimizer<RMSpropOptions> {
  constructor(params: ParamsInput<RMSpropOptions>, options: Partial<RMSpropOptions> = {}) {
    const defaults = {
      lr: 1e-2,
      momentum: 0,
      alpha: 0.99,
      eps: 1e-8,
      centered: false,
      weight_decay: 0,
      capturable: false,
      foreach: null,
      maximize: false,
      differentiable: false,
      ...options,
    };
    requireNonNegative('learning rate', defaults.lr);
    requireNonNegative('epsilon value', defaults.eps);
    requireNonNegative('momentum value', defaults.momentum);
    requireNonNegative('weight_decay value', defaults.weight_decay);
    requireNonNegative('alpha value', defaults.alpha);
    super(params, defaults);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: RMSpropOptions): void {
    const { lr, alpha, eps, momentum, centered } = group;
    const direction = effectiveGradient(parameter, grad, group);
    countStep(state);
    const squares = stateTensor(state, 'square_avg', parameter)
      .mul_(alpha)
      .addcmul_(direction, direction, { value: 1 - alpha });
    let spread = squares;
    if (centered) {
      const mean = stateTensor(state, 'grad_avg', parameter).lerp_(direction, 1 - alpha);
      spread = squares.addcmul(mean, mean, { value: -1 });
    }
    const denominator = spread.sqrt().add_(eps);
    if (momentum > 0) {
      const buffer = stateTensor(state, 'momentum_buffer', parameter)
        .mul_(momentum)
        .addcdiv_(direction, denominator);
      parameter.add_(buffer, { alpha: -lr });
    } else {
      parameter.addcdiv_(direction, denominator, { value: -lr });
    }
  }
}

export interface AdagradOptions extends Common {
  lr_decay: number;
  initial_accumulator_value: number;
  eps: number;
}

/**
 * Gradients divided by the root of the sum of all their squares so far, of Duchi et al. (2011).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
 */
export class Adagrad extends Optimizer<AdagradOptions> {
  constructor(params: ParamsInput<AdagradOptions>, options: Partial<AdagradOptions> = {}) {
    const defaults = {
      lr: 1e-2,
      lr_decay: 0,
      eps: 1e-10,
      weight_decay: 0,
      initial_accumulator_value: 0,
      foreach: null,
      maximize: false,
      differentiable: false,
      fused: null,
      ...options,
    };
    requireNonNegative('learning rate', defaults.lr);
    requireNonNegative('lr_decay value', defaults.lr_decay);
    requireNonNegative('weight_decay value', defaults.weight_decay);
    requireNonNegative('initial_accumulator_value value', defaults.initial_accumulator_value);
    requireNonNegative('epsilon value', defaults.eps);
    super(params, defaults);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: AdagradOptions): void {
    const { lr, lr_decay, eps, initial_accumulator_value } = group;
    const direction = effectiveGradient(parameter, grad, group);
    const step = countStep(state);
    state.sum ??= parameter
      .detach()
      .new_full(parameter.sizes as number[], initial_accumulator_value)
      .to(parameter.dtype);
    const sum = (state.sum as Tensor).addcmul_(direction, direction, { value: 1 });
    const rate = lr / (1 + (step - 1) * lr_decay);
    parameter.addcdiv_(direction, sum.sqrt().add_(eps), { value: -rate });
  }
}
