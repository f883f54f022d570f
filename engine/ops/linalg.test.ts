/** First and second derivatives of torch.linalg held against differences of nearby values. */

import { beforeEach, describe, expect, test } from 'vitest';
import * as torch from '../index.ts';

type Fn = (A: torch.Tensor) => torch.Tensor;

const { linalg } = torch;
const symmetric = (A: torch.Tensor): torch.Tensor => A.add(A.mT);
/** Symmetric and positive-definite. */
const positive = (A: torch.Tensor): torch.Tensor =>
  A.matmul(A.mT).add(torch.eye(A.size(-1), { dtype: A.dtype }));
/** Free of the sign that a factor's columns are known up to. */
const squared = (A: torch.Tensor): torch.Tensor => A.mul(A);

const square: Record<string, Fn> = {
  inv: (A) => linalg.inv(A),
  'inv of a batch': (A) => linalg.inv(torch.stack([A, A.mul(2)])),
  det: (A) => linalg.det(A),
  slogdet: (A) => linalg.slogdet(A).logabsdet,
  logdet: (A) => torch.logdet(positive(A)),
  solve: (A) => linalg.solve(A, A.select(1, 0)),
  'solve for matrices': (A) => linalg.solve(A, A.mul(A)),
  'solve on the right': (A) => linalg.solve(A, A.mul(A), { left: false }),
  solve_triangular: (A) => linalg.solve_triangular(A.triu(), A, { upper: true }),
  cholesky: (A) => linalg.cholesky(positive(A)),
  'cholesky, upper': (A) => linalg.cholesky(positive(A), { upper: true }),
  qr: (A) => torch.cat([...linalg.qr(A)]),
  eigvalsh: (A) => linalg.eigvalsh(symmetric(A)),
  eigh: (A) => squared(linalg.eigh(symmetric(A)).eigenvectors),
  svdvals: (A) => linalg.svdvals(A),
  svd: (A) => torch.cat([squared(linalg.svd(A).U), squared(linalg.svd(A).Vh)]),
  lu: (A) => torch.cat([linalg.lu(A).L, linalg.lu(A).U]),
  lu_factor: (A) => linalg.lu_factor(A).LU,
  pinv: (A) => linalg.pinv(A),
  lstsq: (A) => linalg.lstsq(A, A.mul(A)).solution,
  matrix_power: (A) => linalg.matrix_power(A, 5),
  'matrix_power of the inverse': (A) => linalg.matrix_power(A, -2),
  matrix_exp: (A) => linalg.matrix_exp(A),
  cond: (A) => linalg.cond(A),
  cross: (A) => linalg.cross(A, A.mT.mul(2)),
  'matrix_norm, nuc': (A) => linalg.matrix_norm(A, 'nuc'),
  'matrix_norm, 2': (A) => linalg.matrix_norm(A, 2),
  'matrix_norm, 1': (A) => linalg.matrix_norm(A, 1),
  'vector_norm, 3': (A) => linalg.vector_norm(A, 3, 0),
};

const oblong: Record<string, Fn> = {
  qr: (A) => torch.cat([...linalg.qr(A)]),
  svd: (A) => torch.cat([squared(linalg.svd(A, false).U), squared(linalg.svd(A, false).Vh)]),
  svdvals: (A) => linalg.svdvals(A),
  lu: (A) => torch.cat([linalg.lu(A).L, linalg.lu(A).U]),
  pinv: (A) => linalg.pinv(A),
  'pinv of a wide matrix': (A) => linalg.pinv(A.mT),
  lstsq: (A) => linalg.lstsq(A, A.mul(A)).solution,
};

function draw(...size: number[]): torch.Tensor {
  const A = torch.randn(...size, { dtype: torch.float64 });
  if (size[0] === size[1]) A.diagonal().add_(2);
  return A.requires_grad_();
}

beforeEach(() => {
  torch.manual_seed(3);
});

describe.each([
  ['square', square, [3, 3]],
  ['oblong', oblong, [4, 2]],
] as const)('%s', (_name, functions, size) => {
  test.each(Object.entries(functions))('%s', async (_operator, fn) => {
    expect(await torch.autograd.gradcheck(fn, [draw(...size)])).toBe(true);
    expect(await torch.autograd.gradgradcheck(fn, [draw(...size)])).toBe(true);
  });
});

// Residuals and orthogonality, which no printed digit shows.
describe('factors', () => {
  const near = (a: torch.Tensor, b: torch.Tensor): void => {
    expect(Number(torch.linalg.vector_norm(a.sub(b)).toTypedArray()[0])).toBeLessThan(1e-11);
  };
  const ones = (n: number): torch.Tensor => torch.eye(n, { dtype: torch.float64 });

  test.each([
    [7, 7],
    [40, 12],
    [12, 40],
    [60, 60],
  ])('of a %i by %i matrix multiply to it', (rows, columns) => {
    const A = torch.randn(rows, columns, { dtype: torch.float64 });
    const { Q, R } = linalg.qr(A);
    near(Q.matmul(R), A);
    near(Q.mT.matmul(Q), ones(Q.size(1)));
    const { U, S, Vh } = linalg.svd(A, false);
    near(U.mul(S).matmul(Vh), A);
    near(U.mT.matmul(U), ones(S.numel()));
    const { P, L, U: upper } = linalg.lu(A);
    near(P.matmul(L).matmul(upper), A);
    const { eigenvalues, eigenvectors } = linalg.eigh(A.matmul(A.mT));
    near(eigenvectors.mul(eigenvalues).matmul(eigenvectors.mT), A.matmul(A.mT));
  });

  test('of equal and of vanishing singular values', () => {
    const A = torch.cat([ones(4), torch.zeros(3, 4, { dtype: torch.float64 })]);
    const { U, S, Vh } = linalg.svd(A);
    near(U.mT.matmul(U), ones(7));
    near(U.index('...', ':4').mul(S).matmul(Vh), A);
    expect(linalg.svdvals(torch.zeros(3, 2)).toTypedArray()).toEqual(new Float32Array(2));
  });
});
