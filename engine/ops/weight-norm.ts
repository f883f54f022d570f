/** Weights as directions times lengths. */

import { call, defineOperator } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { recomputed } from './recomputed.ts';

interface Weights {
  v: Tensor;
  g: Tensor;
  dim: number;
}

/** The norm over all dimensions but one; over all where that is -1. */
export function normExcept(v: Tensor, dim: number): Tensor {
  if (dim === -1) return call('norm', v);
  const others = v.sizes.map((_, own) => own).filter((own) => own !== dim);
  return call('norm', v, 2, others, true);
}

const scaled = ({ v, g, dim }: Weights): Tensor => v.mul(g.div(normExcept(v, dim)));

defineOperator({
  name: '_weight_norm',
  schema: 'v: Tensor, g: Tensor, dim: int = 0',
  doc: 'Directions scaled to lengths.',
  as: 'function',
  gradName: 'WeightNormInterfaceBackward0',
  grad: recomputed(['v', 'g'], ({ v, g, dim }) => scaled({ v, g, dim })),
  saves: ['v', 'g'],
  forward: scaled,
});
