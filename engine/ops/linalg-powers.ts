/** Powers and exponentials of matrices, and matrices of powers. */

import { float64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { itemOf } from '../core/reading.ts';
import type { Tensor } from '../core/tensor.ts';
import { checkFloat, checkSquare } from './linalg-checks.ts';
import { inv } from './linalg-solve.ts';

const matrixPower = defineOperator({
  name: 'linalg_matrix_power',
  schema: 'A: Tensor, n: int',
  doc: 'A matrix multiplied by itself n times: the identity for 0, powers of the inverse below.',
  example: 'torch.linalg.matrix_power(torch.tensor([[1, 1], [1, 0]]), 10)',
  as: 'linalg',
  forward({ A, n }): Tensor {
    checkSquare('linalg.matrix_power', A);
    if (n === 0)
      return call('eye', A.sizes[A.ndim - 1], { dtype: A.dtype })
        .expand([...A.sizes])
        .clone();
    if (n < 0) return matrixPower(inv(A), -n);
    if (n === 1) return A.clone();
    const half: Tensor = n <= 3 ? A : matrixPower(A, Math.floor(n / 2));
    const square = half.matmul(half);
    return n % 2 === 1 ? square.matmul(A) : square;
  },
});

defineOperator({
  name: 'matrix_power',
  schema: 'self: Tensor, n: int',
  doc: 'A matrix multiplied by itself n times.',
  example: 'torch.tensor([[1, 1], [1, 0]]).matrix_power(10)',
  forward: ({ self, n }) => matrixPower(self, n),
});

/** The Taylor series of the exponential of a matrix whose 1-norm is under 1/2, to double precision. */
function smallExponential(A: Tensor): Tensor {
  let sum: Tensor = call('eye', A.sizes[A.ndim - 1], { dtype: A.dtype });
  // Horner: 1 + A (1 + A/2 (1 + A/3 (…)))
  for (let k = 16; k > 0; k--)
    sum = A.div(k)
      .matmul(sum)
      .add(call('eye', A.sizes[A.ndim - 1], { dtype: A.dtype }));
  return sum;
}

const matrixExp = defineOperator({
  name: 'linalg_matrix_exp',
  schema: 'self: Tensor',
  doc: 'The exponential of a matrix: 1 + A + A²/2! + A³/3! + …',
  example: 'torch.linalg.matrix_exp(torch.tensor([[0, 0.5], [-0.5, 0]]))',
  as: 'linalg',
  grad: {
    self(grad, { self }): Tensor {
      const n = self.sizes[self.ndim - 1];
      const turned = self.mT;
      const top: Tensor = call('cat', [turned, grad], -1);
      const bottom: Tensor = call('cat', [turned.mul(0), turned], -1);
      return matrixExp(call('cat', [top, bottom], -2))
        .narrow(-2, 0, n)
        .narrow(-1, n, n);
    },
  },
  saves: ['self'],
  forward({ self }): Tensor {
    checkSquare('linalg.matrix_exp', self);
    checkFloat('linalg.matrix_exp', self);
    if (self.numel() === 0) return self.clone();
    const A = self.to(float64);
    const largest = Number(itemOf(A.abs().sum(-2).amax()));
    const halvings = Math.max(0, Math.ceil(Math.log2(Math.max(largest, 2 ** -20))) + 1);
    let result = smallExponential(A.div(2 ** halvings));
    for (let k = 0; k < halvings; k++) result = result.matmul(result);
    return result.to(self.dtype);
  },
});

defineOperator({
  name: 'matrix_exp',
  schema: 'self: Tensor',
  doc: 'The exponential of a matrix: 1 + A + A²/2! + A³/3! + …',
  example: 'torch.matrix_exp(torch.tensor([[0, 0.5], [-0.5, 0]]))',
  forward: ({ self }) => matrixExp(self),
});
/** Powers 0 to count - 1 of each element, along a new last dimension. */
function powers(x: Tensor, count: number): Tensor {
  const ones = x.new_ones([...x.sizes, 1]);
  if (count === 1) return ones;
  const factors = x.unsqueeze(-1).expand([...x.sizes, count - 1]);
  return call('cat', [ones, factors.cumprod(-1)], -1);
}

defineOperator({
  name: 'linalg_vander',
  schema: 'x: Tensor, *, N: int? = null',
  doc: "Vandermonde's matrix: each row holds the powers 0, 1, 2 … of one element.",
  example: 'torch.linalg.vander(torch.tensor([1, 2, 3]))',
  as: 'linalg',
  forward({ x, N }) {
    const count = N ?? x.sizes[x.ndim - 1] ?? 1;
    if (count <= 1) throw new RuntimeError('N must be greater than 1.');
    return powers(x, count);
  },
});

defineOperator({
  name: 'vander',
  schema: 'x: Tensor, N: int? = null, increasing: bool = false',
  doc: "Vandermonde's matrix: each row holds the powers of one element, the highest first unless `increasing`.",
  example: 'torch.vander(torch.tensor([1, 2, 3]))',
  as: 'function',
  forward({ x, N, increasing }) {
    if (x.ndim !== 1) throw new RuntimeError('x must be a one-dimensional tensor.');
    const count = N ?? x.sizes[0];
    if (count < 0) throw new RuntimeError('N must be non-negative.');
    const whole = powers(x.dtype.is_floating_point ? x : x.to(call('sum', x).dtype), count);
    return increasing ? whole : whole.flip([1]);
  },
});
