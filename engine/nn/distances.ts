/** Distances and similarities of vectors as modules. */

import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Module } from './module.ts';

/**
 * The cosine of the angle between vectors along `dim`, which the result lacks.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CosineSimilarity.html
 */
export class CosineSimilarity extends Module {
  readonly dim: number;
  readonly eps: number;

  constructor(dim = 1, eps = 1e-8) {
    super();
    this.dim = dim;
    this.eps = eps;
  }

  forward(x1: Tensor, x2: Tensor): Tensor {
    return call('cosine_similarity', x1, x2, this.dim, this.eps);
  }
}

/**
 * The p-norm of the difference of vectors (N, D): a result (N), or (N, 1) with `keepdim`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.PairwiseDistance.html
 */
export class PairwiseDistance extends Module {
  readonly norm: number;
  readonly eps: number;
  readonly keepdim: boolean;

  constructor(p = 2, eps = 1e-6, keepdim = false) {
    super();
    this.norm = p;
    this.eps = eps;
    this.keepdim = keepdim;
  }

  forward(x1: Tensor, x2: Tensor): Tensor {
    return call('pairwise_distance', x1, x2, this.norm, this.eps, this.keepdim);
  }
}
