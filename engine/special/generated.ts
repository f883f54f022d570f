/** Generated from the operator records by `npm run generate`. Do not edit: change the record. */

import '../ops/index.ts';
import { functionNamed } from '../core/operator.ts';
import type { Scalar } from '../core/dtype.ts';
import type { Tensor } from '../core/tensor.ts';

/** A part of an entropy, -x log(x): 0 at 0, and -inf below. */
export const entr: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_entr');

/** erfc(x) times the exponential of x², which stays in range where erfc does not. */
export const erfcx: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_erfcx');

/** The modified Bessel function of order 0, times e^-|x|. */
export const i0e: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_i0e');

/** The modified Bessel function of order 1. */
export const i1: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_i1');

/** The modified Bessel function of order 1, times e^-|x|. */
export const i1e: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_i1e');

/** The logarithm of ndtr, exact where that is next to 0. */
export const log_ndtr: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_log_ndtr');

/** How likely a number of the standard normal distribution is to be below x. */
export const ndtr: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_ndtr');

/** The inverse of ndtr: the number below which so large a part of the standard normal distribution lies. */
export const ndtri: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_ndtri');

/** x log(1 + y), and 0 where x is 0. */
export const xlog1py: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_xlog1py');

/** Hurwitz's zeta function: the sum of (q + k)^-x for k = 0, 1, 2, … */
export const zeta: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('special_zeta');
