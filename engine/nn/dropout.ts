/** Dropout as modules. */

import type { Tensor } from '../core/tensor.ts';
import { Activation } from './activations.ts';
import { checkChance } from './dropping.ts';
import * as F from './functional.ts';

/**
 * Zeroes elements with probability p in training, and scales the others by 1 / (1 - p). Any shape.
 * @throws ValueError for a p outside of 0 to 1
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html
 */
export class Dropout extends Activation {
  readonly p: number;
  readonly inplace: boolean;

  constructor(p = 0.5, inplace = false) {
    super(['p', p], ['inplace', inplace]);
    checkChance(p);
    this.p = p;
    this.inplace = inplace;
  }

  /** A chance is a float in Python, also 0 and 1. */
  override extra_repr(): string {
    return super.extra_repr().replace(/^p=(\d+)(?=,)/, 'p=$1.0');
  }

  forward(input: Tensor): Tensor {
    return F.dropout(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels of (N, C, L) or (C, L).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout1d.html
 */
export class Dropout1d extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.dropout1d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels of (N, C, H, W).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout2d.html
 */
export class Dropout2d extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.dropout2d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels of (N, C, D, H, W) or (C, D, H, W).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout3d.html
 */
export class Dropout3d extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.dropout3d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout that keeps mean 0 and variance 1, for networks with SELU. Any shape.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AlphaDropout.html
 */
export class AlphaDropout extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.alpha_dropout(input, this.p, this.training);
  }
}

/**
 * AlphaDropout of whole channels of (N, C, …).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.FeatureAlphaDropout.html
 */
export class FeatureAlphaDropout extends Dropout {
  override forward(input: Tensor): Tensor {
    return F.feature_alpha_dropout(input, this.p, this.training);
  }
}
