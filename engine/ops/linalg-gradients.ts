/**
 * Gradients of factorizations, in tensor operations. Sources: I. Murray, Differentiation of the Cholesky decomposition
 * (arXiv:1602.07527); M. Giles, Collected matrix derivative results (2008); J. Townsend, Differentiating the SVD (2016).
 */

import { RuntimeError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';

type Grads = readonly (Tensor | null)[];

/** X T⁻¹ for a triangular T. */
function divideRight(x: Tensor, triangle: Tensor, upper: boolean): Tensor {
  return call('linalg_solve_triangular', triangle, x, { upper, left: false });
}

/** T⁻¹ X for a triangular T. */
function divideLeft(triangle: Tensor, x: Tensor, upper: boolean): Tensor {
  return call('linalg_solve_triangular', triangle, x, { upper });
}

/** A matrix with another diagonal. */
function withDiagonal(matrix: Tensor, diagonal: Tensor): Tensor {
  return matrix.sub(matrix.diagonal(0, -2, -1).sub(diagonal).diag_embed());
}

export function choleskyBackward(grad: Tensor, L: Tensor): Tensor {
  const phi = L.mT.matmul(grad);
  const symmetric = phi.tril().add(phi.tril(-1).mT);
  return divideRight(divideLeft(L.mT, symmetric, true), L, false).mul(0.5);
}

/** For A = L U; where A is not square, its square part alone goes through both factors. */
export function luBackward([, gradL, gradU]: Grads, [P, L, U]: readonly Tensor[]): Tensor {
  const [rows, columns] = [L.sizes[L.ndim - 2], U.sizes[U.ndim - 1]];
  const count = Math.min(rows, columns);
  let gL: Tensor = gradL ?? call('zeros_like', L);
  let gU: Tensor = gradU ?? call('zeros_like', U);
  let rest: Tensor | null = null;
  let [squareL, squareU] = [L, U];
  if (rows > columns) {
    squareL = L.narrow(-2, 0, count);
    rest = divideRight(gL.narrow(-2, count, rows - count), U.mT, false);
    gU = gU.sub(L.narrow(-2, count, rows - count).mT.matmul(rest));
    gL = gL.narrow(-2, 0, count);
  } else if (rows < columns) {
    squareU = U.narrow(-1, 0, count);
    rest = divideLeft(L.mT, gU.narrow(-1, count, columns - count), true);
    gL = gL.sub(rest.matmul(U.narrow(-1, count, columns - count).mT));
    gU = gU.narrow(-1, 0, count);
  }
  const inner = squareL.mT.matmul(gL).tril(-1).add(gU.matmul(squareU.mT).triu());
  const square = divideRight(divideLeft(squareL.mT, inner, true), squareU.mT, false);
  const whole = rest ? call('cat', [square, rest], rows > columns ? -2 : -1) : square;
  return P.matmul(whole);
}

export function qrBackward([gradQ, gradR]: Grads, [Q, R]: readonly Tensor[], mode: string): Tensor {
  if (mode === 'r') {
    throw new RuntimeError(
      "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, mode='reduced') if you are going to differentiate through linalg.qr.",
    );
  }
  const [rows, columns] = [Q.sizes[Q.ndim - 2], R.sizes[R.ndim - 1]];
  if (mode === 'complete' && rows > columns) {
    throw new RuntimeError(
      "The QR decomposition is not differentiable when mode='complete' and nrows > ncols.",
    );
  }
  if (rows >= columns) return qrOfHigh(gradQ, gradR, Q, R);
  // The first columns determine Q; the others are Q times those of R.
  const [U, V] = [R.narrow(-1, 0, rows), R.narrow(-1, rows, columns - rows)];
  if (!gradR) return call('cat', [qrOfHigh(gradQ, null, Q, U), call('zeros_like', V)], -1);
  const gradV = gradR.narrow(-1, rows, columns - rows);
  const through = Q.matmul(V).matmul(gradV.mT);
  const first = qrOfHigh(gradQ ? gradQ.add(through) : through, gradR.narrow(-1, 0, rows), Q, U);
  return call('cat', [first, Q.matmul(gradV)], -1);
}

function qrOfHigh(gradQ: Tensor | null, gradR: Tensor | null, Q: Tensor, R: Tensor): Tensor {
  let inner: Tensor | null = gradR ? gradR.matmul(R.mT) : null;
  if (gradQ) {
    const part = Q.mT.matmul(gradQ);
    inner = inner ? inner.sub(part) : part.neg();
  }
  const upper = (inner as Tensor).triu();
  const symmetric = upper.add(upper.mT);
  const halved = withDiagonal(symmetric, symmetric.diagonal(0, -2, -1).mul(0.5));
  const flow = Q.matmul(halved);
  return divideRight(gradQ ? flow.add(gradQ) : flow, R.mT, false);
}

/** 1 / (value_j - value_i), and 1 on the diagonal. */
function inverseGaps(values: Tensor): Tensor {
  const gaps = values.unsqueeze(-2).sub(values.unsqueeze(-1));
  return withDiagonal(gaps, call('ones_like', values)).reciprocal();
}

export function eigenBackward([gradL, gradV]: Grads, [L, V]: readonly Tensor[]): Tensor {
  if (!gradV) return V.mul((gradL as Tensor).unsqueeze(-2)).matmul(V.mT);
  // V turns, and does not stretch: what counts of its gradient is the antisymmetric part.
  const moved = V.mT.matmul(gradV);
  const turned = moved.sub(moved.mT).div(2).mul(inverseGaps(L));
  const inner = withDiagonal(turned, gradL ?? call('zeros_like', L));
  return V.matmul(inner).matmul(V.mT);
}

export function singularBackward([gradU, gradS, gradVh]: Grads, results: readonly Tensor[]): Tensor {
  const [, S] = results;
  const count = S.sizes[S.ndim - 1];
  const [U, Vh] = [results[0].narrow(-1, 0, count), results[2].narrow(-2, 0, count)];
  if (!gradU && !gradVh) return U.mul((gradS as Tensor).unsqueeze(-2)).matmul(Vh);
  const skew = (matrix: Tensor): Tensor => matrix.sub(matrix.mT);
  const gaps = inverseGaps(S.mul(S));
  const gU = gradU?.narrow(-1, 0, count) ?? null;
  const gV = gradVh?.narrow(-2, 0, count).mT ?? null;
  let inner: Tensor = (gradS ?? call<Tensor>('zeros_like', S)).diag_embed();
  if (gU) inner = inner.add(skew(U.mT.matmul(gU)).mul(gaps).mul(S.unsqueeze(-2)));
  if (gV) inner = inner.add(skew(Vh.matmul(gV)).mul(gaps).mul(S.unsqueeze(-1)));
  let result = U.matmul(inner).matmul(Vh);
  // The parts of U's and V's gradients that leave the spaces that they span.
  if (gU && U.sizes[U.ndim - 2] > count) {
    const outside = gU.sub(U.matmul(U.mT.matmul(gU)));
    result = result.add(outside.div(S.unsqueeze(-2)).matmul(Vh));
  }
  if (gV && Vh.sizes[Vh.ndim - 1] > count) {
    const outside = gV.sub(Vh.mT.matmul(Vh.matmul(gV)));
    result = result.add(U.matmul(outside.div(S.unsqueeze(-2)).mT));
  }
  return result;
}
