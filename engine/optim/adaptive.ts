/** Relatives of Adam and Adagrad, each its published update in the order in which PyTorch computes it. */

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

/** The same settings as `accepted`, in the order in which the groups of some optimisers have them. */
const adadelta = { maximize: false, capturable: false, foreach: null, differentiable: false };
const turned = { foreach: null, maximize: false, differentiable: false, capturable: false };

/** A number that PyTorch keeps in a float32 tensor. */
const { fround } = Math;

export interface AdadeltaOptions extends Common {
  rho: number;
  eps: number;
}

/**
 * Steps as long as the steps before, of Zeiler (2012).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
 */
export class Adadelta extends Optimizer<AdadeltaOptions> {
  constructor(params: ParamsInput<AdadeltaOptions>, options: Partial<AdadeltaOptions> = {}) {
    const defaults = { lr: 1, rho: 0.9, eps: 1e-6, weight_decay: 0, ...adadelta, ...options };
    requireNonNegative('learning rate', defaults.lr);
    if (!(defaults.rho >= 0 && defaults.rho <= 1)) throw new ValueError(`Invalid rho value: ${defaults.rho}`);
    requireNonNegative('epsilon value', defaults.eps);
    requireNonNegative('weight_decay value', defaults.weight_decay);
    super(params, defaults, ['lr']);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: AdadeltaOptions): void {
    const { lr, rho, eps } = group;
    countStep(state);
    const direction = effectiveGradient(parameter, grad, group);
    const squares = stateTensor(state, 'square_avg', parameter);
    const steps = stateTensor(state, 'acc_delta', parameter);
    squares.mul_(rho).addcmul_(direction, direction, { value: 1 - rho });
    const delta = steps.add(eps).sqrt_().div_(squares.add(eps).sqrt_()).mul_(direction);
    steps.mul_(rho).addcmul_(delta, delta, { value: 1 - rho });
    parameter.add_(delta, { alpha: -lr });
  }
}

/**
 * Adam with the largest gradient so far in place of the mean of squares.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.Adamax.html
 */
export class Adamax extends Optimizer<MomentOptions> {
  constructor(params: ParamsInput<MomentOptions>, options: Partial<MomentOptions> = {}) {
    const betas = [0.9, 0.999] as const;
    const defaults = { lr: 2e-3, betas, eps: 1e-8, weight_decay: 0, ...turned, ...options };
    checkMoments(defaults);
    super(params, defaults);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: MomentOptions): void {
    const { lr, eps, betas } = group;
    const step = countStep(state);
    const direction = effectiveGradient(parameter, grad, group);
    const mean = stateTensor(state, 'exp_avg', parameter).lerp_(direction, 1 - betas[0]);
    const largest = stateTensor(state, 'exp_inf', parameter);
    largest.copy_(call('maximum', largest.mul_(betas[1]), direction.abs().add_(eps)));
    parameter.addcdiv_(mean, largest, { value: -lr / (1 - betas[0] ** step) });
  }
}

export interface NAdamOptions extends MomentOptions {
  momentum_decay: number;
  decoupled_weight_decay: boolean;
}

/**
 * Adam with Nesterov's momentum, of Dozat (2016).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.NAdam.html
 */
export class NAdam extends Optimizer<NAdamOptions> {
  constructor(params: ParamsInput<NAdamOptions>, options: Partial<NAdamOptions> = {}) {
    const defaults = {
      lr: 2e-3,
      betas: [0.9, 0.999] as const,
      eps: 1e-8,
      weight_decay: 0,
      momentum_decay: 4e-3,
      decoupled_weight_decay: false,
      ...accepted,
      ...options,
    };
    checkMoments(defaults);
    requireNonNegative('momentum_decay value', defaults.momentum_decay);
    super(params, defaults);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: NAdamOptions): void {
    const { lr, betas, eps, momentum_decay } = group;
    const step = countStep(state);
    const direction = decayed(parameter, grad, group);
    const mu = betas[0] * (1 - 0.5 * 0.96 ** (step * momentum_decay));
    const next = betas[0] * (1 - 0.5 * 0.96 ** ((step + 1) * momentum_decay));
    const product = fround(((state.mu_product as number | undefined) ?? 1) * mu);
    state.mu_product = product;
    const [mean, squares] = moments(state, parameter, direction, betas);
    const denominator = squares
      .div(1 - betas[1] ** step)
      .sqrt()
      .add_(eps);
    parameter.addcdiv_(direction, denominator, { value: (-lr * (1 - mu)) / (1 - product) });
    parameter.addcdiv_(mean, denominator, { value: (-lr * next) / (1 - product * next) });
  }
}

export interface RAdamOptions extends MomentOptions {
  decoupled_weight_decay: boolean;
}

/**
 * Adam that waits until its mean of squares can be trusted, of Liu et al. (2019).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.RAdam.html
 */
export class RAdam extends Optimizer<RAdamOptions> {
  constructor(params: ParamsInput<RAdamOptions>, options: Partial<RAdamOptions> = {}) {
    const defaults = {
      lr: 1e-3,
      betas: [0.9, 0.999] as const,
      eps: 1e-8,
      weight_decay: 0,
      ...{ maximize: false, foreach: null, capturable: false, decoupled_weight_decay: false },
      differentiable: false,
      ...options,
    };
    checkMoments(defaults);
    super(params, defaults);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: RAdamOptions): void {
    const { lr, betas, eps } = group;
    const step = countStep(state);
    const direction = decayed(parameter, grad, group);
    const [mean, squares] = moments(state, parameter, direction, betas);
    const correction = 1 - betas[1] ** step;
    const most = 2 / (1 - betas[1]) - 1;
    const length = most - (2 * step * betas[1] ** step) / correction;
    const change = mean.div(1 - betas[0] ** step).mul(lr);
    if (length <= 5) {
      parameter.add_(change, { alpha: -1 });
      return;
    }
    const rectified = Math.sqrt(((length - 4) * (length - 2) * most) / ((most - 4) * (most - 2) * length));
    const scale = squares.sqrt().add_(eps).reciprocal().mul(Math.sqrt(correction));
    parameter.add_(change.mul(scale).mul(rectified), { alpha: -1 });
  }
}

export interface ASGDOptions extends Common {
  lambd: number;
  alpha: number;
  t0: number;
}

/**
 * Gradient descent whose steps shorten, with a mean of the parameters beside it, of Polyak and Juditsky (1992).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.ASGD.html
 */
export class ASGD extends Optimizer<ASGDOptions> {
  constructor(params: ParamsInput<ASGDOptions>, options: Partial<ASGDOptions> = {}) {
    const defaults = {
      lr: 1e-2,
      lambd: 1e-4,
      alpha: 0.75,
      t0: 1e6,
      weight_decay: 0,
      foreach: null,
      maximize: false,
      differentiable: false,
      capturable: false,
      ...options,
    };
    requireNonNegative('learning rate', defaults.lr);
    requireNonNegative('weight_decay value', defaults.weight_decay);
    super(params, defaults, ['t0']);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: ASGDOptions): void {
    const { lr, lambd, alpha, t0 } = group;
    const step = countStep(state);
    const eta = (state.eta as number | undefined) ?? fround(lr);
    const mu = (state.mu as number | undefined) ?? 1;
    state.eta = fround(lr / (1 + lambd * lr * step) ** alpha);
    state.mu = fround(1 / Math.max(1, step - t0));
    const direction = effectiveGradient(parameter, grad, group);
    parameter.mul_(1 - lambd * eta).add_(direction, { alpha: -eta });
    const mean = stateTensor(state, 'ax', parameter);
    if (mu === 1) mean.copy_(parameter.detach());
    else mean.add_(parameter.sub(mean).mul_(mu));
  }
}

export interface RpropOptions {
  lr: number;
  etas: readonly [number, number];
  step_sizes: readonly [number, number];
  maximize: boolean;
}

/**
 * Steps by the sign of the gradient alone, longer while it stays, of Riedmiller and Braun (1993).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.Rprop.html
 */
export class Rprop extends Optimizer<RpropOptions> {
  constructor(params: ParamsInput<RpropOptions>, options: Partial<RpropOptions> = {}) {
    const defaults = {
      lr: 1e-2,
      etas: [0.5, 1.2] as const,
      step_sizes: [1e-6, 50] as const,
      ...turned,
      ...options,
    };
    requireNonNegative('learning rate', defaults.lr);
    const [less, more] = defaults.etas;
    if (!(less > 0 && less < 1 && more > 1)) throw new ValueError(`Invalid eta values: ${less}, ${more}`);
    super(params, defaults);
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: RpropOptions): void {
    const [less, more] = group.etas;
    countStep(state);
    const previous = stateTensor(state, 'prev', parameter);
    state.step_size ??= grad.new_full(grad.sizes as number[], group.lr).to(grad.dtype);
    const given = group.maximize ? grad.neg() : grad;
    const sign = given.mul(previous).sign();
    const turned = sign.lt(0);
    const factor = sign.masked_fill(sign.gt(0), more).masked_fill(turned, less).masked_fill(sign.eq(0), 1);
    const size = (state.step_size as Tensor).mul_(factor).clamp_(group.step_sizes[0], group.step_sizes[1]);
    const direction = given.masked_fill(turned, 0);
    parameter.addcmul_(direction.sign(), size, { value: -1 });
    previous.copy_(direction);
  }
}
