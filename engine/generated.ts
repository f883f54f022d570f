/** Generated from the operator records by `npm run generate`. Do not edit: change the record. */

import './ops/index.ts';
import type { Awaitable } from './core/awaitable.ts';
import type { DType, Scalar } from './core/dtype.ts';
import type { IndexEntry } from './core/indexing.ts';
import type { NdArray } from './core/ndarray.ts';
import { functionNamed } from './core/operator.ts';
import type { Frexp, Histogram, MinMax, ValuesIndices } from './core/pairs.ts';
import type { Size } from './core/shape.ts';
import type { Tensor } from './core/tensor.ts';
import type * as named from './linalg/named.ts';
import type { TensorData } from './ops/creation.ts';
import type { Generator } from './random/generator.ts';

/** The absolute value. */
export const abs: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('abs');

/** In-place form of `abs`: writes the result into this tensor and returns it. */
export const abs_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('abs_');

/** Another name for `abs`. */
export const absolute: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('absolute');

/** The angle whose cosine this is. */
export const acos: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('acos');

/** In-place form of `acos`: writes the result into this tensor and returns it. */
export const acos_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('acos_');

/** The inverse of the hyperbolic cosine. */
export const acosh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('acosh');

/** In-place form of `acosh`: writes the result into this tensor and returns it. */
export const acosh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('acosh_');

/** The means of so many bins of a signal, whatever its length. */
export const adaptive_avg_pool1d: {
  (input: Tensor, output_size: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { output_size: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('adaptive_avg_pool1d');

/** Adds `alpha` times `other`. */
export const add: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('add');

/** beta times this matrix plus alpha times the sum of the products of two batches. */
export const addbmm: {
  (input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('addbmm');

/** Adds `value` times the quotient of two tensors. */
export const addcdiv: {
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('addcdiv');

/** Adds `value` times the product of two tensors. */
export const addcmul: {
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('addcmul');

/** beta times this tensor plus alpha times the product of two matrices. */
export const addmm: {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('addmm');

/** beta times this vector plus alpha times a matrix times a vector. */
export const addmv: {
  (input: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat: Tensor; vec: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, mat: Tensor, options: { vec: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('addmv');

/** In-place form of `addmv`. */
export const addmv_: {
  (input: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { mat: Tensor; vec: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat: Tensor, options: { vec: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
} = /* @__PURE__ */ functionNamed('addmv_');

/** beta times this matrix plus alpha times the outer product of two vectors. */
export const addr: {
  (input: Tensor, vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { vec1: Tensor; vec2: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, vec1: Tensor, options: { vec2: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('addr');

/** The last two dimensions exchanged. */
export const adjoint: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('adjoint');

/** Whether all elements are true (not zero), of all or along dimensions. */
export const all: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('all');

/** Whether all elements are within `atol + rtol * |other|` of the other ones. */
export const allclose: {
  (input: Tensor, other: Tensor, options?: { rtol?: number; atol?: number; equal_nan?: boolean }): boolean | Promise<boolean>;
  (input: Tensor, other: Tensor, rtol: number, options?: { atol?: number; equal_nan?: boolean }): boolean | Promise<boolean>;
  (input: Tensor, other: Tensor, rtol: number, atol: number, options?: { equal_nan?: boolean }): boolean | Promise<boolean>;
  (input: Tensor, other: Tensor, rtol: number, atol: number, equal_nan: boolean): boolean | Promise<boolean>;
  (input: Tensor, options: { other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): boolean | Promise<boolean>;
} = /* @__PURE__ */ functionNamed('allclose');

/** The largest elements along dimensions; equal ones share the gradient. */
export const amax: {
  (input: Tensor, options?: { dim?: number | readonly number[]; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('amax');

/** The smallest elements along dimensions; equal ones share the gradient. */
export const amin: {
  (input: Tensor, options?: { dim?: number | readonly number[]; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('amin');

/** The smallest and the largest elements as a pair, of all or along a dimension. */
export const aminmax: {
  (input: Tensor, options?: { dim?: number | null; keepdim?: boolean; out?: readonly Tensor[] | null }): MinMax;
} = /* @__PURE__ */ functionNamed('aminmax');

/** The angle of each number as one of the complex plane: 0, and π where it is below 0. */
export const angle: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('angle');

/** Whether any element is true (not zero), of all or along dimensions. */
export const any: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('any');

/** Numbers from `start` (0 where only an end is given) to before `end`, `step` apart. */
export const arange: {
  (options?: { start?: Scalar; end?: Scalar | null; step?: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, options?: { end?: Scalar | null; step?: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, end: Scalar | null, options?: { step?: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, end: Scalar | null, step: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('arange');

/** Another name for `acos`. */
export const arccos: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('arccos');

/** Another name for `acos_`. */
export const arccos_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('arccos_');

/** Another name for `acosh`. */
export const arccosh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('arccosh');

/** Another name for `acosh_`. */
export const arccosh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('arccosh_');

/** Another name for `asin`. */
export const arcsin: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('arcsin');

/** Another name for `asin_`. */
export const arcsin_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('arcsin_');

/** Another name for `asinh`. */
export const arcsinh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('arcsinh');

/** Another name for `asinh_`. */
export const arcsinh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('arcsinh_');

/** Another name for `atan`. */
export const arctan: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('arctan');

/** Another name for `atan2`. */
export const arctan2: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('arctan2');

/** Another name for `atan_`. */
export const arctan_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('arctan_');

/** Another name for `atanh`. */
export const arctanh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('arctanh');

/** Another name for `atanh_`. */
export const arctanh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('arctanh_');

/** Where the largest element is: within all elements in order, or along a dimension. */
export const argmax: {
  (input: Tensor, options?: { dim?: number | null; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('argmax');

/** Where the smallest element is: within all elements in order, or along a dimension. */
export const argmin: {
  (input: Tensor, options?: { dim?: number | null; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('argmin');

/** Where the elements are that a sort would put in each place. */
export const argsort: {
  (input: Tensor, options?: { dim?: number; descending?: boolean; stable?: boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { descending?: boolean; stable?: boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, descending: boolean, options?: { stable?: boolean | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('argsort');

/** The positions of all elements that are not zero, one row each. */
export const argwhere: {
  (input: Tensor, options?: { out?: Tensor | null }): Awaitable<Tensor>;
} = /* @__PURE__ */ functionNamed('argwhere');

/** Any sizes and strides on the same storage. @throws RuntimeError where they reach outside of it. */
export const as_strided: {
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
  (input: Tensor, options: { size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  (input: Tensor, size: number | readonly number[], options: { stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
} = /* @__PURE__ */ functionNamed('as_strided');

/** The data as a tensor, without a copy where it is a tensor or an NdArray of that type and device already. */
export const as_tensor: {
  (data: TensorData, options?: { dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
  (options: { data: TensorData; dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('as_tensor');

/** The data as a tensor: without a copy where none is needed, with one where `copy` is true; with `copy` false a need for one is an error. */
export const asarray: {
  (obj: TensorData, options?: { dtype?: DType | null; device?: string | null; copy?: boolean | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { obj: TensorData; dtype?: DType | null; device?: string | null; copy?: boolean | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('asarray');

/** The angle whose sine this is. */
export const asin: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('asin');

/** In-place form of `asin`: writes the result into this tensor and returns it. */
export const asin_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('asin_');

/** The inverse of the hyperbolic sine. */
export const asinh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('asinh');

/** In-place form of `asinh`: writes the result into this tensor and returns it. */
export const asinh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('asinh_');

/** The angle whose tangent this is. */
export const atan: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('atan');

/** The angle of the point (other, self), from -π to π. */
export const atan2: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('atan2');

/** In-place form of `atan`: writes the result into this tensor and returns it. */
export const atan_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('atan_');

/** The inverse of the hyperbolic tangent. */
export const atanh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('atanh');

/** In-place form of `atanh`: writes the result into this tensor and returns it. */
export const atanh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('atanh_');

/** The tensor (or each of a list) viewed with at least 1 dimension. */
export const atleast_1d: {
  (tensor: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { tensor: Tensor; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], options?: { out?: readonly Tensor[] | null }): Tensor[];
  (...tensors: (Tensor | { out?: readonly Tensor[] | null })[]): Tensor[];
} = /* @__PURE__ */ functionNamed('atleast_1d');

/** The tensor (or each of a list) viewed with at least 2 dimensions. */
export const atleast_2d: {
  (tensor: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { tensor: Tensor; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], options?: { out?: readonly Tensor[] | null }): Tensor[];
  (...tensors: (Tensor | { out?: readonly Tensor[] | null })[]): Tensor[];
} = /* @__PURE__ */ functionNamed('atleast_2d');

/** The tensor (or each of a list) viewed with at least 3 dimensions. */
export const atleast_3d: {
  (tensor: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { tensor: Tensor; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], options?: { out?: readonly Tensor[] | null }): Tensor[];
  (...tensors: (Tensor | { out?: readonly Tensor[] | null })[]): Tensor[];
} = /* @__PURE__ */ functionNamed('atleast_3d');

/** The mean of each window of a signal. */
export const avg_pool1d: {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { ceil_mode?: boolean; count_include_pad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceil_mode: boolean, options?: { count_include_pad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('avg_pool1d');

/** beta times this batch plus alpha times the products of two batches of matrices. */
export const baddbmm: {
  (input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('baddbmm');

/** A triangle. A periodic one leaves out the last number of the symmetric one. */
export const bartlett_window: {
  (window_length: number, options?: { periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bartlett_window');

/** Ones and zeros: a one with the probability that stands in the tensor, or with probability `p` where that is given. */
export const bernoulli: {
  (input: Tensor, options?: { p?: number | null; generator?: Generator | null; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number | null, options?: { generator?: Generator | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bernoulli');

/** x₁ᵀ W x₂ + b, with a matrix W for each output feature: weights of shape (out, in₁, in₂). */
export const bilinear: {
  (input1: Tensor, input2: Tensor, weight: Tensor, options?: { bias?: Tensor | null; out?: Tensor | null }): Tensor;
  (input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input1: Tensor; input2: Tensor; weight: Tensor; bias?: Tensor | null; out?: Tensor | null }): Tensor;
  (input1: Tensor, options: { input2: Tensor; weight: Tensor; bias?: Tensor | null; out?: Tensor | null }): Tensor;
  (input1: Tensor, input2: Tensor, options: { weight: Tensor; bias?: Tensor | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bilinear');

/** How often each of the numbers 0, 1, 2 … occurs in a vector, or the sum of the weights of its places. On webgpu a promise. */
export const bincount: {
  (input: Tensor, options?: { weights?: Tensor | null; minlength?: number; out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, weights: Tensor | null, options?: { minlength?: number; out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, weights: Tensor | null, minlength: number, options?: { out?: Tensor | null }): Awaitable<Tensor>;
} = /* @__PURE__ */ functionNamed('bincount');

/** The bits that both have. Python's `&`. */
export const bitwise_and: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bitwise_and');

/** Moves the bits up: times 2 to the power of `other`. Python's `<<`. */
export const bitwise_left_shift: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bitwise_left_shift');

/** Inverts all bits; for bool the logical not. Python's `~`. */
export const bitwise_not: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bitwise_not');

/** The bits that either has. Python's `|`. */
export const bitwise_or: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bitwise_or');

/** Moves the bits down, the sign staying. Python's `>>`. */
export const bitwise_right_shift: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bitwise_right_shift');

/** The bits that exactly one of them has. Python's `^`. */
export const bitwise_xor: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bitwise_xor');

/** Two cosines. A periodic one leaves out the last number of the symmetric one. */
export const blackman_window: {
  (window_length: number, options?: { periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('blackman_window');

/** Matrices along the diagonal of one matrix of zeros. */
export const block_diag: {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (...tensors: (Tensor | { out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('block_diag');

/** The products of two batches of matrices: (b, n, k) times (b, k, m). */
export const bmm: {
  (input: Tensor, mat2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat2: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bmm');

/** The size to which tensors of these sizes would be broadcast. */
export const broadcast_shapes: {
  (...shapes: unknown[]): Size;
} = /* @__PURE__ */ functionNamed('broadcast_shapes');

/** Tensors expanded to the one size to which they all broadcast. */
export const broadcast_tensors: {
  (tensors: readonly Tensor[]): Tensor[];
  (...tensors: Tensor[]): Tensor[];
} = /* @__PURE__ */ functionNamed('broadcast_tensors');

/** This tensor expanded to that size, without a copy. */
export const broadcast_to: {
  (input: Tensor, size: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { size: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('broadcast_to');

/** The number of the interval between sorted boundaries in which each element lies. */
export const bucketize: {
  (input: Tensor | Scalar, boundaries: Tensor, options?: { out_int32?: boolean; right?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { boundaries: Tensor; out_int32?: boolean; right?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('bucketize');

/** Whether a result of one type may be written to a tensor of another: not where a category is lost. */
export const can_cast: {
  (from: DType, to: DType): boolean;
  (options: { from: DType; to: DType }): boolean;
  (from: DType, options: { to: DType }): boolean;
} = /* @__PURE__ */ functionNamed('can_cast');

/** All combinations of one element of each vector, a row each. */
export const cartesian_prod: {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (...tensors: (Tensor | { out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('cartesian_prod');

/** Tensors joined along a dimension; their other sizes are the same. */
export const cat: {
  (tensors: readonly Tensor[], options?: { dim?: number; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], dim: number, options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cat');

/** The p-norm distances of every row of one matrix (or of each of a batch) from every row of another. */
export const cdist: {
  (x1: Tensor, x2: Tensor, options?: { p?: number; compute_mode?: string | null; out?: Tensor | null }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, options?: { compute_mode?: string | null; out?: Tensor | null }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, compute_mode: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { x1: Tensor; x2: Tensor; p?: number; compute_mode?: string | null; out?: Tensor | null }): Tensor;
  (x1: Tensor, options: { x2: Tensor; p?: number; compute_mode?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cdist');

/** The smallest whole number that is not below. */
export const ceil: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('ceil');

/** In-place form of `ceil`: writes the result into this tensor and returns it. */
export const ceil_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('ceil_');

/** x above 0, alpha * (e^(x / alpha) - 1) below: elu with a continuous slope. */
export const celu: {
  (input: Tensor, options?: { alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, alpha: Scalar, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('celu');

/** In-place form of `celu`: writes the result into this tensor and returns it. */
export const celu_: {
  (input: Tensor, options?: { alpha?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('celu_');

/** The product of several matrices: torch.linalg.multi_dot is the newer name. */
export const chain_matmul: {
  (matrices: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (...matrices: (Tensor | { out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('chain_matmul');

/** Channels of several groups taken in turn. */
export const channel_shuffle: {
  (input: Tensor, groups: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { groups: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('channel_shuffle');

/** The Cholesky factor: torch.linalg.cholesky is the newer name. */
export const cholesky: {
  (input: Tensor, options?: { upper?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, upper: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cholesky');

/** The inverse of A, given its Cholesky factor. */
export const cholesky_inverse: {
  (input: Tensor, options?: { upper?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, upper: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cholesky_inverse');

/** The solution of A X = B, given B and the Cholesky factor of A. */
export const cholesky_solve: {
  (input: Tensor, L: Tensor, options?: { upper?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, L: Tensor, upper: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { L: Tensor; upper?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cholesky_solve');

/** At most so many consecutive parts of one size (the last may be smaller). Views. */
export const chunk: {
  (input: Tensor, chunks: number, options?: { dim?: number }): Tensor[];
  (input: Tensor, chunks: number, dim: number): Tensor[];
  (input: Tensor, options: { chunks: number; dim?: number }): Tensor[];
} = /* @__PURE__ */ functionNamed('chunk');

/** Elements below `min` become `min`, those above `max` become `max`. */
export const clamp: {
  (input: Tensor, options?: { min?: Tensor | Scalar | null; max?: Tensor | Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | Scalar | null, options?: { max?: Tensor | Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | Scalar | null, max: Tensor | Scalar | null, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('clamp');

/** In-place form of `clamp`: writes the result into this tensor and returns it. */
export const clamp_: {
  (input: Tensor, options?: { min?: Tensor | Scalar | null; max?: Tensor | Scalar | null }): Tensor;
  (input: Tensor, min: Tensor | Scalar | null, options?: { max?: Tensor | Scalar | null }): Tensor;
  (input: Tensor, min: Tensor | Scalar | null, max: Tensor | Scalar | null): Tensor;
} = /* @__PURE__ */ functionNamed('clamp_');

/** Elements above `max` become `max`. */
export const clamp_max: {
  (input: Tensor, max: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { max: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('clamp_max');

/** In-place form of `clamp_max`: writes the result into this tensor and returns it. */
export const clamp_max_: {
  (input: Tensor, max: Tensor | Scalar): Tensor;
  (input: Tensor, options: { max: Tensor | Scalar }): Tensor;
} = /* @__PURE__ */ functionNamed('clamp_max_');

/** Elements below `min` become `min`. */
export const clamp_min: {
  (input: Tensor, min: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { min: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('clamp_min');

/** In-place form of `clamp_min`: writes the result into this tensor and returns it. */
export const clamp_min_: {
  (input: Tensor, min: Tensor | Scalar): Tensor;
  (input: Tensor, options: { min: Tensor | Scalar }): Tensor;
} = /* @__PURE__ */ functionNamed('clamp_min_');

/** Another name for `clamp`. */
export const clip: {
  (input: Tensor, options?: { min?: Tensor | Scalar | null; max?: Tensor | Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | Scalar | null, options?: { max?: Tensor | Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | Scalar | null, max: Tensor | Scalar | null, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('clip');

/** Another name for `clamp_`. */
export const clip_: {
  (input: Tensor, options?: { min?: Tensor | Scalar | null; max?: Tensor | Scalar | null }): Tensor;
  (input: Tensor, min: Tensor | Scalar | null, options?: { max?: Tensor | Scalar | null }): Tensor;
  (input: Tensor, min: Tensor | Scalar | null, max: Tensor | Scalar | null): Tensor;
} = /* @__PURE__ */ functionNamed('clip_');

/** A copy on memory of its own. Gradients flow through it. */
export const clone: {
  (input: Tensor, options?: { memory_format?: string; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('clone');

/** Tensors joined side by side; vectors count as columns. */
export const column_stack: {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('column_stack');

/** All combinations of r elements of a vector, a row each. */
export const combinations: {
  (input: Tensor, options?: { r?: number; with_replacement?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, r: number, options?: { with_replacement?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, r: number, with_replacement: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('combinations');

/** Another name for `cat`. */
export const concat: {
  (tensors: readonly Tensor[], options?: { dim?: number; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], dim: number, options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('concat');

/** Another name for `cat`. */
export const concatenate: {
  (tensors: readonly Tensor[], options?: { dim?: number; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], dim: number, options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('concatenate');

/** The complex conjugate: the tensor itself, as no number here is complex. */
export const conj: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conj');

/** The complex conjugate: the tensor itself, as no number here is complex. */
export const conj_physical: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conj_physical');

/** The complex conjugate in place: the tensor itself, as no number here is complex. */
export const conj_physical_: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conj_physical_');

/** The tensor with a border of one value; negative widths cut off. */
export const constant_pad_nd: {
  (input: Tensor, pad: number | readonly number[], options?: { value?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, pad: number | readonly number[], value: Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { pad: number | readonly number[]; value?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('constant_pad_nd');

/** Slides filters of shape (O, C / groups, length) over signals of shape (N, C, L). */
export const conv1d: {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', options?: { dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', dilation: number | readonly number[], options?: { groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', dilation: number | readonly number[], groups: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conv1d');

/** Slides filters of shape (O, C / groups, height, width) over images of shape (N, C, H, W). */
export const conv2d: {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', options?: { dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', dilation: number | readonly number[], options?: { groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', dilation: number | readonly number[], groups: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conv2d');

/** Slides filters of shape (O, C / groups, depth, height, width) over volumes of shape (N, C, D, H, W). */
export const conv3d: {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', options?: { dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', dilation: number | readonly number[], options?: { groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | 'same' | 'valid', dilation: number | readonly number[], groups: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | 'same' | 'valid'; dilation?: number | readonly number[]; groups?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conv3d');

/** Spreads filters of shape (C, O / groups, length) over the surroundings of every element of signals (N, C, L). */
export const conv_transpose1d: {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options?: { output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], options?: { groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, options?: { dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, dilation: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conv_transpose1d');

/** Spreads filters of shape (C, O / groups, height, width) over the surroundings of every element of images (N, C, H, W). */
export const conv_transpose2d: {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options?: { output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], options?: { groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, options?: { dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, dilation: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conv_transpose2d');

/** Spreads filters of shape (C, O / groups, depth, height, width) over the surroundings of every element of volumes (N, C, D, H, W). */
export const conv_transpose3d: {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options?: { output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], options?: { groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, options?: { dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, dilation: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('conv_transpose3d');

/** The size of this tensor's elements with the sign of `other`'s. */
export const copysign: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('copysign');

/** The correlation coefficients of variables, one a row: a matrix. */
export const corrcoef: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('corrcoef');

/** The cosine of an angle in radians. */
export const cos: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cos');

/** In-place form of `cos`: writes the result into this tensor and returns it. */
export const cos_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('cos_');

/** The hyperbolic cosine. */
export const cosh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cosh');

/** In-place form of `cosh`: writes the result into this tensor and returns it. */
export const cosh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('cosh_');

/** The cosine of the angle between vectors that lie along a dimension. */
export const cosine_similarity: {
  (x1: Tensor, x2: Tensor, options?: { dim?: number; eps?: number; out?: Tensor | null }): Tensor;
  (x1: Tensor, x2: Tensor, dim: number, options?: { eps?: number; out?: Tensor | null }): Tensor;
  (x1: Tensor, x2: Tensor, dim: number, eps: number, options?: { out?: Tensor | null }): Tensor;
  (options: { x1: Tensor; x2: Tensor; dim?: number; eps?: number; out?: Tensor | null }): Tensor;
  (x1: Tensor, options: { x2: Tensor; dim?: number; eps?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cosine_similarity');

/** How many elements are not zero, of all or along dimensions. */
export const count_nonzero: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('count_nonzero');

/** The covariances of variables, one a row: a matrix. Columns may be weighted by counts and by importance. */
export const cov: {
  (input: Tensor, options?: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cov');

/** The cross product of vectors of three numbers, along the first dimension of size 3 unless told otherwise. */
export const cross: {
  (input: Tensor, other: Tensor, options?: { dim?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, other: Tensor, dim: number | null, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; dim?: number | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cross');

/** The largest elements so far along a dimension, and where they are. */
export const cummax: {
  (input: Tensor, dim: number, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; out?: readonly Tensor[] | null }): ValuesIndices;
} = /* @__PURE__ */ functionNamed('cummax');

/** The smallest elements so far along a dimension, and where they are. */
export const cummin: {
  (input: Tensor, dim: number, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; out?: readonly Tensor[] | null }): ValuesIndices;
} = /* @__PURE__ */ functionNamed('cummin');

/** Running products along a dimension. */
export const cumprod: {
  (input: Tensor, dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cumprod');

/** Running sums along a dimension. */
export const cumsum: {
  (input: Tensor, dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cumsum');

/** The areas under the points up to each of them, by the trapezoidal rule. */
export const cumulative_trapezoid: {
  (y: Tensor, options?: { x?: Tensor | null; dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
  (y: Tensor, x: Tensor | null, options?: { dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
  (options: { y: Tensor; x?: Tensor | null; dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('cumulative_trapezoid');

/** Degrees to radians. */
export const deg2rad: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('deg2rad');

/** In-place form of `deg2rad`: writes the result into this tensor and returns it. */
export const deg2rad_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('deg2rad_');

/** The determinant of a square matrix, or of each of a batch. */
export const det: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('det');

/** A tensor on the same memory that takes no part in autograd. */
export const detach: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('detach');

/** Takes this tensor out of the graph: it becomes a leaf that requires no grad. */
export const detach_: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('detach_');

/** The diagonal of a matrix, or the matrix of a diagonal. */
export const diag: {
  (input: Tensor, options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, diagonal: number, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('diag');

/** Zeros with the last dimension as a diagonal of two new ones. */
export const diag_embed: {
  (input: Tensor, options?: { offset?: number; dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, offset: number, options?: { dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, offset: number, dim1: number, options?: { dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, offset: number, dim1: number, dim2: number, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('diag_embed');

/** All elements as the diagonal of a matrix. */
export const diagflat: {
  (input: Tensor, options?: { offset?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, offset: number, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('diagflat');

/** The diagonal of two dimensions, put last: a view. `offset` counts upwards. */
export const diagonal: {
  (input: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  (input: Tensor, offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
  (input: Tensor, offset: number, dim1: number, options?: { dim2?: number }): Tensor;
  (input: Tensor, offset: number, dim1: number, dim2: number): Tensor;
} = /* @__PURE__ */ functionNamed('diagonal');

/** A copy with a diagonal replaced by `src`. */
export const diagonal_scatter: {
  (input: Tensor, src: Tensor, options?: { offset?: number; dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, offset: number, options?: { dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, offset: number, dim1: number, options?: { dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, offset: number, dim1: number, dim2: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { src: Tensor; offset?: number; dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('diagonal_scatter');

/** The differences of neighbours along a dimension, `n` times over. */
export const diff: {
  (input: Tensor, options?: { n?: number; dim?: number; prepend?: Tensor | null; append?: Tensor | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number, options?: { dim?: number; prepend?: Tensor | null; append?: Tensor | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number, dim: number, options?: { prepend?: Tensor | null; append?: Tensor | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number, dim: number, prepend: Tensor | null, options?: { append?: Tensor | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number, dim: number, prepend: Tensor | null, append: Tensor | null, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('diff');

/** The derivative of lgamma. */
export const digamma: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('digamma');

/** The p-norm of the difference of two tensors. */
export const dist: {
  (input: Tensor, other: Tensor, options?: { p?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, other: Tensor, p: Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; p?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('dist');

/** Divides element by element. Integers divide to floats, unless `rounding_mode` is `floor` or `trunc`. */
export const div: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; rounding_mode?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('div');

/** Another name for `div`. */
export const divide: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; rounding_mode?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('divide');

/** The sum of the products of two vectors of one length. */
export const dot: {
  (input: Tensor, tensor: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { tensor: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('dot');

/** Zeroes elements with probability p, and scales the others so that the mean stays; in evaluation it changes nothing. */
export const dropout: {
  (input: Tensor, p: number, train: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; p: number; train: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { p: number; train: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number, options: { train: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('dropout');

/** Parts along one particular dimension, as tensor_split makes them. */
export const dsplit: {
  (input: Tensor, indices_or_sections: unknown): Tensor[];
  (input: Tensor, options: { indices_or_sections: unknown }): Tensor[];
} = /* @__PURE__ */ functionNamed('dsplit');

/** Tensors joined along the third dimension. */
export const dstack: {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('dstack');

/** Sums of products written as an index formula: `ij,jk->ik` is the matrix product. */
export const einsum: {
  (equation: string, ...operands: unknown[]): Tensor;
} = /* @__PURE__ */ functionNamed('einsum');

/** The rows of `weight` that the indices name: torch.nn.functional.embedding takes them the other way round. */
export const embedding: {
  (weight: Tensor, indices: Tensor, options?: { padding_idx?: number; scale_grad_by_freq?: boolean; sparse?: boolean; out?: Tensor | null }): Tensor;
  (weight: Tensor, indices: Tensor, padding_idx: number, options?: { scale_grad_by_freq?: boolean; sparse?: boolean; out?: Tensor | null }): Tensor;
  (weight: Tensor, indices: Tensor, padding_idx: number, scale_grad_by_freq: boolean, options?: { sparse?: boolean; out?: Tensor | null }): Tensor;
  (weight: Tensor, indices: Tensor, padding_idx: number, scale_grad_by_freq: boolean, sparse: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { weight: Tensor; indices: Tensor; padding_idx?: number; scale_grad_by_freq?: boolean; sparse?: boolean; out?: Tensor | null }): Tensor;
  (weight: Tensor, options: { indices: Tensor; padding_idx?: number; scale_grad_by_freq?: boolean; sparse?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('embedding');

/** A tensor of that size, of whatever the memory holds (here: zeros). */
export const empty: {
  (size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('empty');

/** A tensor of the size and type of another, of whatever the memory holds (here: zeros). */
export const empty_like: {
  (input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('empty_like');

/** A tensor of that size on memory laid out by those strides. */
export const empty_strided: {
  (size: number | readonly number[], stride: number | readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { size: number | readonly number[]; stride: number | readonly number[]; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (size: number | readonly number[], options: { stride: number | readonly number[]; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('empty_strided');

/** Whether each element is equal to `other`'s. */
export const eq: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('eq');

/** Whether two tensors have the same size and elements. */
export const equal: {
  (input: Tensor, other: Tensor): boolean | Promise<boolean>;
  (input: Tensor, options: { other: Tensor }): boolean | Promise<boolean>;
} = /* @__PURE__ */ functionNamed('equal');

/** The error function. */
export const erf: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('erf');

/** In-place form of `erf`: writes the result into this tensor and returns it. */
export const erf_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('erf_');

/** 1 - erf(x), exact where that is small. */
export const erfc: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('erfc');

/** In-place form of `erfc`: writes the result into this tensor and returns it. */
export const erfc_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('erfc_');

/** The inverse of erf, from -1 to 1. */
export const erfinv: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('erfinv');

/** e to the power of each element. */
export const exp: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('exp');

/** 2 to the power of each element. */
export const exp2: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('exp2');

/** In-place form of `exp2`: writes the result into this tensor and returns it. */
export const exp2_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('exp2_');

/** In-place form of `exp`: writes the result into this tensor and returns it. */
export const exp_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('exp_');

/** e to the power of each element, minus 1, exact near 0. */
export const expm1: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('expm1');

/** In-place form of `expm1`: writes the result into this tensor and returns it. */
export const expm1_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('expm1_');

/** A matrix of n rows (and m columns, where they differ) with ones on its diagonal and zeros elsewhere. */
export const eye: {
  (n: number, options?: { m?: number | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (n: number, m: number | null, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { n: number; m?: number | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('eye');

/** A tensor of the same size and type with one value everywhere. */
export const fill: {
  (input: Tensor, value: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; value: Tensor | Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { value: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('fill');

/** Writes one value everywhere. */
export const fill_: {
  (input: Tensor, value: Tensor | Scalar): Tensor;
  (input: Tensor, options: { value: Tensor | Scalar }): Tensor;
} = /* @__PURE__ */ functionNamed('fill_');

/** Another name for `trunc`. */
export const fix: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('fix');

/** Another name for `trunc_`. */
export const fix_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('fix_');

/** The dimensions from `start_dim` to `end_dim` as one. */
export const flatten: {
  (input: Tensor, options?: { start_dim?: number; end_dim?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, start_dim: number, options?: { end_dim?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, start_dim: number, end_dim: number, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('flatten');

/** Dimensions in reverse order, copied. */
export const flip: {
  (input: Tensor, dims: readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, ...dims: (number | { out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('flip');

/** The columns in reverse order. */
export const fliplr: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('fliplr');

/** The rows in reverse order. */
export const flipud: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('flipud');

/** Raises each element to a power in float64. */
export const float_power: {
  (input: Tensor | Scalar, exponent: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { exponent: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('float_power');

/** The largest whole number that is not above. */
export const floor: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('floor');

/** In-place form of `floor`: writes the result into this tensor and returns it. */
export const floor_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('floor_');

/** Divides and rounds down, as Python's `//` does. */
export const floor_divide: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('floor_divide');

/** The larger of two elements, the number where the other is nan. */
export const fmax: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('fmax');

/** The smaller of two elements, the number where the other is nan. */
export const fmin: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('fmin');

/** What is left by a division that rounds towards zero, as C's `fmod`: it has the sign of this tensor. */
export const fmod: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('fmod');

/** What rounding towards zero leaves off. */
export const frac: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('frac');

/** In-place form of `frac`: writes the result into this tensor and returns it. */
export const frac_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('frac_');

/** Each number as a mantissa from 1/2 up to 1 (or down to -1), times 2 to the power of an exponent. */
export const frexp: {
  (input: Tensor, options?: { out?: readonly Tensor[] | null }): Frexp;
} = /* @__PURE__ */ functionNamed('frexp');

/** A tensor on the memory of an NdArray: a write to either is seen in both. */
export const from_numpy: {
  (ndarray: NdArray, options?: { out?: Tensor | null }): Tensor;
  (options: { ndarray: NdArray; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('from_numpy');

/** A tensor of that size, filled with one value, whose type it has unless told otherwise. */
export const full: {
  (size: readonly number[], fill_value: Tensor | Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('full');

/** A tensor of the size and type of another, filled with one value. */
export const full_like: {
  (input: Tensor, fill_value: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { fill_value: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('full_like');

/** For each element of `index`, the element of this tensor that it names along a dimension. */
export const gather: {
  (input: Tensor, dim: number, index: Tensor, options?: { sparse_grad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; sparse_grad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; sparse_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('gather');

/** The greatest common divisor of integers. */
export const gcd: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('gcd');

/** In-place form of `gcd`: writes the result into this tensor and returns it. */
export const gcd_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
} = /* @__PURE__ */ functionNamed('gcd_');

/** Whether each element is at least `other`'s. */
export const ge: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('ge');

/** Another name for `outer`. */
export const ger: {
  (input: Tensor, vec2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { vec2: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('ger');

/** The number of the tensor's GPU, and -1 on the cpu. */
export const get_device: {
  (input: Tensor): number;
} = /* @__PURE__ */ functionNamed('get_device');

/** Slopes of a sampled function along dimensions: from both neighbours inside, from one side (by one or two steps) at the ends. */
export const gradient: {
  (input: Tensor, options?: { spacing?: unknown; dim?: number | readonly number[] | null; edge_order?: number }): Tensor[];
} = /* @__PURE__ */ functionNamed('gradient');

/** Another name for `gt`. */
export const greater: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('greater');

/** Another name for `ge`. */
export const greater_equal: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('greater_equal');

/** Normalises groups of channels of each example on their own. */
export const group_norm: {
  (input: Tensor, num_groups: number, options?: { weight?: Tensor | null; bias?: Tensor | null; eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, num_groups: number, weight: Tensor | null, options?: { bias?: Tensor | null; eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, num_groups: number, weight: Tensor | null, bias: Tensor | null, options?: { eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, num_groups: number, weight: Tensor | null, bias: Tensor | null, eps: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; num_groups: number; weight?: Tensor | null; bias?: Tensor | null; eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { num_groups: number; weight?: Tensor | null; bias?: Tensor | null; eps?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('group_norm');

/** Whether each element is greater than `other`'s. */
export const gt: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('gt');

/** A cosine that does not quite reach 0. A periodic one leaves out the last number of the symmetric one. */
export const hamming_window: {
  (window_length: number, options?: { periodic?: boolean; alpha?: number; beta?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { alpha?: number; beta?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (window_length: number, periodic: boolean, alpha: number, options?: { beta?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (window_length: number, periodic: boolean, alpha: number, beta: number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; alpha?: number; beta?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('hamming_window');

/** One period of a cosine, from 0 to 1 and back. A periodic one leaves out the last number of the symmetric one. */
export const hann_window: {
  (window_length: number, options?: { periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('hann_window');

/** Elements within `lambd` of 0 replaced by 0. */
export const hardshrink: {
  (input: Tensor, options?: { lambd?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, lambd: Scalar, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('hardshrink');

/** 0 for negative elements, 1 for positive ones, and `values` at 0. */
export const heaviside: {
  (input: Tensor, values: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { values: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('heaviside');

/** How many elements lie in each of `bins` equal parts of the range from `min` to `max` (of the elements themselves where both are equal: on webgpu a promise then). */
export const histc: {
  (input: Tensor, options?: { bins?: number; min?: Scalar; max?: Scalar; out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, bins: number, options?: { min?: Scalar; max?: Scalar; out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, bins: number, min: Scalar, options?: { max?: Scalar; out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, bins: number, min: Scalar, max: Scalar, options?: { out?: Tensor | null }): Awaitable<Tensor>;
} = /* @__PURE__ */ functionNamed('histc');

/** How many elements (or how much weight) lie in each of so many equal bins, or between the given edges. With `density` the areas of the bars add up to 1. */
export const histogram: {
  (input: Tensor, options?: { bins?: unknown; range?: unknown; weight?: Tensor | null; density?: boolean; out?: readonly Tensor[] | null }): Histogram;
  (input: Tensor, bins: unknown, options?: { range?: unknown; weight?: Tensor | null; density?: boolean; out?: readonly Tensor[] | null }): Histogram;
} = /* @__PURE__ */ functionNamed('histogram');

/** Parts along one particular dimension, as tensor_split makes them. */
export const hsplit: {
  (input: Tensor, indices_or_sections: unknown): Tensor[];
  (input: Tensor, options: { indices_or_sections: unknown }): Tensor[];
} = /* @__PURE__ */ functionNamed('hsplit');

/** Tensors joined side by side: along dimension 1, vectors along 0. */
export const hstack: {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('hstack');

/** The length of the hypotenuse: the square root of the sum of both squares. */
export const hypot: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('hypot');

/** The modified Bessel function of order 0. */
export const i0: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('i0');

/** In-place form of `i0`: writes the result into this tensor and returns it. */
export const i0_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('i0_');

/** The part of the gamma function of a whose integral runs from 0 to x. It is divided by the whole. */
export const igamma: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('igamma');

/** The part of the gamma function of a whose integral runs from x to infinity. It is divided by the whole. */
export const igammac: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('igammac');

/** A copy with slices of `source`, times `alpha`, added to the slices that a vector of indices names. */
export const index_add: {
  (input: Tensor, dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; source: Tensor; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; source: Tensor; alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { source: Tensor; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('index_add');

/** A copy in which the slices that a vector of indices names are those of `source`. */
export const index_copy: {
  (input: Tensor, dim: number, index: Tensor, source: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; source: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; source: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { source: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('index_copy');

/** A copy in which the slices that a vector of indices names are one number. */
export const index_fill: {
  (input: Tensor, dim: number, index: Tensor, value: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; value: Tensor | Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; value: Tensor | Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { value: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('index_fill');

/** A copy in which the indexed elements are `values` (or have them added). */
export const index_put: {
  (input: Tensor, indices: unknown, values: Tensor | Scalar, options?: { accumulate?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, indices: unknown, values: Tensor | Scalar, accumulate: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { indices: unknown; values: Tensor | Scalar; accumulate?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, indices: unknown, options: { values: Tensor | Scalar; accumulate?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('index_put');

/** What Python writes as `a[indices] = values`, or with `accumulate` adds. The indices are a list, one entry a dimension. */
export const index_put_: {
  (input: Tensor, indices: unknown, values: Tensor | Scalar, options?: { accumulate?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, indices: unknown, values: Tensor | Scalar, accumulate: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { indices: unknown; values: Tensor | Scalar; accumulate?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, indices: unknown, options: { values: Tensor | Scalar; accumulate?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('index_put_');

/** Slices of `source` combined with the slices that `index` names, by prod, mean, amax or amin. */
export const index_reduce: {
  (input: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; source: Tensor; reduce: string; include_self?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; source: Tensor; reduce: string; include_self?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { source: Tensor; reduce: string; include_self?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, source: Tensor, options: { reduce: string; include_self?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('index_reduce');

/** The slices along a dimension that a vector of indices names, copied. */
export const index_select: {
  (input: Tensor, dim: number, index: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('index_select');

/** Sums of products over the last dimensions of both. */
export const inner: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('inner');

/** The inverse of a square matrix, or of each of a batch. */
export const inverse: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('inverse');

/** Whether the elements are complex numbers: never here. */
export const is_complex: {
  (input: Tensor): boolean;
} = /* @__PURE__ */ functionNamed('is_complex');

/** Whether the elements are floating point numbers. */
export const is_floating_point: {
  (input: Tensor): boolean;
} = /* @__PURE__ */ functionNamed('is_floating_point');

/** Whether the tensor was made in inference mode. */
export const is_inference: {
  (input: Tensor): boolean;
} = /* @__PURE__ */ functionNamed('is_inference');

/** Whether the only element is not zero. */
export const is_nonzero: {
  (input: Tensor): boolean;
} = /* @__PURE__ */ functionNamed('is_nonzero');

/** Whether two tensors have the same sizes. */
export const is_same_size: {
  (input: Tensor, other: Tensor): boolean;
  (input: Tensor, options: { other: Tensor }): boolean;
} = /* @__PURE__ */ functionNamed('is_same_size');

/** Whether the type has negative numbers. */
export const is_signed: {
  (input: Tensor): boolean;
} = /* @__PURE__ */ functionNamed('is_signed');

/** Whether something is a tensor. */
export const is_tensor: {
  (obj: unknown): boolean;
  (options: { obj: unknown }): boolean;
} = /* @__PURE__ */ functionNamed('is_tensor');

/** Whether each element is within `atol + rtol * |other|` of the other one. */
export const isclose: {
  (input: Tensor, other: Tensor, options?: { rtol?: number; atol?: number; equal_nan?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, options?: { atol?: number; equal_nan?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, atol: number, options?: { equal_nan?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, atol: number, equal_nan: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('isclose');

/** Whether each element is neither infinite nor nan. */
export const isfinite: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('isfinite');

/** For each element whether it is one of `test_elements` (or, inverted, whether it is not). */
export const isin: {
  (elements: Tensor | Scalar, test_elements: Tensor | Scalar, options?: { assume_unique?: boolean; invert?: boolean; out?: Tensor | null }): Tensor;
  (options: { elements: Tensor | Scalar; test_elements: Tensor | Scalar; assume_unique?: boolean; invert?: boolean; out?: Tensor | null }): Tensor;
  (elements: Tensor | Scalar, options: { test_elements: Tensor | Scalar; assume_unique?: boolean; invert?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('isin');

/** Whether each element is infinite. */
export const isinf: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('isinf');

/** Whether each element is not a number. */
export const isnan: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('isnan');

/** Whether each element is negative infinity. */
export const isneginf: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('isneginf');

/** Whether each element is positive infinity. */
export const isposinf: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('isposinf');

/** Whether each element is a real number: always. */
export const isreal: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('isreal');

/** Kaiser's window, the steeper the larger `beta`. A periodic one leaves out the last number of the symmetric one. */
export const kaiser_window: {
  (window_length: number, options?: { periodic?: boolean; beta?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { beta?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (window_length: number, periodic: boolean, beta: number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; beta?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('kaiser_window');

/** Every element of one tensor times the whole of the other, as blocks. */
export const kron: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('kron');

/** The `k`th smallest elements along a dimension, counted from 1, and where they are. */
export const kthvalue: {
  (input: Tensor, k: number, options?: { dim?: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, k: number, dim: number, options?: { keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, k: number, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { k: number; dim?: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
} = /* @__PURE__ */ functionNamed('kthvalue');

/** Normalises over the last dimensions, which have the shape that is given. */
export const layer_norm: {
  (input: Tensor, normalized_shape: number | readonly number[], options?: { weight?: Tensor | null; bias?: Tensor | null; eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, options?: { bias?: Tensor | null; eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, bias: Tensor | null, options?: { eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, bias: Tensor | null, eps: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; normalized_shape: number | readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { normalized_shape: number | readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('layer_norm');

/** The least common multiple of integers. */
export const lcm: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('lcm');

/** In-place form of `lcm`: writes the result into this tensor and returns it. */
export const lcm_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
} = /* @__PURE__ */ functionNamed('lcm_');

/** Multiplies by 2 to the power of `other`. */
export const ldexp: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('ldexp');

/** In-place form of `ldexp`: writes the result into this tensor and returns it. */
export const ldexp_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
} = /* @__PURE__ */ functionNamed('ldexp_');

/** Whether each element is at most `other`'s. */
export const le: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('le');

/** From this tensor (weight 0) to `end` (weight 1) along a straight line. */
export const lerp: {
  (input: Tensor, end: Tensor, weight: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { end: Tensor; weight: Tensor | Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, end: Tensor, options: { weight: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('lerp');

/** Another name for `lt`. */
export const less: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('less');

/** Another name for `le`. */
export const less_equal: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('less_equal');

/** The logarithm of the absolute value of the gamma function. */
export const lgamma: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('lgamma');

/** So many numbers from `start` to `end`, both included, at equal distances. */
export const linspace: {
  (start: Scalar, end: Scalar, steps: number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { start: Scalar; end: Scalar; steps: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, options: { end: Scalar; steps: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, end: Scalar, options: { steps: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('linspace');

/** The natural logarithm. */
export const log: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('log');

/** The logarithm to base 10. */
export const log10: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('log10');

/** In-place form of `log10`: writes the result into this tensor and returns it. */
export const log10_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('log10_');

/** The natural logarithm of 1 + x, exact near 0. */
export const log1p: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('log1p');

/** In-place form of `log1p`: writes the result into this tensor and returns it. */
export const log1p_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('log1p_');

/** The logarithm to base 2. */
export const log2: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('log2');

/** In-place form of `log2`: writes the result into this tensor and returns it. */
export const log2_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('log2_');

/** In-place form of `log`: writes the result into this tensor and returns it. */
export const log_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('log_');

/** The logarithm of softmax, computed without loss. */
export const log_softmax: {
  (input: Tensor, dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('log_softmax');

/** The logarithm of the sum of exponentials, without overflow. */
export const logaddexp: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logaddexp');

/** The base-2 logarithm of the sum of powers of 2, without overflow. */
export const logaddexp2: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logaddexp2');

/** Logarithms of the running sums of exponentials. */
export const logcumsumexp: {
  (input: Tensor, dim: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logcumsumexp');

/** The logarithm of the determinant: nan where that is negative. */
export const logdet: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logdet');

/** Whether both elements are true (not zero). */
export const logical_and: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logical_and');

/** Whether each element is false (zero). */
export const logical_not: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logical_not');

/** Whether either element is true (not zero). */
export const logical_or: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logical_or');

/** Whether exactly one of the elements is true (not zero). */
export const logical_xor: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logical_xor');

/** The inverse of sigmoid, of elements held between `eps` and 1 - `eps` where it is given. */
export const logit: {
  (input: Tensor, options?: { eps?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, eps: number | null, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logit');

/** In-place form of `logit`: writes the result into this tensor and returns it. */
export const logit_: {
  (input: Tensor, options?: { eps?: number | null }): Tensor;
  (input: Tensor, eps: number | null): Tensor;
} = /* @__PURE__ */ functionNamed('logit_');

/** So many numbers from `base` to the power of `start` to `base` to the power of `end`, at equal ratios. */
export const logspace: {
  (start: Scalar, end: Scalar, steps: number, options?: { base?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, end: Scalar, steps: number, base: number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { start: Scalar; end: Scalar; steps: number; base?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, options: { end: Scalar; steps: number; base?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, end: Scalar, options: { steps: number; base?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logspace');

/** The logarithm of the sum of exponentials along dimensions, without overflow. */
export const logsumexp: {
  (input: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number | readonly number[]; keepdim?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('logsumexp');

/** Whether each element is less than `other`'s. */
export const lt: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('lt');

/** The solution X of AX = B, given B and what lu_factor made of A. */
export const lu_solve: {
  (input: Tensor, LU_data: Tensor, LU_pivots: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { LU_data: Tensor; LU_pivots: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, LU_data: Tensor, options: { LU_pivots: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('lu_solve');

/** P, L and U, out of what lu_factor gives. */
export const lu_unpack: {
  (LU_data: Tensor, LU_pivots: Tensor, options?: { unpack_data?: boolean; unpack_pivots?: boolean; out?: readonly Tensor[] | null }): named.LU;
  (LU_data: Tensor, LU_pivots: Tensor, unpack_data: boolean, options?: { unpack_pivots?: boolean; out?: readonly Tensor[] | null }): named.LU;
  (LU_data: Tensor, LU_pivots: Tensor, unpack_data: boolean, unpack_pivots: boolean, options?: { out?: readonly Tensor[] | null }): named.LU;
  (options: { LU_data: Tensor; LU_pivots: Tensor; unpack_data?: boolean; unpack_pivots?: boolean; out?: readonly Tensor[] | null }): named.LU;
  (LU_data: Tensor, options: { LU_pivots: Tensor; unpack_data?: boolean; unpack_pivots?: boolean; out?: readonly Tensor[] | null }): named.LU;
} = /* @__PURE__ */ functionNamed('lu_unpack');

/** Elements where the mask is true replaced by a value. */
export const masked_fill: {
  (input: Tensor, mask: Tensor, value: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mask: Tensor; value: Tensor | Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, mask: Tensor, options: { value: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('masked_fill');

/** Elements where the mask is true replaced by those of `source`, one after the other. */
export const masked_scatter: {
  (input: Tensor, mask: Tensor, source: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mask: Tensor; source: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, mask: Tensor, options: { source: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('masked_scatter');

/** The elements where the mask is true, as a vector. On webgpu a promise. */
export const masked_select: {
  (input: Tensor, mask: Tensor, options?: { out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, options: { mask: Tensor; out?: Tensor | null }): Awaitable<Tensor>;
} = /* @__PURE__ */ functionNamed('masked_select');

/** Python's `@`: dot product, matrix times vector, matrix times matrix, or batches of them, by the ranks. */
export const matmul: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('matmul');

/** The exponential of a matrix: 1 + A + A²/2! + A³/3! + … */
export const matrix_exp: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('matrix_exp');

/** A matrix multiplied by itself n times. */
export const matrix_power: {
  (input: Tensor, n: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { n: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('matrix_power');

/** The largest of all elements; along a dimension as a pair of values and indices; or with another tensor as `maximum` does. */
export const max: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('max');

/** The largest element of each window of a signal. */
export const max_pool1d: {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options?: { ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, options?: { return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, return_indices: boolean, options?: { out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
} = /* @__PURE__ */ functionNamed('max_pool1d');

/** The largest element of each window of an image. */
export const max_pool2d: {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options?: { ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, options?: { return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, return_indices: boolean, options?: { out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
} = /* @__PURE__ */ functionNamed('max_pool2d');

/** The largest element of each window of a volume. */
export const max_pool3d: {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options?: { ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, options?: { return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, return_indices: boolean, options?: { out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean; out?: readonly Tensor[] | null }): Tensor & Iterable<Tensor>;
} = /* @__PURE__ */ functionNamed('max_pool3d');

/** The larger of two elements, nan where either is. */
export const maximum: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('maximum');

/** The mean of all elements, or along dimensions, of a floating point tensor. */
export const mean: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('mean');

/** The middle element in order (the lower of two), nan where there is one: of all, or along a dimension as a pair of values and indices. */
export const median: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
} = /* @__PURE__ */ functionNamed('median');

/** Vectors spread over a grid: one tensor a vector, each of the grid's shape. `indexing` is `ij` or `xy`. */
export const meshgrid: {
  (...tensors: unknown[]): Tensor[];
} = /* @__PURE__ */ functionNamed('meshgrid');

/** The smallest of all elements; along a dimension as a pair of values and indices; or with another tensor as `minimum` does. */
export const min: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('min');

/** The smaller of two elements, nan where either is. */
export const minimum: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('minimum');

/** The product of two matrices. */
export const mm: {
  (input: Tensor, mat2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat2: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('mm');

/** The most frequent elements along a dimension (the smallest among equals), and where one of them is. */
export const mode: {
  (input: Tensor, options?: { dim?: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
} = /* @__PURE__ */ functionNamed('mode');

/** Another name for `movedim`. */
export const moveaxis: {
  (input: Tensor, source: number | readonly number[], destination: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { source: number | readonly number[]; destination: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, source: number | readonly number[], options: { destination: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('moveaxis');

/** Dimensions moved to other places; the rest keep their order. */
export const movedim: {
  (input: Tensor, source: number | readonly number[], destination: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { source: number | readonly number[]; destination: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, source: number | readonly number[], options: { destination: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('movedim');

/** The elements in order along the first dimension. */
export const msort: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('msort');

/** Multiplies element by element. */
export const mul: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('mul');

/** Indices drawn with probabilities in proportion to the weights in each row, with replacement or without. */
export const multinomial: {
  (input: Tensor, num_samples: number, options?: { replacement?: boolean; generator?: Generator | null; out?: Tensor | null }): Tensor;
  (input: Tensor, num_samples: number, replacement: boolean, options?: { generator?: Generator | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { num_samples: number; replacement?: boolean; generator?: Generator | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('multinomial');

/** Another name for `mul`. */
export const multiply: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('multiply');

/** A matrix times a vector. */
export const mv: {
  (input: Tensor, vec: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { vec: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('mv');

/** The logarithm of the multivariate gamma function of dimension `p`. */
export const mvlgamma: {
  (input: Tensor, p: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { p: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('mvlgamma');

/** Replaces nan by 0 and infinities by the type's largest numbers, or by those given. */
export const nan_to_num: {
  (input: Tensor, options?: { nan?: number | null; posinf?: number | null; neginf?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | null, options?: { posinf?: number | null; neginf?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, options?: { neginf?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, neginf: number | null, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('nan_to_num');

/** In-place form of `nan_to_num`: writes the result into this tensor and returns it. */
export const nan_to_num_: {
  (input: Tensor, options?: { nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
  (input: Tensor, nan: number | null, options?: { posinf?: number | null; neginf?: number | null }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, options?: { neginf?: number | null }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, neginf: number | null): Tensor;
} = /* @__PURE__ */ functionNamed('nan_to_num_');

/** The mean of all elements that are numbers. */
export const nanmean: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('nanmean');

/** The middle element in order of those that are numbers: of all, or along a dimension as a pair of values and indices. */
export const nanmedian: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { dim: number; keepdim?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
} = /* @__PURE__ */ functionNamed('nanmedian');

/** `quantile` of the elements that are numbers. */
export const nanquantile: {
  (input: Tensor, q: Tensor | Scalar, options?: { dim?: number | null; keepdim?: boolean; interpolation?: string; out?: Tensor | null }): Tensor;
  (input: Tensor, q: Tensor | Scalar, dim: number | null, options?: { keepdim?: boolean; interpolation?: string; out?: Tensor | null }): Tensor;
  (input: Tensor, q: Tensor | Scalar, dim: number | null, keepdim: boolean, options?: { interpolation?: string; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { q: Tensor | Scalar; dim?: number | null; keepdim?: boolean; interpolation?: string; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('nanquantile');

/** The sum of all elements that are numbers: nan counts as 0. */
export const nansum: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('nansum');

/** The slice of that length along a dimension: a view. */
export const narrow: {
  (input: Tensor, dim: number, start: number, length: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; start: number; length: number; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { start: number; length: number; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, start: number, options: { length: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('narrow');

/** A copy of a range along a dimension. */
export const narrow_copy: {
  (input: Tensor, dim: number, start: number, length: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; start: number; length: number; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { start: number; length: number; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, start: number, options: { length: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('narrow_copy');

/** Whether each element is different from `other`'s. */
export const ne: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('ne');

/** The negative of each element. */
export const neg: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('neg');

/** In-place form of `neg`: writes the result into this tensor and returns it. */
export const neg_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('neg_');

/** Another name for `neg`. */
export const negative: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('negative');

/** Another name for `neg_`. */
export const negative_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('negative_');

/** The next number of the type, in the direction of `other`. */
export const nextafter: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('nextafter');

/** The positions of all elements that are not zero: one row each, or with `as_tuple` one vector a dimension. On webgpu a promise. */
export const nonzero: {
  (input: Tensor, options?: { out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, options: { as_tuple: true; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (input: Tensor, options: { as_tuple: boolean; out?: readonly Tensor[] | null }): Awaitable<Tensor> | Awaitable<Tensor[]>;
} = /* @__PURE__ */ functionNamed('nonzero');

/** The p-norm of all elements, or along dimensions: `'fro'` and null are 2, `'nuc'` the sum of a matrix's singular values. */
export const norm: {
  (input: Tensor, options?: { p?: number | 'fro' | 'nuc' | null; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number | 'fro' | 'nuc' | null, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number | 'fro' | 'nuc' | null, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number | 'fro' | 'nuc' | null, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number | 'fro' | 'nuc' | null, dim: number | readonly number[] | null, keepdim: boolean, dtype: DType | null, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('norm');

/** Normal samples. Mean and standard deviation are tensors with a number for each sample, or numbers; two numbers need a size. */
export const normal: {
  (mean: Tensor | Scalar, options?: { std?: Tensor | Scalar; size?: number | readonly number[] | null; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (mean: Tensor | Scalar, std: Tensor | Scalar, options?: { size?: number | readonly number[] | null; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (mean: Tensor | Scalar, std: Tensor | Scalar, size: number | readonly number[] | null, options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { mean: Tensor | Scalar; std?: Tensor | Scalar; size?: number | readonly number[] | null; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('normal');

/** Another name for `ne`. */
export const not_equal: {
  (input: Tensor, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('not_equal');

/** How many elements there are. */
export const numel: {
  (input: Tensor): number;
} = /* @__PURE__ */ functionNamed('numel');

/** A tensor of that size, filled with 1. */
export const ones: {
  (size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('ones');

/** A tensor of the size and type of another, filled with 1. */
export const ones_like: {
  (input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('ones_like');

/** Every element of one vector times every element of another. */
export const outer: {
  (input: Tensor, vec2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { vec2: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('outer');

/** The p-norm of the differences of vectors that lie along the last dimension. */
export const pairwise_distance: {
  (x1: Tensor, x2: Tensor, options?: { p?: number; eps?: number; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, options?: { eps?: number; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, eps: number, options?: { keepdim?: boolean; out?: Tensor | null }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, eps: number, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { x1: Tensor; x2: Tensor; p?: number; eps?: number; keepdim?: boolean; out?: Tensor | null }): Tensor;
  (x1: Tensor, options: { x2: Tensor; p?: number; eps?: number; keepdim?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('pairwise_distance');

/** The p-norm distances of all pairs of rows of a matrix: (0, 1), (0, 2), …, (1, 2), … */
export const pdist: {
  (input: Tensor, options?: { p?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('pdist');

/** The dimensions in another order. */
export const permute: {
  (input: Tensor, dims: readonly number[]): Tensor;
  (input: Tensor, ...dims: number[]): Tensor;
} = /* @__PURE__ */ functionNamed('permute');

/** The pseudo-inverse: torch.linalg.pinv is the newer name. */
export const pinverse: {
  (input: Tensor, options?: { rcond?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, rcond: number, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('pinverse');

/** Squares of pixels made of channels: (…, C r², H, W) becomes (…, C, H r, W r). */
export const pixel_shuffle: {
  (input: Tensor, upscale_factor: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { upscale_factor: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('pixel_shuffle');

/** Channels made of squares of pixels: (…, C, H r, W r) becomes (…, C r², H, W). */
export const pixel_unshuffle: {
  (input: Tensor, downscale_factor: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { downscale_factor: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('pixel_unshuffle');

/** Whole numbers from Poisson distributions, whose rates are given. */
export const poisson: {
  (input: Tensor, options?: { generator?: Generator | null; out?: Tensor | null }): Tensor;
  (input: Tensor, generator: Generator | null, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('poisson');

/** The nth derivative of digamma, n >= 0. */
export const polygamma: {
  (n: number, input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { n: number; self: Tensor; out?: Tensor | null }): Tensor;
  (n: number, options: { self: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('polygamma');

/** The tensor itself: Python's unary `+`. */
export const positive: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('positive');

/** Raises each element to a power. */
export const pow: {
  (input: Tensor | Scalar, exponent: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { exponent: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('pow');

/** Negative elements multiplied by a learnt weight: one, or one a channel (dimension 1). */
export const prelu: {
  (input: Tensor, weight: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { weight: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('prelu');

/** The product of all elements, or along a dimension. Integers and bools multiply to int64. */
export const prod: {
  (input: Tensor, options?: { dim?: number | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('prod');

/** A copy with `source` written (or added) at places counted in row-major order. */
export const put: {
  (input: Tensor, index: Tensor, source: Tensor, options?: { accumulate?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, index: Tensor, source: Tensor, accumulate: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { index: Tensor; source: Tensor; accumulate?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, index: Tensor, options: { source: Tensor; accumulate?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('put');

/** A = Q R: torch.linalg.qr is the newer name. */
export const qr: {
  (input: Tensor, options?: { some?: boolean; out?: readonly Tensor[] | null }): named.QR;
  (input: Tensor, some: boolean, options?: { out?: readonly Tensor[] | null }): named.QR;
} = /* @__PURE__ */ functionNamed('qr');

/** The elements below which the share `q` lies: of all or along a dimension, `q` a number or a vector. */
export const quantile: {
  (input: Tensor, q: Tensor | Scalar, options?: { dim?: number | null; keepdim?: boolean; interpolation?: string; out?: Tensor | null }): Tensor;
  (input: Tensor, q: Tensor | Scalar, dim: number | null, options?: { keepdim?: boolean; interpolation?: string; out?: Tensor | null }): Tensor;
  (input: Tensor, q: Tensor | Scalar, dim: number | null, keepdim: boolean, options?: { interpolation?: string; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { q: Tensor | Scalar; dim?: number | null; keepdim?: boolean; interpolation?: string; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('quantile');

/** Radians to degrees. */
export const rad2deg: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('rad2deg');

/** In-place form of `rad2deg`: writes the result into this tensor and returns it. */
export const rad2deg_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('rad2deg_');

/** A tensor of that size of samples that are uniform in [0, 1). */
export const rand: {
  (size: readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (...size: (number | { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('rand');

/** A tensor of the size and type of another, of samples that are uniform in [0, 1). */
export const rand_like: {
  (input: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('rand_like');

/** A tensor of that size of random whole numbers from `low` (0 where only `high` is given) to below `high`: randint(high, size) or randint(low, high, size). */
export const randint: {
  (high: number, size: number | readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { high: number; size: number | readonly number[]; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (high: number, options: { size: number | readonly number[]; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (low: number, high: number, size: number | readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { low: number; high: number; size: number | readonly number[]; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (low: number, options: { high: number; size: number | readonly number[]; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (low: number, high: number, options: { size: number | readonly number[]; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { low?: number; high: number; size: number | readonly number[]; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('randint');

/** A tensor of the size and type of another, of random whole numbers from `low` (0 where only `high` is given) to below `high`. */
export const randint_like: {
  (input: Tensor, options?: { low?: unknown; high?: unknown; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, low: unknown, options?: { high?: unknown; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, low: unknown, high: unknown, options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('randint_like');

/** A tensor of that size of samples of the standard normal distribution. */
export const randn: {
  (size: readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (...size: (number | { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('randn');

/** A tensor of the size and type of another, of samples of the standard normal distribution. */
export const randn_like: {
  (input: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('randn_like');

/** The whole numbers from 0 to below `n` in random order. */
export const randperm: {
  (n: number, options?: { generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { n: number; generator?: Generator | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('randperm');

/** Numbers from `start` to `end`, which is included: `arange` is what to use. */
export const range: {
  (start: Scalar, end: Scalar, options?: { step?: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, end: Scalar, step: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { start: Scalar; end: Scalar; step?: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (start: Scalar, options: { end: Scalar; step?: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('range');

/** All elements as a vector: a view where possible. */
export const ravel: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('ravel');

/** The real part: the tensor itself, as no number here is complex. */
export const real: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('real');

/** One divided by each element. */
export const reciprocal: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('reciprocal');

/** In-place form of `reciprocal`: writes the result into this tensor and returns it. */
export const reciprocal_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('reciprocal_');

/** Negative elements replaced by 0. */
export const relu: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('relu');

/** In-place form of `relu`: writes the result into this tensor and returns it. */
export const relu_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('relu_');

/** What is left by a division that rounds down, as Python's `%`: it has the sign of `other`. */
export const remainder: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('remainder');

/** Slices along a dimension whose p-norm is above `maxnorm`, scaled down to it. */
export const renorm: {
  (input: Tensor, p: Scalar, dim: number, maxnorm: Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { p: Scalar; dim: number; maxnorm: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, p: Scalar, options: { dim: number; maxnorm: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, p: Scalar, dim: number, options: { maxnorm: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('renorm');

/** Each element (or slice along a dimension) so many times in a row. */
export const repeat_interleave: {
  (input: Tensor, options?: { repeats?: unknown; dim?: number | null; output_size?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, repeats: unknown, options?: { dim?: number | null; output_size?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, repeats: unknown, dim: number | null, options?: { output_size?: number | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('repeat_interleave');

/** The same elements under other sizes: a view where possible, a copy otherwise. */
export const reshape: {
  (input: Tensor, shape: readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, ...shape: (number | { out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('reshape');

/** Gives the tensor the other's sizes. */
export const resize_as_: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('resize_as_');

/** The type that arithmetic on the two gives. */
export const result_type: {
  (tensor1: Tensor | Scalar, tensor2: Tensor | Scalar): DType;
  (options: { tensor1: Tensor | Scalar; tensor2: Tensor | Scalar }): DType;
  (tensor1: Tensor | Scalar, options: { tensor2: Tensor | Scalar }): DType;
} = /* @__PURE__ */ functionNamed('result_type');

/** Scales the last dimensions to a root mean square of 1. */
export const rms_norm: {
  (input: Tensor, normalized_shape: number | readonly number[], options?: { weight?: Tensor | null; eps?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, options?: { eps?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, eps: number | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; normalized_shape: number | readonly number[]; weight?: Tensor | null; eps?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { normalized_shape: number | readonly number[]; weight?: Tensor | null; eps?: number | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('rms_norm');

/** Elements moved along dimensions, those that fall off coming in again at the other end. */
export const roll: {
  (input: Tensor, shifts: number | readonly number[], options?: { dims?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, shifts: number | readonly number[], dims: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { shifts: number | readonly number[]; dims?: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('roll');

/** Turned by k quarters in the plane of two dimensions (the first two where none are given). */
export const rot90: {
  (input: Tensor, options?: { k?: number; dims?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, k: number, options?: { dims?: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, k: number, dims: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('rot90');

/** To the nearest whole number (or to that many decimals), halves to the even one. */
export const round: {
  (input: Tensor, options?: { decimals?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('round');

/** In-place form of `round`: writes the result into this tensor and returns it. */
export const round_: {
  (input: Tensor, options?: { decimals?: number }): Tensor;
} = /* @__PURE__ */ functionNamed('round_');

/** Another name for `vstack`. */
export const row_stack: {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('row_stack');

/** Negative elements times a slope: in training a random one between two bounds, else their mean. */
export const rrelu: {
  (input: Tensor, options?: { lower?: number; upper?: number; training?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, lower: number, options?: { upper?: number; training?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, lower: number, upper: number, options?: { training?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, lower: number, upper: number, training: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('rrelu');

/** In-place form of `rrelu`: writes the result into the tensor and returns it. */
export const rrelu_: {
  (input: Tensor, options?: { lower?: number; upper?: number; training?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, lower: number, options?: { upper?: number; training?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, lower: number, upper: number, options?: { training?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, lower: number, upper: number, training: boolean, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('rrelu_');

/** One divided by the square root. */
export const rsqrt: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('rsqrt');

/** In-place form of `rsqrt`: writes the result into this tensor and returns it. */
export const rsqrt_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('rsqrt_');

/** Subtracts `alpha` times this tensor from `other`: `1 - x` is `torch.rsub(x, 1)`. */
export const rsub: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('rsub');

/** A 0-d tensor of a number, in the default floating point type unless told otherwise. */
export const scalar_tensor: {
  (s: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { s: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('scalar_tensor');

/** A copy in which the elements that `index` names along a dimension are those of `src`. */
export const scatter: {
  (input: Tensor, dim: number, index: Tensor, src: Tensor | Scalar, options?: { reduce?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; src: Tensor | Scalar; reduce?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; src: Tensor | Scalar; reduce?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { src: Tensor | Scalar; reduce?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('scatter');

/** A copy in which the elements of `src` are added where `index` names places along a dimension. */
export const scatter_add: {
  (input: Tensor, dim: number, index: Tensor, src: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; src: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; src: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { src: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('scatter_add');

/** A copy in which elements that share a place are combined: by sum, prod, mean, amax or amin. */
export const scatter_reduce: {
  (input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; src: Tensor; reduce: string; include_self?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { src: Tensor; reduce: string; include_self?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, index: Tensor, src: Tensor, options: { reduce: string; include_self?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('scatter_reduce');

/** Where each value would have to be put into a sorted sequence (along the last dimension): before equal elements, or after them with `right`. */
export const searchsorted: {
  (sorted_sequence: Tensor, input: Tensor | Scalar, options?: { out_int32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null; out?: Tensor | null }): Tensor;
  (options: { sorted_sequence: Tensor; self: Tensor | Scalar; out_int32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null; out?: Tensor | null }): Tensor;
  (sorted_sequence: Tensor, options: { self: Tensor | Scalar; out_int32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('searchsorted');

/** One slice along a dimension, which disappears. */
export const select: {
  (input: Tensor, dim: number, index: number): Tensor;
  (input: Tensor, options: { dim: number; index: number }): Tensor;
  (input: Tensor, dim: number, options: { index: number }): Tensor;
} = /* @__PURE__ */ functionNamed('select');

/** A copy with one slice along a dimension replaced by `src`. */
export const select_scatter: {
  (input: Tensor, src: Tensor, dim: number, index: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { src: Tensor; dim: number; index: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, options: { dim: number; index: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, dim: number, options: { index: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('select_scatter');

/** elu with the alpha and scale that keep mean 0 and variance 1. */
export const selu: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('selu');

/** In-place form of `selu`: writes the result into the tensor and returns it. */
export const selu_: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('selu_');

/** -1, 0 or 1 by the sign. */
export const sgn: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sgn');

/** The logistic function 1 / (1 + e^-x). */
export const sigmoid: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sigmoid');

/** In-place form of `sigmoid`: writes the result into this tensor and returns it. */
export const sigmoid_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('sigmoid_');

/** -1, 0 or 1 by the sign. */
export const sign: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sign');

/** Whether the sign bit is set: for negative numbers and for -0. */
export const signbit: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('signbit');

/** The sine of an angle in radians. */
export const sin: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sin');

/** In-place form of `sin`: writes the result into this tensor and returns it. */
export const sin_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('sin_');

/** sin(πx) / πx, and 1 at 0. */
export const sinc: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sinc');

/** In-place form of `sinc`: writes the result into this tensor and returns it. */
export const sinc_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('sinc_');

/** The hyperbolic sine. */
export const sinh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sinh');

/** In-place form of `sinh`: writes the result into this tensor and returns it. */
export const sinh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('sinh_');

/** A copy with a range along a dimension replaced by `src`. */
export const slice_scatter: {
  (input: Tensor, src: Tensor, options?: { dim?: number; start?: number | null; end?: number | null; step?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, dim: number, options?: { start?: number | null; end?: number | null; step?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, dim: number, start: number | null, options?: { end?: number | null; step?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, dim: number, start: number | null, end: number | null, options?: { step?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, src: Tensor, dim: number, start: number | null, end: number | null, step: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { src: Tensor; dim?: number; start?: number | null; end?: number | null; step?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('slice_scatter');

/** The determinant's sign and the logarithm of its size. */
export const slogdet: {
  (input: Tensor, options?: { out?: readonly Tensor[] | null }): named.LogDeterminant;
} = /* @__PURE__ */ functionNamed('slogdet');

/** e^x, divided by its sum along a dimension: positive numbers with sum 1. */
export const softmax: {
  (input: Tensor, dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('softmax');

/** The elements in order along a dimension, and where they were. Equal elements keep their order; nan counts as greatest. */
export const sort: {
  (input: Tensor, options?: { dim?: number; descending?: boolean; stable?: boolean | null; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, dim: number, options?: { descending?: boolean; stable?: boolean | null; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, dim: number, descending: boolean, options?: { stable?: boolean | null; out?: readonly Tensor[] | null }): ValuesIndices;
} = /* @__PURE__ */ functionNamed('sort');

/** Consecutive parts along a dimension: all of one size but the last, or of the sizes in a list. Views. */
export const split: {
  (input: Tensor, split_size: number | readonly number[], options?: { dim?: number }): Tensor[];
  (input: Tensor, split_size: number | readonly number[], dim: number): Tensor[];
  (input: Tensor, options: { split_size: number | readonly number[]; dim?: number }): Tensor[];
} = /* @__PURE__ */ functionNamed('split');

/** Consecutive parts of these sizes along a dimension. Views. */
export const split_with_sizes: {
  (input: Tensor, split_sizes: number | readonly number[], options?: { dim?: number }): Tensor[];
  (input: Tensor, split_sizes: number | readonly number[], dim: number): Tensor[];
  (input: Tensor, options: { split_sizes: number | readonly number[]; dim?: number }): Tensor[];
} = /* @__PURE__ */ functionNamed('split_with_sizes');

/** The square root. */
export const sqrt: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sqrt');

/** In-place form of `sqrt`: writes the result into this tensor and returns it. */
export const sqrt_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('sqrt_');

/** Each element times itself. */
export const square: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('square');

/** In-place form of `square`. */
export const square_: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('square_');

/** Without its dimensions of size 1: all of them, or those named that have it. */
export const squeeze: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null): Tensor;
} = /* @__PURE__ */ functionNamed('squeeze');

/** Tensors of one size joined along a new dimension. */
export const stack: {
  (tensors: readonly Tensor[], options?: { dim?: number; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], dim: number, options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('stack');

/** The standard deviation of all elements, or along dimensions; divided by their number less `correction` (1, or 0 where `unbiased` is false). */
export const std: {
  (input: Tensor, unbiased: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { unbiased: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options?: { dim?: number | readonly number[] | null; unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean | null, options?: { keepdim?: boolean; correction?: Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean | null, keepdim: boolean, options?: { correction?: Scalar | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('std');

/** The standard deviation of all elements, or along dimensions; divided by their number less `correction` (1, or 0 where `unbiased` is false). With the mean, as an array of two. */
export const std_mean: {
  (input: Tensor, unbiased: boolean, options?: { out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, options: { unbiased: boolean; out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, options?: { dim?: number | readonly number[] | null; unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null; out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null; out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean | null, options?: { keepdim?: boolean; correction?: Scalar | null; out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean | null, keepdim: boolean, options?: { correction?: Scalar | null; out?: readonly Tensor[] | null }): [Tensor, Tensor];
} = /* @__PURE__ */ functionNamed('std_mean');

/** Subtracts `alpha` times `other`. */
export const sub: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sub');

/** Another name for `sub`. */
export const subtract: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { alpha?: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('subtract');

/** The sum of all elements, or along dimensions. Integers and bools sum to int64. */
export const sum: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('sum');

/** A = U diag(S) Vᵀ: torch.linalg.svd is the newer name, and gives Vᵀ. */
export const svd: {
  (input: Tensor, options?: { some?: boolean; compute_uv?: boolean; out?: readonly Tensor[] | null }): named.OldSVD;
  (input: Tensor, some: boolean, options?: { compute_uv?: boolean; out?: readonly Tensor[] | null }): named.OldSVD;
  (input: Tensor, some: boolean, compute_uv: boolean, options?: { out?: readonly Tensor[] | null }): named.OldSVD;
} = /* @__PURE__ */ functionNamed('svd');

/** Another name for `transpose`. */
export const swapaxes: {
  (input: Tensor, dim0: number, dim1: number): Tensor;
  (input: Tensor, options: { dim0: number; dim1: number }): Tensor;
  (input: Tensor, dim0: number, options: { dim1: number }): Tensor;
} = /* @__PURE__ */ functionNamed('swapaxes');

/** Another name for `transpose`. */
export const swapdims: {
  (input: Tensor, dim0: number, dim1: number): Tensor;
  (input: Tensor, options: { dim0: number; dim1: number }): Tensor;
  (input: Tensor, dim0: number, options: { dim1: number }): Tensor;
} = /* @__PURE__ */ functionNamed('swapdims');

/** The transpose of a matrix. A vector or scalar is its own. */
export const t: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('t');

/** Elements by their positions in row-major order, in the shape of the index. */
export const take: {
  (input: Tensor, index: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { index: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('take');

/** Elements that indices name along a dimension, as argsort and argmax give them; the rest broadcasts. */
export const take_along_dim: {
  (input: Tensor, indices: Tensor, options?: { dim?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, indices: Tensor, dim: number | null, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { indices: Tensor; dim?: number | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('take_along_dim');

/** The tangent of an angle in radians. */
export const tan: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('tan');

/** In-place form of `tan`: writes the result into this tensor and returns it. */
export const tan_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('tan_');

/** The hyperbolic tangent. */
export const tanh: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('tanh');

/** In-place form of `tanh`: writes the result into this tensor and returns it. */
export const tanh_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('tanh_');

/** A tensor that copies its data: nested arrays of numbers, a typed array, an NdArray or a single number. Whole numbers alone give int64, any fraction float32, true and false bool. */
export const tensor: {
  (data: TensorData, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: { data: TensorData; dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('tensor');

/** So many parts of sizes that differ by at most one, or parts that end before the indices of a list. Views. */
export const tensor_split: {
  (input: Tensor, indices_or_sections: unknown, options?: { dim?: number }): Tensor[];
  (input: Tensor, indices_or_sections: unknown, dim: number): Tensor[];
  (input: Tensor, options: { indices_or_sections: unknown; dim?: number }): Tensor[];
} = /* @__PURE__ */ functionNamed('tensor_split');

/** Sums of products over so many last and first dimensions, or over two lists of dimensions. */
export const tensordot: {
  (input: Tensor, other: Tensor, options?: { dims?: unknown; out?: Tensor | null }): Tensor;
  (input: Tensor, other: Tensor, dims: unknown, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; dims?: unknown; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('tensordot');

/** Elements that are not above `threshold` replaced by `value`. */
export const threshold: {
  (input: Tensor, threshold: Scalar, value: Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { threshold: Scalar; value: Scalar; out?: Tensor | null }): Tensor;
  (input: Tensor, threshold: Scalar, options: { value: Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('threshold');

/** In-place form of `threshold`: writes the result into this tensor and returns it. */
export const threshold_: {
  (input: Tensor, threshold: Scalar, value: Scalar): Tensor;
  (input: Tensor, options: { threshold: Scalar; value: Scalar }): Tensor;
  (input: Tensor, threshold: Scalar, options: { value: Scalar }): Tensor;
} = /* @__PURE__ */ functionNamed('threshold_');

/** Copies along each dimension, as `repeat` makes them; missing numbers count as 1. */
export const tile: {
  (input: Tensor, dims: readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, ...dims: (number | { out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('tile');

/** The `k` largest (or smallest) elements along a dimension, and where they are. */
export const topk: {
  (input: Tensor, k: number, options?: { dim?: number; largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, k: number, dim: number, options?: { largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, k: number, dim: number, largest: boolean, options?: { sorted?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, k: number, dim: number, largest: boolean, sorted: boolean, options?: { out?: readonly Tensor[] | null }): ValuesIndices;
  (input: Tensor, options: { k: number; dim?: number; largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): ValuesIndices;
} = /* @__PURE__ */ functionNamed('topk');

/** The sum of the diagonal of a matrix. */
export const trace: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('trace');

/** Two dimensions exchanged. */
export const transpose: {
  (input: Tensor, dim0: number, dim1: number): Tensor;
  (input: Tensor, options: { dim0: number; dim1: number }): Tensor;
  (input: Tensor, dim0: number, options: { dim1: number }): Tensor;
} = /* @__PURE__ */ functionNamed('transpose');

/** The area under the points `y`, `dx` apart or at the places `x`, by the trapezoidal rule. */
export const trapezoid: {
  (y: Tensor, options?: { x?: Tensor | null; dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
  (y: Tensor, x: Tensor | null, options?: { dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
  (options: { y: Tensor; x?: Tensor | null; dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('trapezoid');

/** The area under the points `y`, `dx` apart or at the places `x`, by the trapezoidal rule. */
export const trapz: {
  (y: Tensor, options?: { x?: Tensor | null; dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
  (y: Tensor, x: Tensor | null, options?: { dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
  (options: { y: Tensor; x?: Tensor | null; dx?: Scalar; dim?: number; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('trapz');

/** The matrix with zeros above a diagonal. */
export const tril: {
  (input: Tensor, options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, diagonal: number, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('tril');

/** The rows and the columns of the elements in the lower triangle of a matrix of that size. */
export const tril_indices: {
  (row: number, col: number, options?: { offset?: number; dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
  (row: number, col: number, offset: number, options?: { dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
  (options: { row: number; col: number; offset?: number; dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
  (row: number, options: { col: number; offset?: number; dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('tril_indices');

/** The matrix with zeros below a diagonal. */
export const triu: {
  (input: Tensor, options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, diagonal: number, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('triu');

/** The rows and the columns of the elements in the upper triangle of a matrix of that size. */
export const triu_indices: {
  (row: number, col: number, options?: { offset?: number; dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
  (row: number, col: number, offset: number, options?: { dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
  (options: { row: number; col: number; offset?: number; dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
  (row: number, options: { col: number; offset?: number; dtype?: DType | null; device?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('triu_indices');

/** Another name for `div`. */
export const true_divide: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; rounding_mode?: string | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('true_divide');

/** Rounded towards zero. */
export const trunc: {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('trunc');

/** In-place form of `trunc`: writes the result into this tensor and returns it. */
export const trunc_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('trunc_');

/** All slices along a dimension, which disappears, as an array of views. */
export const unbind: {
  (input: Tensor, options?: { dim?: number }): Tensor[];
  (input: Tensor, dim: number): Tensor[];
} = /* @__PURE__ */ functionNamed('unbind');

/** One dimension as several. */
export const unflatten: {
  (input: Tensor, dim: number, sizes: number | readonly number[], options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { dim: number; sizes: number | readonly number[]; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { sizes: number | readonly number[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('unflatten');

/** The distinct elements in order, or the distinct slices along a dimension; if asked for, with the place of each element among them and how often each occurs. On webgpu a promise. */
export const unique: {
  (input: Tensor, options?: { sorted?: boolean; dim?: number | null; out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, sorted: boolean, options?: { dim?: number | null; out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, options?: { sorted?: boolean; return_inverse?: boolean; return_counts?: boolean; dim?: number | null; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (input: Tensor, sorted: boolean, options?: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (input: Tensor, sorted: boolean, return_inverse: boolean, options?: { return_counts?: boolean; dim?: number | null; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (input: Tensor, sorted: boolean, return_inverse: boolean, return_counts: boolean, options?: { dim?: number | null; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (input: Tensor, sorted: boolean, return_inverse: boolean, return_counts: boolean, dim: number | null, options?: { out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
} = /* @__PURE__ */ functionNamed('unique');

/** The elements (or slices along a dimension) without those that repeat the one before. On webgpu a promise. */
export const unique_consecutive: {
  (input: Tensor, options?: { dim?: number | null; out?: Tensor | null }): Awaitable<Tensor>;
  (input: Tensor, options?: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (input: Tensor, return_inverse: boolean, options?: { return_counts?: boolean; dim?: number | null; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (input: Tensor, return_inverse: boolean, return_counts: boolean, options?: { dim?: number | null; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (input: Tensor, return_inverse: boolean, return_counts: boolean, dim: number | null, options?: { out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
} = /* @__PURE__ */ functionNamed('unique_consecutive');

/** Places counted in row-major order as indices, one tensor a dimension. */
export const unravel_index: {
  (indices: Tensor, shape: number | readonly number[]): Tensor[];
  (options: { indices: Tensor; shape: number | readonly number[] }): Tensor[];
  (indices: Tensor, options: { shape: number | readonly number[] }): Tensor[];
} = /* @__PURE__ */ functionNamed('unravel_index');

/** A new dimension of size 1 at that place. */
export const unsqueeze: {
  (input: Tensor, dim: number): Tensor;
  (input: Tensor, options: { dim: number }): Tensor;
} = /* @__PURE__ */ functionNamed('unsqueeze');

/** Vandermonde's matrix: each row holds the powers of one element, the highest first unless `increasing`. */
export const vander: {
  (x: Tensor, options?: { N?: number | null; increasing?: boolean; out?: Tensor | null }): Tensor;
  (x: Tensor, N: number | null, options?: { increasing?: boolean; out?: Tensor | null }): Tensor;
  (x: Tensor, N: number | null, increasing: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { x: Tensor; N?: number | null; increasing?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('vander');

const own_var: {
  (input: Tensor, unbiased: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { unbiased: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options?: { dim?: number | readonly number[] | null; unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean | null, options?: { keepdim?: boolean; correction?: Scalar | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean | null, keepdim: boolean, options?: { correction?: Scalar | null; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('var');
export { own_var as var };

/** The variance of all elements, or along dimensions; divided by their number less `correction` (1, or 0 where `unbiased` is false). With the mean, as an array of two. */
export const var_mean: {
  (input: Tensor, unbiased: boolean, options?: { out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, options: { unbiased: boolean; out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, options?: { dim?: number | readonly number[] | null; unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null; out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null; out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean | null, options?: { keepdim?: boolean; correction?: Scalar | null; out?: readonly Tensor[] | null }): [Tensor, Tensor];
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean | null, keepdim: boolean, options?: { correction?: Scalar | null; out?: readonly Tensor[] | null }): [Tensor, Tensor];
} = /* @__PURE__ */ functionNamed('var_mean');

/** The dot product of two vectors. */
export const vdot: {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { other: Tensor; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('vdot');

/** Parts along one particular dimension, as tensor_split makes them. */
export const vsplit: {
  (input: Tensor, indices_or_sections: unknown): Tensor[];
  (input: Tensor, options: { indices_or_sections: unknown }): Tensor[];
} = /* @__PURE__ */ functionNamed('vsplit');

/** Tensors joined one below the other; vectors count as rows. */
export const vstack: {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('vstack');

/** Elements of one tensor where the condition holds, of another elsewhere; with the condition alone, the positions where it holds. */
export const where: {
  (condition: Tensor, options?: { out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (options: { condition: Tensor; out?: readonly Tensor[] | null }): Awaitable<Tensor[]>;
  (condition: Tensor, input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (options: { condition: Tensor; self: Tensor | Scalar; other: Tensor | Scalar; out?: Tensor | null }): Tensor;
  (condition: Tensor, options: { self: Tensor | Scalar; other: Tensor | Scalar; out?: Tensor | null }): Tensor;
  (condition: Tensor, input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('where');

/** x log(y), and 0 where x is 0. */
export const xlogy: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('xlogy');

/** In-place form of `xlogy`: writes the result into this tensor and returns it. */
export const xlogy_: {
  (input: Tensor | Scalar, other: Tensor | Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar }): Tensor;
} = /* @__PURE__ */ functionNamed('xlogy_');

/** Writes zeros everywhere. */
export const zero_: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('zero_');

/** A tensor of that size, filled with 0. */
export const zeros: {
  (size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
  (...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null })[]): Tensor;
} = /* @__PURE__ */ functionNamed('zeros');

/** A tensor of the size and type of another, filled with 0. */
export const zeros_like: {
  (input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; out?: Tensor | null }): Tensor;
} = /* @__PURE__ */ functionNamed('zeros_like');

declare module './core/tensor.ts' {
  interface Tensor {
    /** The absolute value. */
    abs(): Tensor;
    /** In-place form of `abs`: writes the result into this tensor and returns it. */
    abs_(): this;
    /** Another name for `abs`. */
    absolute(): Tensor;
    /** Another name for `abs_`. */
    absolute_(): this;
    /** The angle whose cosine this is. */
    acos(): Tensor;
    /** In-place form of `acos`: writes the result into this tensor and returns it. */
    acos_(): this;
    /** The inverse of the hyperbolic cosine. */
    acosh(): Tensor;
    /** In-place form of `acosh`: writes the result into this tensor and returns it. */
    acosh_(): this;
    /** Adds `alpha` times `other`. */
    add(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
    add(options: { other: Tensor | Scalar; alpha?: Scalar }): Tensor;
    /** In-place form of `add`: writes the result into this tensor and returns it. */
    add_(other: Tensor | Scalar, options?: { alpha?: Scalar }): this;
    add_(options: { other: Tensor | Scalar; alpha?: Scalar }): this;
    /** beta times this matrix plus alpha times the sum of the products of two batches. */
    addbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
    addbmm(options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    addbmm(batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    /** In-place form of `addbmm`. */
    addbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
    addbmm_(options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    addbmm_(batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    /** Adds `value` times the quotient of two tensors. */
    addcdiv(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
    addcdiv(options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar }): Tensor;
    addcdiv(tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar }): Tensor;
    /** In-place form of `addcdiv`: writes the result into this tensor and returns it. */
    addcdiv_(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): this;
    addcdiv_(options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar }): this;
    addcdiv_(tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar }): this;
    /** Adds `value` times the product of two tensors. */
    addcmul(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
    addcmul(options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar }): Tensor;
    addcmul(tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar }): Tensor;
    /** In-place form of `addcmul`: writes the result into this tensor and returns it. */
    addcmul_(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): this;
    addcmul_(options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar }): this;
    addcmul_(tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar }): this;
    /** beta times this tensor plus alpha times the product of two matrices. */
    addmm(mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
    addmm(options: { mat1: Tensor; mat2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    addmm(mat1: Tensor, options: { mat2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    /** In-place form of `addmm`. */
    addmm_(mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
    addmm_(options: { mat1: Tensor; mat2: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    addmm_(mat1: Tensor, options: { mat2: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    /** beta times this vector plus alpha times a matrix times a vector. */
    addmv(mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
    addmv(options: { mat: Tensor; vec: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    addmv(mat: Tensor, options: { vec: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    /** In-place form of `addmv`. */
    addmv_(mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
    addmv_(options: { mat: Tensor; vec: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    addmv_(mat: Tensor, options: { vec: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    /** beta times this matrix plus alpha times the outer product of two vectors. */
    addr(vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
    addr(options: { vec1: Tensor; vec2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    addr(vec1: Tensor, options: { vec2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    /** In-place form of `addr`. */
    addr_(vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
    addr_(options: { vec1: Tensor; vec2: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    addr_(vec1: Tensor, options: { vec2: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    /** The last two dimensions exchanged. */
    adjoint(): Tensor;
    /** Whether all elements are true (not zero), of all or along dimensions. */
    all(options?: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
    all(dim: number | readonly number[] | null, options?: { keepdim?: boolean }): Tensor;
    all(dim: number | readonly number[] | null, keepdim: boolean): Tensor;
    /** Whether all elements are within `atol + rtol * |other|` of the other ones. */
    allclose(other: Tensor, options?: { rtol?: number; atol?: number; equal_nan?: boolean }): boolean | Promise<boolean>;
    allclose(other: Tensor, rtol: number, options?: { atol?: number; equal_nan?: boolean }): boolean | Promise<boolean>;
    allclose(other: Tensor, rtol: number, atol: number, options?: { equal_nan?: boolean }): boolean | Promise<boolean>;
    allclose(other: Tensor, rtol: number, atol: number, equal_nan: boolean): boolean | Promise<boolean>;
    allclose(options: { other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): boolean | Promise<boolean>;
    /** The largest elements along dimensions; equal ones share the gradient. */
    amax(options?: { dim?: number | readonly number[]; keepdim?: boolean }): Tensor;
    amax(dim: number | readonly number[], options?: { keepdim?: boolean }): Tensor;
    amax(dim: number | readonly number[], keepdim: boolean): Tensor;
    /** The smallest elements along dimensions; equal ones share the gradient. */
    amin(options?: { dim?: number | readonly number[]; keepdim?: boolean }): Tensor;
    amin(dim: number | readonly number[], options?: { keepdim?: boolean }): Tensor;
    amin(dim: number | readonly number[], keepdim: boolean): Tensor;
    /** The smallest and the largest elements as a pair, of all or along a dimension. */
    aminmax(options?: { dim?: number | null; keepdim?: boolean }): MinMax;
    /** The angle of each number as one of the complex plane: 0, and π where it is below 0. */
    angle(): Tensor;
    /** Whether any element is true (not zero), of all or along dimensions. */
    any(options?: { dim?: number | readonly number[] | null; keepdim?: boolean }): Tensor;
    any(dim: number | readonly number[] | null, options?: { keepdim?: boolean }): Tensor;
    any(dim: number | readonly number[] | null, keepdim: boolean): Tensor;
    /** Another name for `acos`. */
    arccos(): Tensor;
    /** Another name for `acos_`. */
    arccos_(): this;
    /** Another name for `acosh`. */
    arccosh(): Tensor;
    /** Another name for `acosh_`. */
    arccosh_(): this;
    /** Another name for `asin`. */
    arcsin(): Tensor;
    /** Another name for `asin_`. */
    arcsin_(): this;
    /** Another name for `asinh`. */
    arcsinh(): Tensor;
    /** Another name for `asinh_`. */
    arcsinh_(): this;
    /** Another name for `atan`. */
    arctan(): Tensor;
    /** Another name for `atan2`. */
    arctan2(other: Tensor): Tensor;
    arctan2(options: { other: Tensor }): Tensor;
    /** Another name for `atan2_`. */
    arctan2_(other: Tensor): this;
    arctan2_(options: { other: Tensor }): this;
    /** Another name for `atan_`. */
    arctan_(): this;
    /** Another name for `atanh`. */
    arctanh(): Tensor;
    /** Another name for `atanh_`. */
    arctanh_(): this;
    /** Where the largest element is: within all elements in order, or along a dimension. */
    argmax(options?: { dim?: number | null; keepdim?: boolean }): Tensor;
    argmax(dim: number | null, options?: { keepdim?: boolean }): Tensor;
    argmax(dim: number | null, keepdim: boolean): Tensor;
    /** Where the smallest element is: within all elements in order, or along a dimension. */
    argmin(options?: { dim?: number | null; keepdim?: boolean }): Tensor;
    argmin(dim: number | null, options?: { keepdim?: boolean }): Tensor;
    argmin(dim: number | null, keepdim: boolean): Tensor;
    /** Where the elements are that a sort would put in each place. */
    argsort(options?: { dim?: number; descending?: boolean; stable?: boolean | null }): Tensor;
    argsort(dim: number, options?: { descending?: boolean; stable?: boolean | null }): Tensor;
    argsort(dim: number, descending: boolean, options?: { stable?: boolean | null }): Tensor;
    /** The positions of all elements that are not zero, one row each. */
    argwhere(): Awaitable<Tensor>;
    /** Any sizes and strides on the same storage. @throws RuntimeError where they reach outside of it. */
    as_strided(size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
    as_strided(size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
    as_strided(options: { size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
    as_strided(size: number | readonly number[], options: { stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
    /** The angle whose sine this is. */
    asin(): Tensor;
    /** In-place form of `asin`: writes the result into this tensor and returns it. */
    asin_(): this;
    /** The inverse of the hyperbolic sine. */
    asinh(): Tensor;
    /** In-place form of `asinh`: writes the result into this tensor and returns it. */
    asinh_(): this;
    /** The angle whose tangent this is. */
    atan(): Tensor;
    /** The angle of the point (other, self), from -π to π. */
    atan2(other: Tensor): Tensor;
    atan2(options: { other: Tensor }): Tensor;
    /** In-place form of `atan2`: writes the result into this tensor and returns it. */
    atan2_(other: Tensor): this;
    atan2_(options: { other: Tensor }): this;
    /** In-place form of `atan`: writes the result into this tensor and returns it. */
    atan_(): this;
    /** The inverse of the hyperbolic tangent. */
    atanh(): Tensor;
    /** In-place form of `atanh`: writes the result into this tensor and returns it. */
    atanh_(): this;
    /** beta times this batch plus alpha times the products of two batches of matrices. */
    baddbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
    baddbmm(options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    baddbmm(batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
    /** In-place form of `baddbmm`. */
    baddbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
    baddbmm_(options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    baddbmm_(batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar }): this;
    /** Ones and zeros: a one with the probability that stands in the tensor, or with probability `p` where that is given. */
    bernoulli(options?: { p?: number | null; generator?: Generator | null }): Tensor;
    bernoulli(p: number | null, options?: { generator?: Generator | null }): Tensor;
    /** Fills the tensor with ones, each with probability `p` (a number, or a tensor of one for each element), and zeros. */
    bernoulli_(options?: { p?: Tensor | Scalar; generator?: Generator | null }): this;
    bernoulli_(p: Tensor | Scalar, options?: { generator?: Generator | null }): this;
    /** How often each of the numbers 0, 1, 2 … occurs in a vector, or the sum of the weights of its places. On webgpu a promise. */
    bincount(options?: { weights?: Tensor | null; minlength?: number }): Awaitable<Tensor>;
    bincount(weights: Tensor | null, options?: { minlength?: number }): Awaitable<Tensor>;
    bincount(weights: Tensor | null, minlength: number): Awaitable<Tensor>;
    /** The bits that both have. Python's `&`. */
    bitwise_and(other: Tensor | Scalar): Tensor;
    bitwise_and(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `bitwise_and`: writes the result into this tensor and returns it. */
    bitwise_and_(other: Tensor | Scalar): this;
    bitwise_and_(options: { other: Tensor | Scalar }): this;
    /** Moves the bits up: times 2 to the power of `other`. Python's `<<`. */
    bitwise_left_shift(other: Tensor | Scalar): Tensor;
    bitwise_left_shift(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `bitwise_left_shift`: writes the result into this tensor and returns it. */
    bitwise_left_shift_(other: Tensor | Scalar): this;
    bitwise_left_shift_(options: { other: Tensor | Scalar }): this;
    /** Inverts all bits; for bool the logical not. Python's `~`. */
    bitwise_not(): Tensor;
    /** In-place form of `bitwise_not`: writes the result into this tensor and returns it. */
    bitwise_not_(): this;
    /** The bits that either has. Python's `|`. */
    bitwise_or(other: Tensor | Scalar): Tensor;
    bitwise_or(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `bitwise_or`: writes the result into this tensor and returns it. */
    bitwise_or_(other: Tensor | Scalar): this;
    bitwise_or_(options: { other: Tensor | Scalar }): this;
    /** Moves the bits down, the sign staying. Python's `>>`. */
    bitwise_right_shift(other: Tensor | Scalar): Tensor;
    bitwise_right_shift(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `bitwise_right_shift`: writes the result into this tensor and returns it. */
    bitwise_right_shift_(other: Tensor | Scalar): this;
    bitwise_right_shift_(options: { other: Tensor | Scalar }): this;
    /** The bits that exactly one of them has. Python's `^`. */
    bitwise_xor(other: Tensor | Scalar): Tensor;
    bitwise_xor(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `bitwise_xor`: writes the result into this tensor and returns it. */
    bitwise_xor_(other: Tensor | Scalar): this;
    bitwise_xor_(options: { other: Tensor | Scalar }): this;
    /** The products of two batches of matrices: (b, n, k) times (b, k, m). */
    bmm(mat2: Tensor): Tensor;
    bmm(options: { mat2: Tensor }): Tensor;
    /** This tensor as bool: itself where it is that already. */
    bool(): Tensor;
    /** This tensor expanded to that size, without a copy. */
    broadcast_to(size: number | readonly number[]): Tensor;
    broadcast_to(options: { size: number | readonly number[] }): Tensor;
    /** This tensor as uint8: itself where it is that already. */
    byte(): Tensor;
    /** Fills the tensor with samples of the Cauchy distribution. */
    cauchy_(options?: { median?: number; sigma?: number; generator?: Generator | null }): this;
    cauchy_(median: number, options?: { sigma?: number; generator?: Generator | null }): this;
    cauchy_(median: number, sigma: number, options?: { generator?: Generator | null }): this;
    /** The smallest whole number that is not below. */
    ceil(): Tensor;
    /** In-place form of `ceil`: writes the result into this tensor and returns it. */
    ceil_(): this;
    /** This tensor as int8: itself where it is that already. */
    char(): Tensor;
    /** The Cholesky factor: torch.linalg.cholesky is the newer name. */
    cholesky(options?: { upper?: boolean }): Tensor;
    cholesky(upper: boolean): Tensor;
    /** The inverse of A, given its Cholesky factor. */
    cholesky_inverse(options?: { upper?: boolean }): Tensor;
    cholesky_inverse(upper: boolean): Tensor;
    /** The solution of A X = B, given B and the Cholesky factor of A. */
    cholesky_solve(L: Tensor, options?: { upper?: boolean }): Tensor;
    cholesky_solve(L: Tensor, upper: boolean): Tensor;
    cholesky_solve(options: { L: Tensor; upper?: boolean }): Tensor;
    /** At most so many consecutive parts of one size (the last may be smaller). Views. */
    chunk(chunks: number, options?: { dim?: number }): Tensor[];
    chunk(chunks: number, dim: number): Tensor[];
    chunk(options: { chunks: number; dim?: number }): Tensor[];
    /** Elements below `min` become `min`, those above `max` become `max`. */
    clamp(options?: { min?: Tensor | Scalar | null; max?: Tensor | Scalar | null }): Tensor;
    clamp(min: Tensor | Scalar | null, options?: { max?: Tensor | Scalar | null }): Tensor;
    clamp(min: Tensor | Scalar | null, max: Tensor | Scalar | null): Tensor;
    /** In-place form of `clamp`: writes the result into this tensor and returns it. */
    clamp_(options?: { min?: Tensor | Scalar | null; max?: Tensor | Scalar | null }): this;
    clamp_(min: Tensor | Scalar | null, options?: { max?: Tensor | Scalar | null }): this;
    clamp_(min: Tensor | Scalar | null, max: Tensor | Scalar | null): this;
    /** Elements above `max` become `max`. */
    clamp_max(max: Tensor | Scalar): Tensor;
    clamp_max(options: { max: Tensor | Scalar }): Tensor;
    /** In-place form of `clamp_max`: writes the result into this tensor and returns it. */
    clamp_max_(max: Tensor | Scalar): this;
    clamp_max_(options: { max: Tensor | Scalar }): this;
    /** Elements below `min` become `min`. */
    clamp_min(min: Tensor | Scalar): Tensor;
    clamp_min(options: { min: Tensor | Scalar }): Tensor;
    /** In-place form of `clamp_min`: writes the result into this tensor and returns it. */
    clamp_min_(min: Tensor | Scalar): this;
    clamp_min_(options: { min: Tensor | Scalar }): this;
    /** Another name for `clamp`. */
    clip(options?: { min?: Tensor | Scalar | null; max?: Tensor | Scalar | null }): Tensor;
    clip(min: Tensor | Scalar | null, options?: { max?: Tensor | Scalar | null }): Tensor;
    clip(min: Tensor | Scalar | null, max: Tensor | Scalar | null): Tensor;
    /** Another name for `clamp_`. */
    clip_(options?: { min?: Tensor | Scalar | null; max?: Tensor | Scalar | null }): this;
    clip_(min: Tensor | Scalar | null, options?: { max?: Tensor | Scalar | null }): this;
    clip_(min: Tensor | Scalar | null, max: Tensor | Scalar | null): this;
    /** A copy on memory of its own. Gradients flow through it. */
    clone(options?: { memory_format?: string }): Tensor;
    /** The complex conjugate: the tensor itself, as no number here is complex. */
    conj(): Tensor;
    /** The complex conjugate: the tensor itself, as no number here is complex. */
    conj_physical(): Tensor;
    /** The complex conjugate in place: the tensor itself, as no number here is complex. */
    conj_physical_(): this;
    /** This tensor where it lies in row-major order without gaps, a copy that does otherwise. */
    contiguous(options?: { memory_format?: string }): Tensor;
    contiguous(memory_format: string): Tensor;
    /** Writes another tensor (or a number) into this one, broadcast and cast to fit. */
    copy_(src: Tensor | Scalar): this;
    copy_(options: { src: Tensor | Scalar }): this;
    /** The size of this tensor's elements with the sign of `other`'s. */
    copysign(other: Tensor | Scalar): Tensor;
    copysign(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `copysign`: writes the result into this tensor and returns it. */
    copysign_(other: Tensor | Scalar): this;
    copysign_(options: { other: Tensor | Scalar }): this;
    /** The correlation coefficients of variables, one a row: a matrix. */
    corrcoef(): Tensor;
    /** The cosine of an angle in radians. */
    cos(): Tensor;
    /** In-place form of `cos`: writes the result into this tensor and returns it. */
    cos_(): this;
    /** The hyperbolic cosine. */
    cosh(): Tensor;
    /** In-place form of `cosh`: writes the result into this tensor and returns it. */
    cosh_(): this;
    /** How many elements are not zero, of all or along dimensions. */
    count_nonzero(options?: { dim?: number | readonly number[] | null }): Tensor;
    count_nonzero(dim: number | readonly number[] | null): Tensor;
    /** The covariances of variables, one a row: a matrix. Columns may be weighted by counts and by importance. */
    cov(options?: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
    /** The cross product of vectors of three numbers, along the first dimension of size 3 unless told otherwise. */
    cross(other: Tensor, options?: { dim?: number | null }): Tensor;
    cross(other: Tensor, dim: number | null): Tensor;
    cross(options: { other: Tensor; dim?: number | null }): Tensor;
    /** The largest elements so far along a dimension, and where they are. */
    cummax(dim: number): ValuesIndices;
    cummax(options: { dim: number }): ValuesIndices;
    /** The smallest elements so far along a dimension, and where they are. */
    cummin(dim: number): ValuesIndices;
    cummin(options: { dim: number }): ValuesIndices;
    /** Running products along a dimension. */
    cumprod(dim: number, options?: { dtype?: DType | null }): Tensor;
    cumprod(options: { dim: number; dtype?: DType | null }): Tensor;
    /** In-place form of `cumprod`. */
    cumprod_(dim: number, options?: { dtype?: DType | null }): this;
    cumprod_(options: { dim: number; dtype?: DType | null }): this;
    /** Running sums along a dimension. */
    cumsum(dim: number, options?: { dtype?: DType | null }): Tensor;
    cumsum(options: { dim: number; dtype?: DType | null }): Tensor;
    /** In-place form of `cumsum`. */
    cumsum_(dim: number, options?: { dtype?: DType | null }): this;
    cumsum_(options: { dim: number; dtype?: DType | null }): this;
    /** Degrees to radians. */
    deg2rad(): Tensor;
    /** In-place form of `deg2rad`: writes the result into this tensor and returns it. */
    deg2rad_(): this;
    /** The determinant of a square matrix, or of each of a batch. */
    det(): Tensor;
    /** A tensor on the same memory that takes no part in autograd. */
    detach(): Tensor;
    /** Takes this tensor out of the graph: it becomes a leaf that requires no grad. */
    detach_(): this;
    /** The diagonal of a matrix, or the matrix of a diagonal. */
    diag(options?: { diagonal?: number }): Tensor;
    diag(diagonal: number): Tensor;
    /** Zeros with the last dimension as a diagonal of two new ones. */
    diag_embed(options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
    diag_embed(offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
    diag_embed(offset: number, dim1: number, options?: { dim2?: number }): Tensor;
    diag_embed(offset: number, dim1: number, dim2: number): Tensor;
    /** All elements as the diagonal of a matrix. */
    diagflat(options?: { offset?: number }): Tensor;
    diagflat(offset: number): Tensor;
    /** The diagonal of two dimensions, put last: a view. `offset` counts upwards. */
    diagonal(options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
    diagonal(offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
    diagonal(offset: number, dim1: number, options?: { dim2?: number }): Tensor;
    diagonal(offset: number, dim1: number, dim2: number): Tensor;
    /** A copy with a diagonal replaced by `src`. */
    diagonal_scatter(src: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
    diagonal_scatter(src: Tensor, offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
    diagonal_scatter(src: Tensor, offset: number, dim1: number, options?: { dim2?: number }): Tensor;
    diagonal_scatter(src: Tensor, offset: number, dim1: number, dim2: number): Tensor;
    diagonal_scatter(options: { src: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
    /** The differences of neighbours along a dimension, `n` times over. */
    diff(options?: { n?: number; dim?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
    diff(n: number, options?: { dim?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
    diff(n: number, dim: number, options?: { prepend?: Tensor | null; append?: Tensor | null }): Tensor;
    diff(n: number, dim: number, prepend: Tensor | null, options?: { append?: Tensor | null }): Tensor;
    diff(n: number, dim: number, prepend: Tensor | null, append: Tensor | null): Tensor;
    /** The derivative of lgamma. */
    digamma(): Tensor;
    /** In-place form of `digamma`: writes the result into this tensor and returns it. */
    digamma_(): this;
    /** The p-norm of the difference of two tensors. */
    dist(other: Tensor, options?: { p?: Scalar }): Tensor;
    dist(other: Tensor, p: Scalar): Tensor;
    dist(options: { other: Tensor; p?: Scalar }): Tensor;
    /** Divides element by element. Integers divide to floats, unless `rounding_mode` is `floor` or `trunc`. */
    div(other: Tensor | Scalar, options?: { rounding_mode?: string | null }): Tensor;
    div(options: { other: Tensor | Scalar; rounding_mode?: string | null }): Tensor;
    /** In-place form of `div`: writes the result into this tensor and returns it. */
    div_(other: Tensor | Scalar, options?: { rounding_mode?: string | null }): this;
    div_(options: { other: Tensor | Scalar; rounding_mode?: string | null }): this;
    /** Another name for `div`. */
    divide(other: Tensor | Scalar, options?: { rounding_mode?: string | null }): Tensor;
    divide(options: { other: Tensor | Scalar; rounding_mode?: string | null }): Tensor;
    /** Another name for `div_`. */
    divide_(other: Tensor | Scalar, options?: { rounding_mode?: string | null }): this;
    divide_(options: { other: Tensor | Scalar; rounding_mode?: string | null }): this;
    /** The sum of the products of two vectors of one length. */
    dot(tensor: Tensor): Tensor;
    dot(options: { tensor: Tensor }): Tensor;
    /** This tensor as float64: itself where it is that already. */
    double(): Tensor;
    /** Parts along one particular dimension, as tensor_split makes them. */
    dsplit(indices_or_sections: unknown): Tensor[];
    dsplit(options: { indices_or_sections: unknown }): Tensor[];
    /** Whether each element is equal to `other`'s. */
    eq(other: Tensor | Scalar): Tensor;
    eq(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `eq`: writes the result into this tensor and returns it. */
    eq_(other: Tensor | Scalar): this;
    eq_(options: { other: Tensor | Scalar }): this;
    /** Whether two tensors have the same size and elements. */
    equal(other: Tensor): boolean | Promise<boolean>;
    equal(options: { other: Tensor }): boolean | Promise<boolean>;
    /** The error function. */
    erf(): Tensor;
    /** In-place form of `erf`: writes the result into this tensor and returns it. */
    erf_(): this;
    /** 1 - erf(x), exact where that is small. */
    erfc(): Tensor;
    /** In-place form of `erfc`: writes the result into this tensor and returns it. */
    erfc_(): this;
    /** The inverse of erf, from -1 to 1. */
    erfinv(): Tensor;
    /** In-place form of `erfinv`: writes the result into this tensor and returns it. */
    erfinv_(): this;
    /** e to the power of each element. */
    exp(): Tensor;
    /** 2 to the power of each element. */
    exp2(): Tensor;
    /** In-place form of `exp2`: writes the result into this tensor and returns it. */
    exp2_(): this;
    /** In-place form of `exp`: writes the result into this tensor and returns it. */
    exp_(): this;
    /** Dimensions of size 1 repeated, and new ones put in front, without a copy: their stride is 0. -1 keeps a size. */
    expand(size: readonly number[]): Tensor;
    expand(...size: number[]): Tensor;
    /** This tensor expanded to the other's sizes. */
    expand_as(other: Tensor): Tensor;
    expand_as(options: { other: Tensor }): Tensor;
    /** e to the power of each element, minus 1, exact near 0. */
    expm1(): Tensor;
    /** In-place form of `expm1`: writes the result into this tensor and returns it. */
    expm1_(): this;
    /** Fills the tensor with exponential samples of rate `lambd`. */
    exponential_(options?: { lambd?: number; generator?: Generator | null }): this;
    exponential_(lambd: number, options?: { generator?: Generator | null }): this;
    /** Writes one value everywhere. */
    fill_(value: Tensor | Scalar): this;
    fill_(options: { value: Tensor | Scalar }): this;
    /** Writes one value on the main diagonal. With `wrap` a tall matrix has another one below each. */
    fill_diagonal_(fill_value: Scalar, options?: { wrap?: boolean }): this;
    fill_diagonal_(fill_value: Scalar, wrap: boolean): this;
    fill_diagonal_(options: { fill_value: Scalar; wrap?: boolean }): this;
    /** Another name for `trunc`. */
    fix(): Tensor;
    /** Another name for `trunc_`. */
    fix_(): this;
    /** The dimensions from `start_dim` to `end_dim` as one. */
    flatten(options?: { start_dim?: number; end_dim?: number }): Tensor;
    flatten(start_dim: number, options?: { end_dim?: number }): Tensor;
    flatten(start_dim: number, end_dim: number): Tensor;
    /** Dimensions in reverse order, copied. */
    flip(dims: readonly number[]): Tensor;
    flip(...dims: number[]): Tensor;
    /** The columns in reverse order. */
    fliplr(): Tensor;
    /** The rows in reverse order. */
    flipud(): Tensor;
    /** This tensor as float32: itself where it is that already. */
    float(): Tensor;
    /** Raises each element to a power in float64. */
    float_power(exponent: Tensor | Scalar): Tensor;
    float_power(options: { exponent: Tensor | Scalar }): Tensor;
    /** In-place form of `float_power`, for float64 alone. */
    float_power_(exponent: Tensor | Scalar): this;
    float_power_(options: { exponent: Tensor | Scalar }): this;
    /** The largest whole number that is not above. */
    floor(): Tensor;
    /** In-place form of `floor`: writes the result into this tensor and returns it. */
    floor_(): this;
    /** Divides and rounds down, as Python's `//` does. */
    floor_divide(other: Tensor | Scalar): Tensor;
    floor_divide(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `floor_divide`: writes the result into this tensor and returns it. */
    floor_divide_(other: Tensor | Scalar): this;
    floor_divide_(options: { other: Tensor | Scalar }): this;
    /** The larger of two elements, the number where the other is nan. */
    fmax(other: Tensor): Tensor;
    fmax(options: { other: Tensor }): Tensor;
    /** The smaller of two elements, the number where the other is nan. */
    fmin(other: Tensor): Tensor;
    fmin(options: { other: Tensor }): Tensor;
    /** What is left by a division that rounds towards zero, as C's `fmod`: it has the sign of this tensor. */
    fmod(other: Tensor | Scalar): Tensor;
    fmod(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `fmod`: writes the result into this tensor and returns it. */
    fmod_(other: Tensor | Scalar): this;
    fmod_(options: { other: Tensor | Scalar }): this;
    /** What rounding towards zero leaves off. */
    frac(): Tensor;
    /** In-place form of `frac`: writes the result into this tensor and returns it. */
    frac_(): this;
    /** Each number as a mantissa from 1/2 up to 1 (or down to -1), times 2 to the power of an exponent. */
    frexp(): Frexp;
    /** For each element of `index`, the element of this tensor that it names along a dimension. */
    gather(dim: number, index: Tensor, options?: { sparse_grad?: boolean }): Tensor;
    gather(options: { dim: number; index: Tensor; sparse_grad?: boolean }): Tensor;
    gather(dim: number, options: { index: Tensor; sparse_grad?: boolean }): Tensor;
    /** The greatest common divisor of integers. */
    gcd(other: Tensor): Tensor;
    gcd(options: { other: Tensor }): Tensor;
    /** In-place form of `gcd`: writes the result into this tensor and returns it. */
    gcd_(other: Tensor): this;
    gcd_(options: { other: Tensor }): this;
    /** Whether each element is at least `other`'s. */
    ge(other: Tensor | Scalar): Tensor;
    ge(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `ge`: writes the result into this tensor and returns it. */
    ge_(other: Tensor | Scalar): this;
    ge_(options: { other: Tensor | Scalar }): this;
    /** Fills the tensor with the number of trials that it takes to succeed once, with success probability `p`. */
    geometric_(p: number, options?: { generator?: Generator | null }): this;
    geometric_(options: { p: number; generator?: Generator | null }): this;
    /** Another name for `outer`. */
    ger(vec2: Tensor): Tensor;
    ger(options: { vec2: Tensor }): Tensor;
    /** The number of the tensor's GPU, and -1 on the cpu. */
    get_device(): number;
    /** Another name for `gt`. */
    greater(other: Tensor | Scalar): Tensor;
    greater(options: { other: Tensor | Scalar }): Tensor;
    /** Another name for `gt_`. */
    greater_(other: Tensor | Scalar): this;
    greater_(options: { other: Tensor | Scalar }): this;
    /** Another name for `ge`. */
    greater_equal(other: Tensor | Scalar): Tensor;
    greater_equal(options: { other: Tensor | Scalar }): Tensor;
    /** Another name for `ge_`. */
    greater_equal_(other: Tensor | Scalar): this;
    greater_equal_(options: { other: Tensor | Scalar }): this;
    /** Whether each element is greater than `other`'s. */
    gt(other: Tensor | Scalar): Tensor;
    gt(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `gt`: writes the result into this tensor and returns it. */
    gt_(other: Tensor | Scalar): this;
    gt_(options: { other: Tensor | Scalar }): this;
    /** This tensor as float16: itself where it is that already. */
    half(): Tensor;
    /** Elements within `lambd` of 0 replaced by 0. */
    hardshrink(options?: { lambd?: Scalar }): Tensor;
    hardshrink(lambd: Scalar): Tensor;
    /** 0 for negative elements, 1 for positive ones, and `values` at 0. */
    heaviside(values: Tensor): Tensor;
    heaviside(options: { values: Tensor }): Tensor;
    /** In-place form of `heaviside`: writes the result into this tensor and returns it. */
    heaviside_(values: Tensor): this;
    heaviside_(options: { values: Tensor }): this;
    /** How many elements lie in each of `bins` equal parts of the range from `min` to `max` (of the elements themselves where both are equal: on webgpu a promise then). */
    histc(options?: { bins?: number; min?: Scalar; max?: Scalar }): Awaitable<Tensor>;
    histc(bins: number, options?: { min?: Scalar; max?: Scalar }): Awaitable<Tensor>;
    histc(bins: number, min: Scalar, options?: { max?: Scalar }): Awaitable<Tensor>;
    histc(bins: number, min: Scalar, max: Scalar): Awaitable<Tensor>;
    /** How many elements (or how much weight) lie in each of so many equal bins, or between the given edges. With `density` the areas of the bars add up to 1. */
    histogram(options?: { bins?: unknown; range?: unknown; weight?: Tensor | null; density?: boolean }): Histogram;
    histogram(bins: unknown, options?: { range?: unknown; weight?: Tensor | null; density?: boolean }): Histogram;
    /** Parts along one particular dimension, as tensor_split makes them. */
    hsplit(indices_or_sections: unknown): Tensor[];
    hsplit(options: { indices_or_sections: unknown }): Tensor[];
    /** The length of the hypotenuse: the square root of the sum of both squares. */
    hypot(other: Tensor): Tensor;
    hypot(options: { other: Tensor }): Tensor;
    /** In-place form of `hypot`: writes the result into this tensor and returns it. */
    hypot_(other: Tensor): this;
    hypot_(options: { other: Tensor }): this;
    /** The modified Bessel function of order 0. */
    i0(): Tensor;
    /** In-place form of `i0`: writes the result into this tensor and returns it. */
    i0_(): this;
    /** The part of the gamma function of a whose integral runs from 0 to x. It is divided by the whole. */
    igamma(other: Tensor): Tensor;
    igamma(options: { other: Tensor }): Tensor;
    /** In-place form of `igamma`: writes the result into this tensor and returns it. */
    igamma_(other: Tensor): this;
    igamma_(options: { other: Tensor }): this;
    /** The part of the gamma function of a whose integral runs from x to infinity. It is divided by the whole. */
    igammac(other: Tensor): Tensor;
    igammac(options: { other: Tensor }): Tensor;
    /** In-place form of `igammac`: writes the result into this tensor and returns it. */
    igammac_(other: Tensor): this;
    igammac_(options: { other: Tensor }): this;
    /** What Python writes as `a[…]`: numbers, slices as text, `...`, null for None, lists, tensors and masks. */
    index(...indices: IndexEntry[]): Tensor;
    /** A copy with slices of `source`, times `alpha`, added to the slices that a vector of indices names. */
    index_add(dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): Tensor;
    index_add(options: { dim: number; index: Tensor; source: Tensor; alpha?: Scalar }): Tensor;
    index_add(dim: number, options: { index: Tensor; source: Tensor; alpha?: Scalar }): Tensor;
    index_add(dim: number, index: Tensor, options: { source: Tensor; alpha?: Scalar }): Tensor;
    /** In-place form of `index_add`. */
    index_add_(dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): this;
    index_add_(options: { dim: number; index: Tensor; source: Tensor; alpha?: Scalar }): this;
    index_add_(dim: number, options: { index: Tensor; source: Tensor; alpha?: Scalar }): this;
    index_add_(dim: number, index: Tensor, options: { source: Tensor; alpha?: Scalar }): this;
    /** A copy in which the slices that a vector of indices names are those of `source`. */
    index_copy(dim: number, index: Tensor, source: Tensor): Tensor;
    index_copy(options: { dim: number; index: Tensor; source: Tensor }): Tensor;
    index_copy(dim: number, options: { index: Tensor; source: Tensor }): Tensor;
    index_copy(dim: number, index: Tensor, options: { source: Tensor }): Tensor;
    /** In-place form of `index_copy`. */
    index_copy_(dim: number, index: Tensor, source: Tensor): this;
    index_copy_(options: { dim: number; index: Tensor; source: Tensor }): this;
    index_copy_(dim: number, options: { index: Tensor; source: Tensor }): this;
    index_copy_(dim: number, index: Tensor, options: { source: Tensor }): this;
    /** A copy in which the slices that a vector of indices names are one number. */
    index_fill(dim: number, index: Tensor, value: Tensor | Scalar): Tensor;
    index_fill(options: { dim: number; index: Tensor; value: Tensor | Scalar }): Tensor;
    index_fill(dim: number, options: { index: Tensor; value: Tensor | Scalar }): Tensor;
    index_fill(dim: number, index: Tensor, options: { value: Tensor | Scalar }): Tensor;
    /** In-place form of `index_fill`. */
    index_fill_(dim: number, index: Tensor, value: Tensor | Scalar): this;
    index_fill_(options: { dim: number; index: Tensor; value: Tensor | Scalar }): this;
    index_fill_(dim: number, options: { index: Tensor; value: Tensor | Scalar }): this;
    index_fill_(dim: number, index: Tensor, options: { value: Tensor | Scalar }): this;
    /** A copy in which the indexed elements are `values` (or have them added). */
    index_put(indices: unknown, values: Tensor | Scalar, options?: { accumulate?: boolean }): Tensor;
    index_put(indices: unknown, values: Tensor | Scalar, accumulate: boolean): Tensor;
    index_put(options: { indices: unknown; values: Tensor | Scalar; accumulate?: boolean }): Tensor;
    index_put(indices: unknown, options: { values: Tensor | Scalar; accumulate?: boolean }): Tensor;
    /** What Python writes as `a[indices] = values`, or with `accumulate` adds. The indices are a list, one entry a dimension. */
    index_put_(indices: unknown, values: Tensor | Scalar, options?: { accumulate?: boolean }): this;
    index_put_(indices: unknown, values: Tensor | Scalar, accumulate: boolean): this;
    index_put_(options: { indices: unknown; values: Tensor | Scalar; accumulate?: boolean }): this;
    index_put_(indices: unknown, options: { values: Tensor | Scalar; accumulate?: boolean }): this;
    /** Slices of `source` combined with the slices that `index` names, by prod, mean, amax or amin. */
    index_reduce(dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
    index_reduce(options: { dim: number; index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
    index_reduce(dim: number, options: { index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
    index_reduce(dim: number, index: Tensor, options: { source: Tensor; reduce: string; include_self?: boolean }): Tensor;
    index_reduce(dim: number, index: Tensor, source: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
    /** Slices of `source` combined with the slices that `index` names, by prod, mean, amax or amin, in place. */
    index_reduce_(dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): this;
    index_reduce_(options: { dim: number; index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): this;
    index_reduce_(dim: number, options: { index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): this;
    index_reduce_(dim: number, index: Tensor, options: { source: Tensor; reduce: string; include_self?: boolean }): this;
    index_reduce_(dim: number, index: Tensor, source: Tensor, options: { reduce: string; include_self?: boolean }): this;
    /** The slices along a dimension that a vector of indices names, copied. */
    index_select(dim: number, index: Tensor): Tensor;
    index_select(options: { dim: number; index: Tensor }): Tensor;
    index_select(dim: number, options: { index: Tensor }): Tensor;
    /** Sums of products over the last dimensions of both. */
    inner(other: Tensor): Tensor;
    inner(options: { other: Tensor }): Tensor;
    /** This tensor as int32: itself where it is that already. */
    int(): Tensor;
    /** The inverse of a square matrix, or of each of a batch. */
    inverse(): Tensor;
    /** Whether the only element is not zero. */
    is_nonzero(): boolean;
    /** Whether two tensors have the same sizes. */
    is_same_size(other: Tensor): boolean;
    is_same_size(options: { other: Tensor }): boolean;
    /** Whether two tensors are the same view of the same memory. */
    is_set_to(tensor: Tensor): boolean;
    is_set_to(options: { tensor: Tensor }): boolean;
    /** Whether each element is within `atol + rtol * |other|` of the other one. */
    isclose(other: Tensor, options?: { rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
    isclose(other: Tensor, rtol: number, options?: { atol?: number; equal_nan?: boolean }): Tensor;
    isclose(other: Tensor, rtol: number, atol: number, options?: { equal_nan?: boolean }): Tensor;
    isclose(other: Tensor, rtol: number, atol: number, equal_nan: boolean): Tensor;
    isclose(options: { other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
    /** Whether each element is neither infinite nor nan. */
    isfinite(): Tensor;
    /** Whether each element is infinite. */
    isinf(): Tensor;
    /** Whether each element is not a number. */
    isnan(): Tensor;
    /** Whether each element is negative infinity. */
    isneginf(): Tensor;
    /** Whether each element is positive infinity. */
    isposinf(): Tensor;
    /** Whether each element is a real number: always. */
    isreal(): Tensor;
    /** Every element of one tensor times the whole of the other, as blocks. */
    kron(other: Tensor): Tensor;
    kron(options: { other: Tensor }): Tensor;
    /** The `k`th smallest elements along a dimension, counted from 1, and where they are. */
    kthvalue(k: number, options?: { dim?: number; keepdim?: boolean }): ValuesIndices;
    kthvalue(k: number, dim: number, options?: { keepdim?: boolean }): ValuesIndices;
    kthvalue(k: number, dim: number, keepdim: boolean): ValuesIndices;
    kthvalue(options: { k: number; dim?: number; keepdim?: boolean }): ValuesIndices;
    /** The least common multiple of integers. */
    lcm(other: Tensor): Tensor;
    lcm(options: { other: Tensor }): Tensor;
    /** In-place form of `lcm`: writes the result into this tensor and returns it. */
    lcm_(other: Tensor): this;
    lcm_(options: { other: Tensor }): this;
    /** Multiplies by 2 to the power of `other`. */
    ldexp(other: Tensor): Tensor;
    ldexp(options: { other: Tensor }): Tensor;
    /** In-place form of `ldexp`: writes the result into this tensor and returns it. */
    ldexp_(other: Tensor): this;
    ldexp_(options: { other: Tensor }): this;
    /** Whether each element is at most `other`'s. */
    le(other: Tensor | Scalar): Tensor;
    le(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `le`: writes the result into this tensor and returns it. */
    le_(other: Tensor | Scalar): this;
    le_(options: { other: Tensor | Scalar }): this;
    /** From this tensor (weight 0) to `end` (weight 1) along a straight line. */
    lerp(end: Tensor, weight: Tensor | Scalar): Tensor;
    lerp(options: { end: Tensor; weight: Tensor | Scalar }): Tensor;
    lerp(end: Tensor, options: { weight: Tensor | Scalar }): Tensor;
    /** In-place form of `lerp`: writes the result into this tensor and returns it. */
    lerp_(end: Tensor, weight: Tensor | Scalar): this;
    lerp_(options: { end: Tensor; weight: Tensor | Scalar }): this;
    lerp_(end: Tensor, options: { weight: Tensor | Scalar }): this;
    /** Another name for `lt`. */
    less(other: Tensor | Scalar): Tensor;
    less(options: { other: Tensor | Scalar }): Tensor;
    /** Another name for `lt_`. */
    less_(other: Tensor | Scalar): this;
    less_(options: { other: Tensor | Scalar }): this;
    /** Another name for `le`. */
    less_equal(other: Tensor | Scalar): Tensor;
    less_equal(options: { other: Tensor | Scalar }): Tensor;
    /** Another name for `le_`. */
    less_equal_(other: Tensor | Scalar): this;
    less_equal_(options: { other: Tensor | Scalar }): this;
    /** The logarithm of the absolute value of the gamma function. */
    lgamma(): Tensor;
    /** In-place form of `lgamma`: writes the result into this tensor and returns it. */
    lgamma_(): this;
    /** The natural logarithm. */
    log(): Tensor;
    /** The logarithm to base 10. */
    log10(): Tensor;
    /** In-place form of `log10`: writes the result into this tensor and returns it. */
    log10_(): this;
    /** The natural logarithm of 1 + x, exact near 0. */
    log1p(): Tensor;
    /** In-place form of `log1p`: writes the result into this tensor and returns it. */
    log1p_(): this;
    /** The logarithm to base 2. */
    log2(): Tensor;
    /** In-place form of `log2`: writes the result into this tensor and returns it. */
    log2_(): this;
    /** In-place form of `log`: writes the result into this tensor and returns it. */
    log_(): this;
    /** Fills the tensor with samples whose logarithm is normal, of that mean and standard deviation. */
    log_normal_(options?: { mean?: number; std?: number; generator?: Generator | null }): this;
    log_normal_(mean: number, options?: { std?: number; generator?: Generator | null }): this;
    log_normal_(mean: number, std: number, options?: { generator?: Generator | null }): this;
    /** The logarithm of softmax, computed without loss. */
    log_softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
    log_softmax(dim: number, dtype: DType | null): Tensor;
    log_softmax(options: { dim: number; dtype?: DType | null }): Tensor;
    /** The logarithm of the sum of exponentials, without overflow. */
    logaddexp(other: Tensor): Tensor;
    logaddexp(options: { other: Tensor }): Tensor;
    /** The base-2 logarithm of the sum of powers of 2, without overflow. */
    logaddexp2(other: Tensor): Tensor;
    logaddexp2(options: { other: Tensor }): Tensor;
    /** Logarithms of the running sums of exponentials. */
    logcumsumexp(dim: number): Tensor;
    logcumsumexp(options: { dim: number }): Tensor;
    /** The logarithm of the determinant: nan where that is negative. */
    logdet(): Tensor;
    /** Whether both elements are true (not zero). */
    logical_and(other: Tensor): Tensor;
    logical_and(options: { other: Tensor }): Tensor;
    /** In-place form of `logical_and`: writes the result into this tensor and returns it. */
    logical_and_(other: Tensor): this;
    logical_and_(options: { other: Tensor }): this;
    /** Whether each element is false (zero). */
    logical_not(): Tensor;
    /** In-place form of `logical_not`: writes the result into this tensor and returns it. */
    logical_not_(): this;
    /** Whether either element is true (not zero). */
    logical_or(other: Tensor): Tensor;
    logical_or(options: { other: Tensor }): Tensor;
    /** In-place form of `logical_or`: writes the result into this tensor and returns it. */
    logical_or_(other: Tensor): this;
    logical_or_(options: { other: Tensor }): this;
    /** Whether exactly one of the elements is true (not zero). */
    logical_xor(other: Tensor): Tensor;
    logical_xor(options: { other: Tensor }): Tensor;
    /** In-place form of `logical_xor`: writes the result into this tensor and returns it. */
    logical_xor_(other: Tensor): this;
    logical_xor_(options: { other: Tensor }): this;
    /** The inverse of sigmoid, of elements held between `eps` and 1 - `eps` where it is given. */
    logit(options?: { eps?: number | null }): Tensor;
    logit(eps: number | null): Tensor;
    /** In-place form of `logit`: writes the result into this tensor and returns it. */
    logit_(options?: { eps?: number | null }): this;
    logit_(eps: number | null): this;
    /** The logarithm of the sum of exponentials along dimensions, without overflow. */
    logsumexp(dim: number | readonly number[], options?: { keepdim?: boolean }): Tensor;
    logsumexp(dim: number | readonly number[], keepdim: boolean): Tensor;
    logsumexp(options: { dim: number | readonly number[]; keepdim?: boolean }): Tensor;
    /** This tensor as int64: itself where it is that already. */
    long(): Tensor;
    /** Whether each element is less than `other`'s. */
    lt(other: Tensor | Scalar): Tensor;
    lt(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `lt`: writes the result into this tensor and returns it. */
    lt_(other: Tensor | Scalar): this;
    lt_(options: { other: Tensor | Scalar }): this;
    /** The solution X of AX = B, given B and what lu_factor made of A. */
    lu_solve(LU_data: Tensor, LU_pivots: Tensor): Tensor;
    lu_solve(options: { LU_data: Tensor; LU_pivots: Tensor }): Tensor;
    lu_solve(LU_data: Tensor, options: { LU_pivots: Tensor }): Tensor;
    /** Elements where the mask is true replaced by a value. */
    masked_fill(mask: Tensor, value: Tensor | Scalar): Tensor;
    masked_fill(options: { mask: Tensor; value: Tensor | Scalar }): Tensor;
    masked_fill(mask: Tensor, options: { value: Tensor | Scalar }): Tensor;
    /** Writes a value where the mask is true. */
    masked_fill_(mask: Tensor, value: Tensor | Scalar): this;
    masked_fill_(options: { mask: Tensor; value: Tensor | Scalar }): this;
    masked_fill_(mask: Tensor, options: { value: Tensor | Scalar }): this;
    /** Elements where the mask is true replaced by those of `source`, one after the other. */
    masked_scatter(mask: Tensor, source: Tensor): Tensor;
    masked_scatter(options: { mask: Tensor; source: Tensor }): Tensor;
    masked_scatter(mask: Tensor, options: { source: Tensor }): Tensor;
    /** In-place form of `masked_scatter`. */
    masked_scatter_(mask: Tensor, source: Tensor): this;
    masked_scatter_(options: { mask: Tensor; source: Tensor }): this;
    masked_scatter_(mask: Tensor, options: { source: Tensor }): this;
    /** The elements where the mask is true, as a vector. On webgpu a promise. */
    masked_select(mask: Tensor): Awaitable<Tensor>;
    masked_select(options: { mask: Tensor }): Awaitable<Tensor>;
    /** Python's `@`: dot product, matrix times vector, matrix times matrix, or batches of them, by the ranks. */
    matmul(other: Tensor): Tensor;
    matmul(options: { other: Tensor }): Tensor;
    /** The exponential of a matrix: 1 + A + A²/2! + A³/3! + … */
    matrix_exp(): Tensor;
    /** A matrix multiplied by itself n times. */
    matrix_power(n: number): Tensor;
    matrix_power(options: { n: number }): Tensor;
    /** The largest of all elements; along a dimension as a pair of values and indices; or with another tensor as `maximum` does. */
    max(): Tensor;
    max(dim: number, options?: { keepdim?: boolean }): ValuesIndices;
    max(dim: number, keepdim: boolean): ValuesIndices;
    max(options: { dim: number; keepdim?: boolean }): ValuesIndices;
    max(options: { dim: number; keepdim?: boolean }): ValuesIndices;
    max(other: Tensor): Tensor;
    max(options: { other: Tensor }): Tensor;
    max(options: { other: Tensor }): Tensor;
    /** The larger of two elements, nan where either is. */
    maximum(other: Tensor): Tensor;
    maximum(options: { other: Tensor }): Tensor;
    /** The mean of all elements, or along dimensions, of a floating point tensor. */
    mean(options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    mean(dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
    mean(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
    /** The middle element in order (the lower of two), nan where there is one: of all, or along a dimension as a pair of values and indices. */
    median(): Tensor;
    median(dim: number, options?: { keepdim?: boolean }): ValuesIndices;
    median(dim: number, keepdim: boolean): ValuesIndices;
    median(options: { dim: number; keepdim?: boolean }): ValuesIndices;
    median(options: { dim: number; keepdim?: boolean }): ValuesIndices;
    /** The smallest of all elements; along a dimension as a pair of values and indices; or with another tensor as `minimum` does. */
    min(): Tensor;
    min(dim: number, options?: { keepdim?: boolean }): ValuesIndices;
    min(dim: number, keepdim: boolean): ValuesIndices;
    min(options: { dim: number; keepdim?: boolean }): ValuesIndices;
    min(options: { dim: number; keepdim?: boolean }): ValuesIndices;
    min(other: Tensor): Tensor;
    min(options: { other: Tensor }): Tensor;
    min(options: { other: Tensor }): Tensor;
    /** The smaller of two elements, nan where either is. */
    minimum(other: Tensor): Tensor;
    minimum(options: { other: Tensor }): Tensor;
    /** The product of two matrices. */
    mm(mat2: Tensor): Tensor;
    mm(options: { mat2: Tensor }): Tensor;
    /** The most frequent elements along a dimension (the smallest among equals), and where one of them is. */
    mode(options?: { dim?: number; keepdim?: boolean }): ValuesIndices;
    mode(dim: number, options?: { keepdim?: boolean }): ValuesIndices;
    mode(dim: number, keepdim: boolean): ValuesIndices;
    /** Another name for `movedim`. */
    moveaxis(source: number | readonly number[], destination: number | readonly number[]): Tensor;
    moveaxis(options: { source: number | readonly number[]; destination: number | readonly number[] }): Tensor;
    moveaxis(source: number | readonly number[], options: { destination: number | readonly number[] }): Tensor;
    /** Dimensions moved to other places; the rest keep their order. */
    movedim(source: number | readonly number[], destination: number | readonly number[]): Tensor;
    movedim(options: { source: number | readonly number[]; destination: number | readonly number[] }): Tensor;
    movedim(source: number | readonly number[], options: { destination: number | readonly number[] }): Tensor;
    /** The elements in order along the first dimension. */
    msort(): Tensor;
    /** Multiplies element by element. */
    mul(other: Tensor | Scalar): Tensor;
    mul(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `mul`: writes the result into this tensor and returns it. */
    mul_(other: Tensor | Scalar): this;
    mul_(options: { other: Tensor | Scalar }): this;
    /** Indices drawn with probabilities in proportion to the weights in each row, with replacement or without. */
    multinomial(num_samples: number, options?: { replacement?: boolean; generator?: Generator | null }): Tensor;
    multinomial(num_samples: number, replacement: boolean, options?: { generator?: Generator | null }): Tensor;
    multinomial(options: { num_samples: number; replacement?: boolean; generator?: Generator | null }): Tensor;
    /** Another name for `mul`. */
    multiply(other: Tensor | Scalar): Tensor;
    multiply(options: { other: Tensor | Scalar }): Tensor;
    /** Another name for `mul_`. */
    multiply_(other: Tensor | Scalar): this;
    multiply_(options: { other: Tensor | Scalar }): this;
    /** A matrix times a vector. */
    mv(vec: Tensor): Tensor;
    mv(options: { vec: Tensor }): Tensor;
    /** The logarithm of the multivariate gamma function of dimension `p`. */
    mvlgamma(p: number): Tensor;
    mvlgamma(options: { p: number }): Tensor;
    /** Replaces nan by 0 and infinities by the type's largest numbers, or by those given. */
    nan_to_num(options?: { nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
    nan_to_num(nan: number | null, options?: { posinf?: number | null; neginf?: number | null }): Tensor;
    nan_to_num(nan: number | null, posinf: number | null, options?: { neginf?: number | null }): Tensor;
    nan_to_num(nan: number | null, posinf: number | null, neginf: number | null): Tensor;
    /** In-place form of `nan_to_num`: writes the result into this tensor and returns it. */
    nan_to_num_(options?: { nan?: number | null; posinf?: number | null; neginf?: number | null }): this;
    nan_to_num_(nan: number | null, options?: { posinf?: number | null; neginf?: number | null }): this;
    nan_to_num_(nan: number | null, posinf: number | null, options?: { neginf?: number | null }): this;
    nan_to_num_(nan: number | null, posinf: number | null, neginf: number | null): this;
    /** The mean of all elements that are numbers. */
    nanmean(options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    nanmean(dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
    nanmean(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
    /** The middle element in order of those that are numbers: of all, or along a dimension as a pair of values and indices. */
    nanmedian(): Tensor;
    nanmedian(dim: number, options?: { keepdim?: boolean }): ValuesIndices;
    nanmedian(dim: number, keepdim: boolean): ValuesIndices;
    nanmedian(options: { dim: number; keepdim?: boolean }): ValuesIndices;
    nanmedian(options: { dim: number; keepdim?: boolean }): ValuesIndices;
    /** `quantile` of the elements that are numbers. */
    nanquantile(q: Tensor | Scalar, options?: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
    nanquantile(q: Tensor | Scalar, dim: number | null, options?: { keepdim?: boolean; interpolation?: string }): Tensor;
    nanquantile(q: Tensor | Scalar, dim: number | null, keepdim: boolean, options?: { interpolation?: string }): Tensor;
    nanquantile(options: { q: Tensor | Scalar; dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
    /** The sum of all elements that are numbers: nan counts as 0. */
    nansum(options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    nansum(dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
    nansum(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
    /** The slice of that length along a dimension: a view. */
    narrow(dim: number, start: number, length: number): Tensor;
    narrow(options: { dim: number; start: number; length: number }): Tensor;
    narrow(dim: number, options: { start: number; length: number }): Tensor;
    narrow(dim: number, start: number, options: { length: number }): Tensor;
    /** A copy of a range along a dimension. */
    narrow_copy(dim: number, start: number, length: number): Tensor;
    narrow_copy(options: { dim: number; start: number; length: number }): Tensor;
    narrow_copy(dim: number, options: { start: number; length: number }): Tensor;
    narrow_copy(dim: number, start: number, options: { length: number }): Tensor;
    /** Whether each element is different from `other`'s. */
    ne(other: Tensor | Scalar): Tensor;
    ne(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `ne`: writes the result into this tensor and returns it. */
    ne_(other: Tensor | Scalar): this;
    ne_(options: { other: Tensor | Scalar }): this;
    /** The negative of each element. */
    neg(): Tensor;
    /** In-place form of `neg`: writes the result into this tensor and returns it. */
    neg_(): this;
    /** Another name for `neg`. */
    negative(): Tensor;
    /** Another name for `neg_`. */
    negative_(): this;
    /** A tensor of that size and of this tensor's type and device, of whatever the memory holds (here: zeros). */
    new_empty(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_empty(...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
    /** A tensor of that size and of this tensor's type and device, filled with one value. */
    new_full(size: number | readonly number[], fill_value: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_full(options: { size: number | readonly number[]; fill_value: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_full(size: number | readonly number[], options: { fill_value: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    /** A tensor of that size and of this tensor's type and device, filled with 1. */
    new_ones(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_ones(...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
    /** A tensor that copies its data, of this tensor's type and device. */
    new_tensor(data: TensorData, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_tensor(options: { data: TensorData; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    /** A tensor of that size and of this tensor's type and device, filled with 0. */
    new_zeros(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_zeros(...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
    /** The next number of the type, in the direction of `other`. */
    nextafter(other: Tensor): Tensor;
    nextafter(options: { other: Tensor }): Tensor;
    /** In-place form of `nextafter`: writes the result into this tensor and returns it. */
    nextafter_(other: Tensor): this;
    nextafter_(options: { other: Tensor }): this;
    /** The positions of all elements that are not zero: one row each, or with `as_tuple` one vector a dimension. On webgpu a promise. */
    nonzero(): Awaitable<Tensor>;
    nonzero(options: { as_tuple: true }): Awaitable<Tensor[]>;
    nonzero(options: { as_tuple: boolean }): Awaitable<Tensor> | Awaitable<Tensor[]>;
    /** The p-norm of all elements, or along dimensions: `'fro'` and null are 2, `'nuc'` the sum of a matrix's singular values. */
    norm(options?: { p?: number | 'fro' | 'nuc' | null; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    norm(p: number | 'fro' | 'nuc' | null, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    norm(p: number | 'fro' | 'nuc' | null, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
    norm(p: number | 'fro' | 'nuc' | null, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
    norm(p: number | 'fro' | 'nuc' | null, dim: number | readonly number[] | null, keepdim: boolean, dtype: DType | null): Tensor;
    /** Fills the tensor with normal samples of that mean and standard deviation. */
    normal_(options?: { mean?: number; std?: number; generator?: Generator | null }): this;
    normal_(mean: number, options?: { std?: number; generator?: Generator | null }): this;
    normal_(mean: number, std: number, options?: { generator?: Generator | null }): this;
    /** Another name for `ne`. */
    not_equal(other: Tensor | Scalar): Tensor;
    not_equal(options: { other: Tensor | Scalar }): Tensor;
    /** Another name for `ne_`. */
    not_equal_(other: Tensor | Scalar): this;
    not_equal_(options: { other: Tensor | Scalar }): this;
    /** Every element of one vector times every element of another. */
    outer(vec2: Tensor): Tensor;
    outer(options: { vec2: Tensor }): Tensor;
    /** The dimensions in another order. */
    permute(dims: readonly number[]): Tensor;
    permute(...dims: number[]): Tensor;
    /** The pseudo-inverse: torch.linalg.pinv is the newer name. */
    pinverse(options?: { rcond?: number }): Tensor;
    pinverse(rcond: number): Tensor;
    /** The nth derivative of digamma, n >= 0. */
    polygamma(n: number): Tensor;
    polygamma(options: { n: number }): Tensor;
    /** The tensor itself: Python's unary `+`. */
    positive(): Tensor;
    /** Raises each element to a power. */
    pow(exponent: Tensor | Scalar): Tensor;
    pow(options: { exponent: Tensor | Scalar }): Tensor;
    /** In-place form of `pow`: writes the result into this tensor and returns it. */
    pow_(exponent: Tensor | Scalar): this;
    pow_(options: { exponent: Tensor | Scalar }): this;
    /** Negative elements multiplied by a learnt weight: one, or one a channel (dimension 1). */
    prelu(weight: Tensor): Tensor;
    prelu(options: { weight: Tensor }): Tensor;
    /** The product of all elements, or along a dimension. Integers and bools multiply to int64. */
    prod(options?: { dim?: number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    prod(dim: number | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
    prod(dim: number | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
    /** A copy with `source` written (or added) at places counted in row-major order. */
    put(index: Tensor, source: Tensor, options?: { accumulate?: boolean }): Tensor;
    put(index: Tensor, source: Tensor, accumulate: boolean): Tensor;
    put(options: { index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
    put(index: Tensor, options: { source: Tensor; accumulate?: boolean }): Tensor;
    /** Writes (or adds) elements at positions in row-major order. */
    put_(index: Tensor, source: Tensor, options?: { accumulate?: boolean }): this;
    put_(index: Tensor, source: Tensor, accumulate: boolean): this;
    put_(options: { index: Tensor; source: Tensor; accumulate?: boolean }): this;
    put_(index: Tensor, options: { source: Tensor; accumulate?: boolean }): this;
    /** A = Q R: torch.linalg.qr is the newer name. */
    qr(options?: { some?: boolean }): named.QR;
    qr(some: boolean): named.QR;
    /** The elements below which the share `q` lies: of all or along a dimension, `q` a number or a vector. */
    quantile(q: Tensor | Scalar, options?: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
    quantile(q: Tensor | Scalar, dim: number | null, options?: { keepdim?: boolean; interpolation?: string }): Tensor;
    quantile(q: Tensor | Scalar, dim: number | null, keepdim: boolean, options?: { interpolation?: string }): Tensor;
    quantile(options: { q: Tensor | Scalar; dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
    /** Radians to degrees. */
    rad2deg(): Tensor;
    /** In-place form of `rad2deg`: writes the result into this tensor and returns it. */
    rad2deg_(): this;
    /** Fills the tensor with random whole numbers: from 0 to below the only number given, or from the first to below the second (null: to the largest of the dtype). Without any number, all from 0 on that the dtype has without gaps. */
    random_(options?: { from?: unknown; to?: unknown; generator?: Generator | null }): this;
    random_(from: unknown, options?: { to?: unknown; generator?: Generator | null }): this;
    random_(from: unknown, to: unknown, options?: { generator?: Generator | null }): this;
    /** All elements as a vector: a view where possible. */
    ravel(): Tensor;
    /** One divided by each element. */
    reciprocal(): Tensor;
    /** In-place form of `reciprocal`: writes the result into this tensor and returns it. */
    reciprocal_(): this;
    /** Negative elements replaced by 0. */
    relu(): Tensor;
    /** In-place form of `relu`: writes the result into this tensor and returns it. */
    relu_(): this;
    /** What is left by a division that rounds down, as Python's `%`: it has the sign of `other`. */
    remainder(other: Tensor | Scalar): Tensor;
    remainder(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `remainder`: writes the result into this tensor and returns it. */
    remainder_(other: Tensor | Scalar): this;
    remainder_(options: { other: Tensor | Scalar }): this;
    /** Slices along a dimension whose p-norm is above `maxnorm`, scaled down to it. */
    renorm(p: Scalar, dim: number, maxnorm: Scalar): Tensor;
    renorm(options: { p: Scalar; dim: number; maxnorm: Scalar }): Tensor;
    renorm(p: Scalar, options: { dim: number; maxnorm: Scalar }): Tensor;
    renorm(p: Scalar, dim: number, options: { maxnorm: Scalar }): Tensor;
    /** So many copies of the tensor along each dimension; more numbers than dimensions make new ones in front. */
    repeat(repeats: readonly number[]): Tensor;
    repeat(...repeats: number[]): Tensor;
    /** Each element (or slice along a dimension) so many times in a row. */
    repeat_interleave(options?: { repeats?: unknown; dim?: number | null; output_size?: number | null }): Tensor;
    repeat_interleave(repeats: unknown, options?: { dim?: number | null; output_size?: number | null }): Tensor;
    repeat_interleave(repeats: unknown, dim: number | null, options?: { output_size?: number | null }): Tensor;
    /** The same elements under other sizes: a view where possible, a copy otherwise. */
    reshape(shape: readonly number[]): Tensor;
    reshape(...shape: number[]): Tensor;
    /** This tensor in the other's sizes: a view where possible. */
    reshape_as(other: Tensor): Tensor;
    reshape_as(options: { other: Tensor }): Tensor;
    /** Gives the tensor other sizes. It keeps its memory where that is large enough, else what it held is copied to more. */
    resize_(size: readonly number[]): this;
    resize_(...size: number[]): this;
    /** Gives the tensor the other's sizes. */
    resize_as_(other: Tensor): this;
    resize_as_(options: { other: Tensor }): this;
    /** Elements moved along dimensions, those that fall off coming in again at the other end. */
    roll(shifts: number | readonly number[], options?: { dims?: number | readonly number[] }): Tensor;
    roll(shifts: number | readonly number[], dims: number | readonly number[]): Tensor;
    roll(options: { shifts: number | readonly number[]; dims?: number | readonly number[] }): Tensor;
    /** Turned by k quarters in the plane of two dimensions (the first two where none are given). */
    rot90(options?: { k?: number; dims?: number | readonly number[] }): Tensor;
    rot90(k: number, options?: { dims?: number | readonly number[] }): Tensor;
    rot90(k: number, dims: number | readonly number[]): Tensor;
    /** To the nearest whole number (or to that many decimals), halves to the even one. */
    round(options?: { decimals?: number }): Tensor;
    /** In-place form of `round`: writes the result into this tensor and returns it. */
    round_(options?: { decimals?: number }): this;
    /** One divided by the square root. */
    rsqrt(): Tensor;
    /** In-place form of `rsqrt`: writes the result into this tensor and returns it. */
    rsqrt_(): this;
    /** Subtracts `alpha` times this tensor from `other`: `1 - x` is `torch.rsub(x, 1)`. */
    rsub(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
    rsub(options: { other: Tensor | Scalar; alpha?: Scalar }): Tensor;
    /** A copy in which the elements that `index` names along a dimension are those of `src`. */
    scatter(dim: number, index: Tensor, src: Tensor | Scalar, options?: { reduce?: string | null }): Tensor;
    scatter(options: { dim: number; index: Tensor; src: Tensor | Scalar; reduce?: string | null }): Tensor;
    scatter(dim: number, options: { index: Tensor; src: Tensor | Scalar; reduce?: string | null }): Tensor;
    scatter(dim: number, index: Tensor, options: { src: Tensor | Scalar; reduce?: string | null }): Tensor;
    /** In-place form of `scatter`. */
    scatter_(dim: number, index: Tensor, src: Tensor | Scalar, options?: { reduce?: string | null }): this;
    scatter_(options: { dim: number; index: Tensor; src: Tensor | Scalar; reduce?: string | null }): this;
    scatter_(dim: number, options: { index: Tensor; src: Tensor | Scalar; reduce?: string | null }): this;
    scatter_(dim: number, index: Tensor, options: { src: Tensor | Scalar; reduce?: string | null }): this;
    /** A copy in which the elements of `src` are added where `index` names places along a dimension. */
    scatter_add(dim: number, index: Tensor, src: Tensor): Tensor;
    scatter_add(options: { dim: number; index: Tensor; src: Tensor }): Tensor;
    scatter_add(dim: number, options: { index: Tensor; src: Tensor }): Tensor;
    scatter_add(dim: number, index: Tensor, options: { src: Tensor }): Tensor;
    /** In-place form of `scatter_add`. */
    scatter_add_(dim: number, index: Tensor, src: Tensor): this;
    scatter_add_(options: { dim: number; index: Tensor; src: Tensor }): this;
    scatter_add_(dim: number, options: { index: Tensor; src: Tensor }): this;
    scatter_add_(dim: number, index: Tensor, options: { src: Tensor }): this;
    /** A copy in which elements that share a place are combined: by sum, prod, mean, amax or amin. */
    scatter_reduce(dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
    scatter_reduce(options: { dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
    scatter_reduce(dim: number, options: { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
    scatter_reduce(dim: number, index: Tensor, options: { src: Tensor; reduce: string; include_self?: boolean }): Tensor;
    scatter_reduce(dim: number, index: Tensor, src: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
    /** In-place form of `scatter_reduce`. */
    scatter_reduce_(dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): this;
    scatter_reduce_(options: { dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): this;
    scatter_reduce_(dim: number, options: { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): this;
    scatter_reduce_(dim: number, index: Tensor, options: { src: Tensor; reduce: string; include_self?: boolean }): this;
    scatter_reduce_(dim: number, index: Tensor, src: Tensor, options: { reduce: string; include_self?: boolean }): this;
    /** One slice along a dimension, which disappears. */
    select(dim: number, index: number): Tensor;
    select(options: { dim: number; index: number }): Tensor;
    select(dim: number, options: { index: number }): Tensor;
    /** A copy with one slice along a dimension replaced by `src`. */
    select_scatter(src: Tensor, dim: number, index: number): Tensor;
    select_scatter(options: { src: Tensor; dim: number; index: number }): Tensor;
    select_scatter(src: Tensor, options: { dim: number; index: number }): Tensor;
    select_scatter(src: Tensor, dim: number, options: { index: number }): Tensor;
    /** -1, 0 or 1 by the sign. */
    sgn(): Tensor;
    /** In-place form of `sgn`: writes the result into this tensor and returns it. */
    sgn_(): this;
    /** This tensor as int16: itself where it is that already. */
    short(): Tensor;
    /** The logistic function 1 / (1 + e^-x). */
    sigmoid(): Tensor;
    /** In-place form of `sigmoid`: writes the result into this tensor and returns it. */
    sigmoid_(): this;
    /** -1, 0 or 1 by the sign. */
    sign(): Tensor;
    /** In-place form of `sign`: writes the result into this tensor and returns it. */
    sign_(): this;
    /** Whether the sign bit is set: for negative numbers and for -0. */
    signbit(): Tensor;
    /** The sine of an angle in radians. */
    sin(): Tensor;
    /** In-place form of `sin`: writes the result into this tensor and returns it. */
    sin_(): this;
    /** sin(πx) / πx, and 1 at 0. */
    sinc(): Tensor;
    /** In-place form of `sinc`: writes the result into this tensor and returns it. */
    sinc_(): this;
    /** The hyperbolic sine. */
    sinh(): Tensor;
    /** In-place form of `sinh`: writes the result into this tensor and returns it. */
    sinh_(): this;
    /** The elements from `start` to before `end` along a dimension, every `step`th. */
    slice(options?: { dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
    slice(dim: number, options?: { start?: number | null; end?: number | null; step?: number }): Tensor;
    slice(dim: number, start: number | null, options?: { end?: number | null; step?: number }): Tensor;
    slice(dim: number, start: number | null, end: number | null, options?: { step?: number }): Tensor;
    slice(dim: number, start: number | null, end: number | null, step: number): Tensor;
    /** A copy with a range along a dimension replaced by `src`. */
    slice_scatter(src: Tensor, options?: { dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
    slice_scatter(src: Tensor, dim: number, options?: { start?: number | null; end?: number | null; step?: number }): Tensor;
    slice_scatter(src: Tensor, dim: number, start: number | null, options?: { end?: number | null; step?: number }): Tensor;
    slice_scatter(src: Tensor, dim: number, start: number | null, end: number | null, options?: { step?: number }): Tensor;
    slice_scatter(src: Tensor, dim: number, start: number | null, end: number | null, step: number): Tensor;
    slice_scatter(options: { src: Tensor; dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
    /** The determinant's sign and the logarithm of its size. */
    slogdet(): named.LogDeterminant;
    /** e^x, divided by its sum along a dimension: positive numbers with sum 1. */
    softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
    softmax(dim: number, dtype: DType | null): Tensor;
    softmax(options: { dim: number; dtype?: DType | null }): Tensor;
    /** The elements in order along a dimension, and where they were. Equal elements keep their order; nan counts as greatest. */
    sort(options?: { dim?: number; descending?: boolean; stable?: boolean | null }): ValuesIndices;
    sort(dim: number, options?: { descending?: boolean; stable?: boolean | null }): ValuesIndices;
    sort(dim: number, descending: boolean, options?: { stable?: boolean | null }): ValuesIndices;
    /** Consecutive parts along a dimension: all of one size but the last, or of the sizes in a list. Views. */
    split(split_size: number | readonly number[], options?: { dim?: number }): Tensor[];
    split(split_size: number | readonly number[], dim: number): Tensor[];
    split(options: { split_size: number | readonly number[]; dim?: number }): Tensor[];
    /** Consecutive parts of these sizes along a dimension. Views. */
    split_with_sizes(split_sizes: number | readonly number[], options?: { dim?: number }): Tensor[];
    split_with_sizes(split_sizes: number | readonly number[], dim: number): Tensor[];
    split_with_sizes(options: { split_sizes: number | readonly number[]; dim?: number }): Tensor[];
    /** The square root. */
    sqrt(): Tensor;
    /** In-place form of `sqrt`: writes the result into this tensor and returns it. */
    sqrt_(): this;
    /** Each element times itself. */
    square(): Tensor;
    /** In-place form of `square`. */
    square_(): this;
    /** Without its dimensions of size 1: all of them, or those named that have it. */
    squeeze(options?: { dim?: number | readonly number[] | null }): Tensor;
    squeeze(dim: number | readonly number[] | null): Tensor;
    /** In-place form of `squeeze`: this tensor itself gets the new sizes and strides. */
    squeeze_(options?: { dim?: number | readonly number[] | null }): this;
    squeeze_(dim: number | readonly number[] | null): this;
    /** The standard deviation of all elements, or along dimensions; divided by their number less `correction` (1, or 0 where `unbiased` is false). */
    std(unbiased: boolean): Tensor;
    std(options: { unbiased: boolean }): Tensor;
    std(options?: { dim?: number | readonly number[] | null; unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null }): Tensor;
    std(dim: number | readonly number[] | null, options?: { unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null }): Tensor;
    std(dim: number | readonly number[] | null, unbiased: boolean | null, options?: { keepdim?: boolean; correction?: Scalar | null }): Tensor;
    std(dim: number | readonly number[] | null, unbiased: boolean | null, keepdim: boolean, options?: { correction?: Scalar | null }): Tensor;
    /** Subtracts `alpha` times `other`. */
    sub(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
    sub(options: { other: Tensor | Scalar; alpha?: Scalar }): Tensor;
    /** In-place form of `sub`: writes the result into this tensor and returns it. */
    sub_(other: Tensor | Scalar, options?: { alpha?: Scalar }): this;
    sub_(options: { other: Tensor | Scalar; alpha?: Scalar }): this;
    /** Another name for `sub`. */
    subtract(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
    subtract(options: { other: Tensor | Scalar; alpha?: Scalar }): Tensor;
    /** Another name for `sub_`. */
    subtract_(other: Tensor | Scalar, options?: { alpha?: Scalar }): this;
    subtract_(options: { other: Tensor | Scalar; alpha?: Scalar }): this;
    /** The sum of all elements, or along dimensions. Integers and bools sum to int64. */
    sum(options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    sum(dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
    sum(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
    /** Sums over the dimensions along which a tensor of that size would be broadcast to this one. */
    sum_to_size(size: readonly number[]): Tensor;
    sum_to_size(...size: number[]): Tensor;
    /** A = U diag(S) Vᵀ: torch.linalg.svd is the newer name, and gives Vᵀ. */
    svd(options?: { some?: boolean; compute_uv?: boolean }): named.OldSVD;
    svd(some: boolean, options?: { compute_uv?: boolean }): named.OldSVD;
    svd(some: boolean, compute_uv: boolean): named.OldSVD;
    /** Another name for `transpose`. */
    swapaxes(dim0: number, dim1: number): Tensor;
    swapaxes(options: { dim0: number; dim1: number }): Tensor;
    swapaxes(dim0: number, options: { dim1: number }): Tensor;
    /** Another name for `transpose_`. */
    swapaxes_(dim0: number, dim1: number): this;
    swapaxes_(options: { dim0: number; dim1: number }): this;
    swapaxes_(dim0: number, options: { dim1: number }): this;
    /** Another name for `transpose`. */
    swapdims(dim0: number, dim1: number): Tensor;
    swapdims(options: { dim0: number; dim1: number }): Tensor;
    swapdims(dim0: number, options: { dim1: number }): Tensor;
    /** Another name for `transpose_`. */
    swapdims_(dim0: number, dim1: number): this;
    swapdims_(options: { dim0: number; dim1: number }): this;
    swapdims_(dim0: number, options: { dim1: number }): this;
    /** The transpose of a matrix. A vector or scalar is its own. */
    t(): Tensor;
    /** In-place form of `t`: this tensor itself gets the new sizes and strides. */
    t_(): this;
    /** Elements by their positions in row-major order, in the shape of the index. */
    take(index: Tensor): Tensor;
    take(options: { index: Tensor }): Tensor;
    /** Elements that indices name along a dimension, as argsort and argmax give them; the rest broadcasts. */
    take_along_dim(indices: Tensor, options?: { dim?: number | null }): Tensor;
    take_along_dim(indices: Tensor, dim: number | null): Tensor;
    take_along_dim(options: { indices: Tensor; dim?: number | null }): Tensor;
    /** The tangent of an angle in radians. */
    tan(): Tensor;
    /** In-place form of `tan`: writes the result into this tensor and returns it. */
    tan_(): this;
    /** The hyperbolic tangent. */
    tanh(): Tensor;
    /** In-place form of `tanh`: writes the result into this tensor and returns it. */
    tanh_(): this;
    /** So many parts of sizes that differ by at most one, or parts that end before the indices of a list. Views. */
    tensor_split(indices_or_sections: unknown, options?: { dim?: number }): Tensor[];
    tensor_split(indices_or_sections: unknown, dim: number): Tensor[];
    tensor_split(options: { indices_or_sections: unknown; dim?: number }): Tensor[];
    /** Copies along each dimension, as `repeat` makes them; missing numbers count as 1. */
    tile(dims: readonly number[]): Tensor;
    tile(...dims: number[]): Tensor;
    /** This tensor as another type, or on another device: itself where nothing changes. */
    to(options?: { target?: unknown; other?: unknown; dtype?: DType | null; device?: string | null; copy?: boolean; non_blocking?: boolean; memory_format?: string | null }): Tensor;
    to(target: unknown, options?: { other?: unknown; dtype?: DType | null; device?: string | null; copy?: boolean; non_blocking?: boolean; memory_format?: string | null }): Tensor;
    to(target: unknown, other: unknown, options?: { dtype?: DType | null; device?: string | null; copy?: boolean; non_blocking?: boolean; memory_format?: string | null }): Tensor;
    /** The `k` largest (or smallest) elements along a dimension, and where they are. */
    topk(k: number, options?: { dim?: number; largest?: boolean; sorted?: boolean }): ValuesIndices;
    topk(k: number, dim: number, options?: { largest?: boolean; sorted?: boolean }): ValuesIndices;
    topk(k: number, dim: number, largest: boolean, options?: { sorted?: boolean }): ValuesIndices;
    topk(k: number, dim: number, largest: boolean, sorted: boolean): ValuesIndices;
    topk(options: { k: number; dim?: number; largest?: boolean; sorted?: boolean }): ValuesIndices;
    /** The sum of the diagonal of a matrix. */
    trace(): Tensor;
    /** Two dimensions exchanged. */
    transpose(dim0: number, dim1: number): Tensor;
    transpose(options: { dim0: number; dim1: number }): Tensor;
    transpose(dim0: number, options: { dim1: number }): Tensor;
    /** In-place form of `transpose`: this tensor itself gets the new sizes and strides. */
    transpose_(dim0: number, dim1: number): this;
    transpose_(options: { dim0: number; dim1: number }): this;
    transpose_(dim0: number, options: { dim1: number }): this;
    /** The matrix with zeros above a diagonal. */
    tril(options?: { diagonal?: number }): Tensor;
    tril(diagonal: number): Tensor;
    /** In-place form of `tril`. */
    tril_(options?: { diagonal?: number }): this;
    tril_(diagonal: number): this;
    /** The matrix with zeros below a diagonal. */
    triu(options?: { diagonal?: number }): Tensor;
    triu(diagonal: number): Tensor;
    /** In-place form of `triu`. */
    triu_(options?: { diagonal?: number }): this;
    triu_(diagonal: number): this;
    /** Another name for `div`. */
    true_divide(other: Tensor | Scalar, options?: { rounding_mode?: string | null }): Tensor;
    true_divide(options: { other: Tensor | Scalar; rounding_mode?: string | null }): Tensor;
    /** Another name for `div_`. */
    true_divide_(other: Tensor | Scalar, options?: { rounding_mode?: string | null }): this;
    true_divide_(options: { other: Tensor | Scalar; rounding_mode?: string | null }): this;
    /** Rounded towards zero. */
    trunc(): Tensor;
    /** In-place form of `trunc`: writes the result into this tensor and returns it. */
    trunc_(): this;
    /** The name of this tensor's type, or with a dtype this tensor cast to it. */
    type(): string;
    type(dtype: DType): Tensor;
    type(options: { dtype: DType }): Tensor;
    type(dtype: string): Tensor;
    type(options: { dtype: string }): Tensor;
    type(options: { dtype: DType }): Tensor;
    /** This tensor in the other's type. */
    type_as(other: Tensor): Tensor;
    type_as(options: { other: Tensor }): Tensor;
    /** All slices along a dimension, which disappears, as an array of views. */
    unbind(options?: { dim?: number }): Tensor[];
    unbind(dim: number): Tensor[];
    /** One dimension as several. */
    unflatten(dim: number, sizes: number | readonly number[]): Tensor;
    unflatten(options: { dim: number; sizes: number | readonly number[] }): Tensor;
    unflatten(dim: number, options: { sizes: number | readonly number[] }): Tensor;
    /** All windows of that size along a dimension, `step` apart, as a new last dimension: a view. */
    unfold(dimension: number, size: number, step: number): Tensor;
    unfold(options: { dimension: number; size: number; step: number }): Tensor;
    unfold(dimension: number, options: { size: number; step: number }): Tensor;
    unfold(dimension: number, size: number, options: { step: number }): Tensor;
    /** Fills the tensor with samples that are uniform from `from` to below `to`. */
    uniform_(options?: { from?: number; to?: number; generator?: Generator | null }): this;
    uniform_(from: number, options?: { to?: number; generator?: Generator | null }): this;
    uniform_(from: number, to: number, options?: { generator?: Generator | null }): this;
    /** The distinct elements in order, or the distinct slices along a dimension; if asked for, with the place of each element among them and how often each occurs. On webgpu a promise. */
    unique(options?: { sorted?: boolean; dim?: number | null }): Awaitable<Tensor>;
    unique(sorted: boolean, options?: { dim?: number | null }): Awaitable<Tensor>;
    unique(options?: { sorted?: boolean; return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): Awaitable<Tensor[]>;
    unique(sorted: boolean, options?: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): Awaitable<Tensor[]>;
    unique(sorted: boolean, return_inverse: boolean, options?: { return_counts?: boolean; dim?: number | null }): Awaitable<Tensor[]>;
    unique(sorted: boolean, return_inverse: boolean, return_counts: boolean, options?: { dim?: number | null }): Awaitable<Tensor[]>;
    unique(sorted: boolean, return_inverse: boolean, return_counts: boolean, dim: number | null): Awaitable<Tensor[]>;
    /** The elements (or slices along a dimension) without those that repeat the one before. On webgpu a promise. */
    unique_consecutive(options?: { dim?: number | null }): Awaitable<Tensor>;
    unique_consecutive(options?: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): Awaitable<Tensor[]>;
    unique_consecutive(return_inverse: boolean, options?: { return_counts?: boolean; dim?: number | null }): Awaitable<Tensor[]>;
    unique_consecutive(return_inverse: boolean, return_counts: boolean, options?: { dim?: number | null }): Awaitable<Tensor[]>;
    unique_consecutive(return_inverse: boolean, return_counts: boolean, dim: number | null): Awaitable<Tensor[]>;
    /** A new dimension of size 1 at that place. */
    unsqueeze(dim: number): Tensor;
    unsqueeze(options: { dim: number }): Tensor;
    /** In-place form of `unsqueeze`: this tensor itself gets the new sizes and strides. */
    unsqueeze_(dim: number): this;
    unsqueeze_(options: { dim: number }): this;
    /** The memory beneath a tensor, which its views share: `nbytes()`, `size()` and `data_ptr()`. */
    untyped_storage(): import('./ops/memory.ts').UntypedStorage;
    /** The variance of all elements, or along dimensions; divided by their number less `correction` (1, or 0 where `unbiased` is false). */
    var(unbiased: boolean): Tensor;
    var(options: { unbiased: boolean }): Tensor;
    var(options?: { dim?: number | readonly number[] | null; unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null }): Tensor;
    var(dim: number | readonly number[] | null, options?: { unbiased?: boolean | null; keepdim?: boolean; correction?: Scalar | null }): Tensor;
    var(dim: number | readonly number[] | null, unbiased: boolean | null, options?: { keepdim?: boolean; correction?: Scalar | null }): Tensor;
    var(dim: number | readonly number[] | null, unbiased: boolean | null, keepdim: boolean, options?: { correction?: Scalar | null }): Tensor;
    /** The dot product of two vectors. */
    vdot(other: Tensor): Tensor;
    vdot(options: { other: Tensor }): Tensor;
    /** The same elements under other sizes, on the same memory. One size may be -1. Fails where no strides can do it. */
    view(size: readonly number[]): Tensor;
    view(...size: number[]): Tensor;
    /** This tensor viewed with the other's sizes. */
    view_as(other: Tensor): Tensor;
    view_as(options: { other: Tensor }): Tensor;
    /** Parts along one particular dimension, as tensor_split makes them. */
    vsplit(indices_or_sections: unknown): Tensor[];
    vsplit(options: { indices_or_sections: unknown }): Tensor[];
    /** This tensor on the GPU: itself where it is there. */
    webgpu(): Tensor;
    /** Elements of one tensor where the condition holds, of another elsewhere; with the condition alone, the positions where it holds. */
    where(condition: Tensor): Awaitable<Tensor[]>;
    where(options: { condition: Tensor }): Awaitable<Tensor[]>;
    where(condition: Tensor, other: Tensor | Scalar): Tensor;
    where(options: { condition: Tensor; other: Tensor | Scalar }): Tensor;
    where(condition: Tensor, options: { other: Tensor | Scalar }): Tensor;
    /** x log(y), and 0 where x is 0. */
    xlogy(other: Tensor | Scalar): Tensor;
    xlogy(options: { other: Tensor | Scalar }): Tensor;
    /** In-place form of `xlogy`: writes the result into this tensor and returns it. */
    xlogy_(other: Tensor | Scalar): this;
    xlogy_(options: { other: Tensor | Scalar }): this;
    /** Writes zeros everywhere. */
    zero_(): this;
  }
}
