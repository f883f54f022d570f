/** `torch.nn.utils.parametrizations`: ready-made ways to compute a weight. */

import { withGradMode } from '../autograd/modes.ts';
import { byName } from '../core/call.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { normExcept } from '../ops/weight-norm.ts';
import * as F from './functional.ts';
import { fieldsOf, Module } from './module.ts';
import { register_parametrization } from './parametrize.ts';

class _WeightNorm extends Module {
  readonly #dim: number;

  constructor(dim: number | null) {
    super();
    this.#dim = dim ?? -1;
  }

  forward(g: Tensor, v: Tensor): Tensor {
    return call('_weight_norm', v, g, this.#dim);
  }

  right_inverse(weight: Tensor): Tensor[] {
    return [normExcept(weight, this.#dim), weight];
  }
}

/** A weight as lengths (`original0`) times directions (`original1`), of Salimans and Kingma (2016). */
export const weight_norm = byName('module, name, dim', function weight_norm<
  M extends Module,
>(module: M, name = 'weight', dim: number | null = 0): M {
  return register_parametrization(module, name, new _WeightNorm(dim)) as M;
});

class _SpectralNorm extends Module {
  declare _u: Tensor;
  declare _v: Tensor;
  readonly #iterations: number;
  readonly #dim: number;
  readonly #eps: number;

  constructor(weight: Tensor, iterations: number, dim: number, eps: number) {
    super();
    this.#iterations = iterations;
    this.#dim = dim;
    this.#eps = eps;
    if (weight.ndim < 2) return;
    const matrix = this.#matrix(weight.detach());
    const [rows, columns] = matrix.sizes;
    const start = (size: number): Tensor => this.#unit(matrix.new_empty([size]).normal_(0, 1));
    const [u, v] = [start(rows), start(columns)];
    this.register_buffer('_u', u);
    this.register_buffer('_v', v);
    this.#iterate(matrix, 15);
  }

  #unit(vector: Tensor): Tensor {
    return F.normalize(vector, { dim: 0, eps: this.#eps });
  }

  /** The weight as a matrix, one row for each position along the dimension. */
  #matrix(weight: Tensor): Tensor {
    const front = this.#dim === 0 ? weight : weight.movedim(this.#dim, 0);
    return front.ndim > 2 ? front.flatten(1) : front;
  }

  /** Brings both vectors nearer to those of the largest singular value. */
  #iterate(matrix: Tensor, count: number): void {
    withGradMode(false, () => {
      for (let k = 0; k < count; k++) {
        this._u = this.#unit(matrix.mv(this._v));
        this._v = this.#unit(matrix.t().mv(this._u));
      }
    });
  }

  forward(weight: Tensor): Tensor {
    if (weight.ndim === 1) return this.#unit(weight);
    const matrix = this.#matrix(weight);
    if (this.training) this.#iterate(matrix.detach(), this.#iterations);
    const largest = this._u.clone().dot(matrix.mv(this._v.clone()));
    return weight.div(largest);
  }

  right_inverse(value: Tensor): Tensor {
    return value;
  }
}

/** A weight divided by its largest singular value, of Miyato et al. (2018). */
export const spectral_norm = byName('module, name, n_power_iterations, eps, dim', function spectral_norm<
  M extends Module,
>(module: M, name = 'weight', n_power_iterations = 1, eps = 1e-12, dim: number | null = null): M {
  const weight = fieldsOf(module)[name] as Tensor;
  const isTransposed = /^ConvTranspose/.test(module.constructor.name);
  const parametrization = new _SpectralNorm(weight, n_power_iterations, dim ?? (isTransposed ? 1 : 0), eps);
  return register_parametrization(module, name, parametrization) as M;
});
