/** Results of factorizations: arrays that destructure, with PyTorch's names for their parts. */

import type { Tensor } from '../core/tensor.ts';

type Named<Names extends readonly string[]> = { [K in keyof Names]: Tensor } & {
  readonly [K in Names[number]]: Tensor;
};

export type Inverse = Named<['inverse', 'info']>;
export type Solution = Named<['result', 'info']>;
export type Cholesky = Named<['L', 'info']>;
export type QR = Named<['Q', 'R']>;
export type Eigen = Named<['eigenvalues', 'eigenvectors']>;
export type SVD = Named<['U', 'S', 'Vh']>;
export type OldSVD = Named<['U', 'S', 'V']>;
export type LogDeterminant = Named<['sign', 'logabsdet']>;
export type LU = Named<['P', 'L', 'U']>;
export type LUFactor = Named<['LU', 'pivots']>;
export type LUFactorEx = Named<['LU', 'pivots', 'info']>;
export type LeastSquares = Named<['solution', 'residuals', 'rank', 'singular_values']>;
