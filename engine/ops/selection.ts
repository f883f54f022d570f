/** What operators share that pick elements along a dimension: `max(dim)`, `sort`, `topk`, `median` … */

import type { GradContext } from '../core/operator.ts';
import { call } from '../core/operator.ts';
import { wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

/** Index tensors, one a dimension, that name the places of `indices` along `dim`. */
function placesAlong(sizes: readonly number[], dim: number, indices: Tensor): Tensor[] {
  return sizes.map((_, own) => {
    if (own === dim) return indices;
    const shape = sizes.map((_, other) => (other === own ? indices.sizes[own] : 1));
    return call('arange', indices.sizes[own], { device: indices.device }).view(shape);
  });
}

/** Puts `grad` at the places along `dim` that `indices` name, in zeros of `sizes`. */
export function scatterAlong(grad: Tensor, sizes: readonly number[], dim: number, indices: Tensor): Tensor {
  const zeros = grad.new_zeros(sizes as number[]);
  if (sizes.length === 0) return zeros.add(grad);
  return zeros.index_put_(placesAlong(sizes, dim, indices), grad, true);
}

/** The elements at the places along `dim` that `indices` name. */
export function gatherAlong(self: Tensor, dim: number, indices: Tensor): Tensor {
  return self.index(...placesAlong(self.sizes, dim, indices));
}

/** The gradient of a result that consists of elements picked along a dimension: it goes back to where they were. */
export function selectionBackward(grad: Tensor, context: GradContext): Tensor {
  const { sizes } = context.meta.self;
  const dim = wrapDim(context.dim, sizes.length);
  const indices = context.result1;
  const isKept = grad.ndim === sizes.length;
  return isKept
    ? scatterAlong(grad, sizes, dim, indices)
    : scatterAlong(grad.unsqueeze(dim), sizes, dim, indices.unsqueeze(dim));
}
