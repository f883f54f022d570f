/** Distances of all pairs of rows. */

import { RuntimeError } from '../core/errors.ts';
import { defineOperator, operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { normBackward, normOf, vectorNorm } from './norms.ts';

/** The differences of every row of one and every row of the other. */
const differences = (x1: Tensor, x2: Tensor): Tensor => x1.unsqueeze(-2).sub(x2.unsqueeze(-3));

function slope(
  grad: Tensor,
  { x1, x2, p, result }: { x1: Tensor; x2: Tensor; p: number; result: Tensor },
): Tensor {
  return normBackward(grad, differences(x1, x2), p, result, [-1], false);
}

defineOperator({
  name: 'cdist',
  schema: 'x1: Tensor, x2: Tensor, p: float = 2, compute_mode: str? = null',
  doc: 'The p-norm distances of every row of one matrix (or of each of a batch) from every row of another.',
  example: 'torch.cdist(torch.tensor([[0, 0], [3, 4.5]]), torch.tensor([[0, 1.5]]))',
  as: 'function',
  grad: {
    x1: (grad, context) => slope(grad, context).sum(-2),
    x2: (grad, context) => slope(grad, context).sum(-3).neg(),
  },
  saves: ['x1', 'x2', 'result'],
  forward({ x1, x2, p }) {
    for (const [name, { ndim }] of [
      ['X1', x1],
      ['X2', x2],
    ] as const) {
      if (ndim < 2) throw new RuntimeError(`cdist only supports at least 2D tensors, ${name} got: ${ndim}D`);
    }
    const [left, right] = [x1, x2].map(({ sizes }) => sizes[sizes.length - 1]);
    if (left !== right) {
      throw new RuntimeError(`X1 and X2 must have the same number of columns. X1: ${left} X2: ${right}`);
    }
    for (const [name, { dtype }] of [
      ['X1', x1],
      ['X2', x2],
    ] as const) {
      if (!dtype.is_floating_point) {
        throw new RuntimeError(`cdist only supports floating-point dtypes, ${name} got: ${dtype.scalarName}`);
      }
    }
    if (p < 0) throw new RuntimeError('cdist only supports non-negative p values');
    return normOf(differences(x1, x2), p, [-1], false);
  },
});

defineOperator({
  name: 'pdist',
  schema: 'self: Tensor, p: float = 2',
  doc: 'The p-norm distances of all pairs of rows of a matrix: (0, 1), (0, 2), …, (1, 2), …',
  example: 'torch.pdist(torch.tensor([[0, 0], [3, 4], [0, 1.5]]))',
  as: 'function',
  forward({ self, p }) {
    if (self.ndim !== 2) throw new RuntimeError(`pdist only supports 2D tensors, got: ${self.ndim}D`);
    if (!self.dtype.is_floating_point) throw new RuntimeError('pdist only supports floating-point dtypes');
    if (p < 0) throw new RuntimeError('pdist only supports non-negative p values');
    const [first, second] = operatorNamed('triu_indices')
      .call(self.sizes[0], self.sizes[0], 1, { device: self.device })
      .unbind(0);
    return vectorNorm(self.index_select(0, first).sub(self.index_select(0, second)), p, -1);
  },
});
