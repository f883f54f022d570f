/** Optimisers that treat a matrix as one: by its rows and columns, or by its directions. */

import { float64 } from '../core/dtype.ts';
import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { countStep, Optimizer, type ParameterState, type ParamsInput, stateTensor } from './optimizer.ts';

export interface AdafactorOptions {
  lr: number;
  beta2_decay: number;
  eps: readonly [number | null, number];
  d: number;
  weight_decay: number;
  maximize: boolean;
}

/** @throws ValueError in Adafactor's and Muon's words, which differ from the others' */
function checkAtLeast(least: number, name: string, value: number): void {
  if (!(value >= least)) throw new ValueError(`${name} should be >= ${least} but is: ${value}`);
}

/**
 * Adam that remembers of a matrix only the sizes of its rows and columns, of Shazeer and Stern (2018).
 * @throws ValueError for settings out of their ranges
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.Adafactor.html
 */
export class Adafactor extends Optimizer<AdafactorOptions> {
  constructor(params: ParamsInput<AdafactorOptions>, options: Partial<AdafactorOptions> = {}) {
    const defaults = {
      lr: 1e-2,
      beta2_decay: -0.8,
      eps: [null, 1e-3] as const,
      d: 1,
      weight_decay: 0,
      foreach: null,
      maximize: false,
      ...options,
    };
    const [eps1, eps2] = defaults.eps;
    checkAtLeast(0, 'Learning rate', defaults.lr);
    if (!(defaults.beta2_decay <= 0)) {
      throw new ValueError(`beta2_decay should be <= 0 but is: ${defaults.beta2_decay}`);
    }
    if (eps1 !== null) checkAtLeast(0, 'epsilon1', eps1);
    checkAtLeast(0, 'epsilon2', eps2);
    checkAtLeast(1, 'Clipping threshold d', defaults.d);
    checkAtLeast(0, 'weight_decay', defaults.weight_decay);
    super(params, defaults, ['d', 'weight_decay']);
  }

  protected update(parameter: Tensor, given: Tensor, state: ParameterState, group: AdafactorOptions): void {
    const { lr, beta2_decay, d, weight_decay, maximize } = group;
    const grad = maximize ? given.neg() : given;
    const eps = group.eps[0] ?? (parameter.dtype === float64 ? 2 ** -52 : 2 ** -23);
    const step = countStep(state);
    const size = Math.sqrt(parameter.numel());
    const rate = call('norm', parameter.detach(), 2).div(size).clamp_min(group.eps[1]);
    if (weight_decay !== 0) parameter.mul_(1 - lr * weight_decay);
    const variance = grad.ndim > 1 ? byRowsAndColumns(grad, state, step ** beta2_decay, eps) : null;
    const squares =
      variance ?? remembered(stateTensor(state, 'variance', parameter), grad, step ** beta2_decay);
    const update = squares
      .clamp_min_(eps * eps)
      .rsqrt_()
      .mul_(grad);
    const length = call('norm', update, 2)
      .div(size * d)
      .clamp_min(1);
    parameter.sub_(update.mul(rate.mul(Math.min(lr, 1 / Math.sqrt(step))).div(length)));
  }
}

function remembered(variance: Tensor, grad: Tensor, weight: number): Tensor {
  return variance.lerp_(grad.mul(grad), weight).clone();
}

/** The squares of a matrix's elements, as the product of the means of its rows and of its columns has them. */
function byRowsAndColumns(grad: Tensor, state: ParameterState, weight: number, eps: number): Tensor {
  const along = (name: string, dim: number): Tensor => {
    const sizes = grad.sizes.map((size, own) => (own === grad.ndim + dim ? 1 : size));
    state[name] ??= grad.new_zeros(sizes);
    const mean = call('norm', grad, 2, dim, true)
      .square_()
      .div_(grad.sizes[grad.ndim + dim]);
    return (state[name] as Tensor).lerp_(mean, weight);
  };
  const [rows, columns] = [along('row_var', -1), along('col_var', -2)];
  return rows.matmul(columns).div_(rows.mean([-2], { keepdim: true }).clamp_min_(eps));
}

export interface MuonOptions {
  lr: number;
  weight_decay: number;
  momentum: number;
  nesterov: boolean;
  ns_coefficients: readonly [number, number, number];
  eps: number;
  ns_steps: number;
  adjust_lr_fn: 'original' | 'match_rms_adamw' | null;
}

/**
 * Momentum whose directions are all made equally long, of Jordan (2024): for the matrices within a network.
 * @throws ValueError for settings out of their ranges, and for a parameter that is no matrix
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.Muon.html
 */
export class Muon extends Optimizer<MuonOptions> {
  constructor(params: ParamsInput<MuonOptions>, options: Partial<MuonOptions> = {}) {
    const defaults = {
      lr: 1e-3,
      weight_decay: 0.1,
      momentum: 0.95,
      nesterov: true,
      ns_coefficients: [3.4445, -4.775, 2.0315] as const,
      eps: 1e-7,
      ns_steps: 5,
      adjust_lr_fn: null,
      ...options,
    };
    checkAtLeast(0, 'Learning rate', defaults.lr);
    checkAtLeast(0, 'momentum', defaults.momentum);
    checkAtLeast(0, 'weight decay', defaults.weight_decay);
    if (![null, 'original', 'match_rms_adamw'].includes(defaults.adjust_lr_fn)) {
      throw new ValueError(`Adjust learning rate function ${defaults.adjust_lr_fn} is not supported`);
    }
    super(params, defaults);
    for (const parameter of this.param_groups.flatMap((group) => group.params)) {
      if (parameter.ndim === 2) continue;
      throw new ValueError(
        `Muon only supports 2D parameters whereas we found a parameter with size: ${parameter.shape}`,
      );
    }
  }

  protected update(parameter: Tensor, grad: Tensor, state: ParameterState, group: MuonOptions): void {
    const { lr, momentum, nesterov, weight_decay } = group;
    const buffer = stateTensor(state, 'momentum_buffer', parameter);
    buffer.lerp_(grad, 1 - momentum);
    const direction = orthogonal(nesterov ? grad.lerp(buffer, momentum) : buffer, group);
    const [rows, columns] = parameter.sizes;
    const longer =
      group.adjust_lr_fn === 'match_rms_adamw'
        ? 0.2 * Math.sqrt(Math.max(rows, columns))
        : Math.sqrt(Math.max(1, rows / columns));
    parameter.mul_(1 - lr * weight_decay);
    parameter.add_(direction, { alpha: -lr * longer });
  }
}

/** Rounded to the 8 bits of bfloat16, in which PyTorch computes here: what is left of x + 65536 x without 65536 x. */
function inBfloat16(value: Tensor): Tensor {
  const far = value.mul(2 ** 16 + 1);
  return far.sub(far.sub(value));
}

/** Steps of Newton and Schulz towards the matrix of the same directions whose singular values are all about 1. */
function orthogonal(matrix: Tensor, { ns_coefficients: [a, b, c], ns_steps, eps }: MuonOptions): Tensor {
  if (ns_steps >= 100) {
    throw new ValueError('Number of steps must be less than 100 for computational efficiency');
  }
  const isTall = matrix.sizes[0] > matrix.sizes[1];
  let own = inBfloat16((isTall ? matrix.t() : matrix).float());
  own = inBfloat16(own.div(inBfloat16(call('norm', own)).clamp_min(eps)));
  for (let step = 0; step < ns_steps; step++) {
    const gram = inBfloat16(own.matmul(own.t()));
    const update = inBfloat16(gram.mul(b).add(gram.matmul(gram).mul(c)));
    own = inBfloat16(own.mul(a).add(update.matmul(own)));
  }
  return isTall ? own.t() : own;
}
