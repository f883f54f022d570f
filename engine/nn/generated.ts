/** Generated from the operator records by `npm run generate`. Do not edit: change the record. */

import '../ops/index.ts';
import { functionNamed } from '../core/operator.ts';
import type { DType } from '../core/dtype.ts';
import type { Scalar } from '../core/dtype.ts';
import type { Tensor } from '../core/tensor.ts';

/** The means of so many bins of an image in each direction, whatever its size. */
export const adaptive_avg_pool2d: {
  (input: Tensor, output_size: unknown): Tensor;
  (input: Tensor, options: { output_size: unknown }): Tensor;
} = /* @__PURE__ */ functionNamed('adaptive_avg_pool2d');

/** The means of so many bins of a volume in each direction, whatever its size. */
export const adaptive_avg_pool3d: {
  (input: Tensor, output_size: unknown): Tensor;
  (input: Tensor, options: { output_size: unknown }): Tensor;
} = /* @__PURE__ */ functionNamed('adaptive_avg_pool3d');

/** The largest elements of so many bins of a signal, whatever its length. */
export const adaptive_max_pool1d: {
  (input: Tensor, output_size: number | readonly number[], options?: { return_indices?: boolean }): Tensor & Iterable<Tensor>;
  (input: Tensor, output_size: number | readonly number[], return_indices: boolean): Tensor & Iterable<Tensor>;
  (input: Tensor, options: { output_size: number | readonly number[]; return_indices?: boolean }): Tensor & Iterable<Tensor>;
} = /* @__PURE__ */ functionNamed('adaptive_max_pool1d');

/** The largest elements of so many bins of an image in each direction, whatever its size. */
export const adaptive_max_pool2d: {
  (input: Tensor, output_size: unknown, options?: { return_indices?: boolean }): Tensor & Iterable<Tensor>;
  (input: Tensor, output_size: unknown, return_indices: boolean): Tensor & Iterable<Tensor>;
  (input: Tensor, options: { output_size: unknown; return_indices?: boolean }): Tensor & Iterable<Tensor>;
} = /* @__PURE__ */ functionNamed('adaptive_max_pool2d');

/** The largest elements of so many bins of a volume in each direction, whatever its size. */
export const adaptive_max_pool3d: {
  (input: Tensor, output_size: unknown, options?: { return_indices?: boolean }): Tensor & Iterable<Tensor>;
  (input: Tensor, output_size: unknown, return_indices: boolean): Tensor & Iterable<Tensor>;
  (input: Tensor, options: { output_size: unknown; return_indices?: boolean }): Tensor & Iterable<Tensor>;
} = /* @__PURE__ */ functionNamed('adaptive_max_pool3d');

/** The grid of places that affine maps (N, 2, 3) take the elements of images (N, C, H, W) to, for grid_sample; with maps (N, 3, 4) those of volumes. */
export const affine_grid: {
  (theta: Tensor, size: number | readonly number[], options?: { align_corners?: boolean | null }): Tensor;
  (theta: Tensor, size: number | readonly number[], align_corners: boolean | null): Tensor;
  (options: { theta: Tensor; size: number | readonly number[]; align_corners?: boolean | null }): Tensor;
  (theta: Tensor, options: { size: number | readonly number[]; align_corners?: boolean | null }): Tensor;
} = /* @__PURE__ */ functionNamed('affine_grid');

/** The mean of each window of an image, zeros around it counted. */
export const avg_pool2d: {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceil_mode: boolean, options?: { count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, options?: { divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, divisor_override: number | null): Tensor;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
} = /* @__PURE__ */ functionNamed('avg_pool2d');

/** The mean of each window of a volume, zeros around it counted. */
export const avg_pool3d: {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceil_mode: boolean, options?: { count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, options?: { divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, divisor_override: number | null): Tensor;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
} = /* @__PURE__ */ functionNamed('avg_pool3d');

/** Normalises each channel: in training by the moments of the batch, which are also kept running; else by those. */
export const batch_norm: {
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, options?: { weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, options?: { bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, options?: { training?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, training: boolean, options?: { momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, training: boolean, momentum: number, options?: { eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, training: boolean, momentum: number, eps: number): Tensor;
  (options: { input: Tensor; running_mean: Tensor | null; running_var: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, options: { running_mean: Tensor | null; running_var: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, options: { running_var: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
} = /* @__PURE__ */ functionNamed('batch_norm');

/** The cost of probabilities for targets from 0 to 1. */
export const binary_cross_entropy: {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('binary_cross_entropy');

/** The same of numbers whose sigmoid is the probability, without loss of accuracy. */
export const binary_cross_entropy_with_logits: {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; pos_weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { pos_weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, pos_weight: Tensor | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, pos_weight: Tensor | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; pos_weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; pos_weight?: Tensor | null; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('binary_cross_entropy_with_logits');

/** How far vectors are from the same direction where the target is 1, and how near where it is -1. */
export const cosine_embedding_loss: {
  (input1: Tensor, input2: Tensor, target: Tensor, options?: { margin?: number; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, options?: { reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, reduction: string): Tensor;
  (options: { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; reduction?: string }): Tensor;
  (input1: Tensor, options: { input2: Tensor; target: Tensor; margin?: number; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, options: { target: Tensor; margin?: number; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('cosine_embedding_loss');

/** Minus the log-probability of the target class (or distribution), given scores. */
export const cross_entropy: {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; ignore_index?: number; reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { ignore_index?: number; reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, ignore_index: number, options?: { reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, ignore_index: number, reduction: string, options?: { label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, ignore_index: number, reduction: string, label_smoothing: number): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; ignore_index?: number; reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; ignore_index?: number; reduction?: string; label_smoothing?: number }): Tensor;
} = /* @__PURE__ */ functionNamed('cross_entropy');

/** How unlikely the texts `targets` are, each spread over the steps of (T, N, C) log-probabilities with blanks and repetitions in between. */
export const ctc_loss: {
  (log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, options?: { blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank: number, options?: { reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank: number, reduction: string, options?: { zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank: number, reduction: string, zero_infinity: boolean): Tensor;
  (options: { log_probs: Tensor; targets: Tensor; input_lengths: unknown; target_lengths: unknown; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, options: { targets: Tensor; input_lengths: unknown; target_lengths: unknown; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, options: { input_lengths: unknown; target_lengths: unknown; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, input_lengths: unknown, options: { target_lengths: unknown; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
} = /* @__PURE__ */ functionNamed('ctc_loss');

/** x above 0, alpha * (e^x - 1) below. */
export const elu: {
  (input: Tensor, options?: { alpha?: Scalar; scale?: Scalar; input_scale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, options?: { scale?: Scalar; input_scale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, options?: { input_scale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, input_scale: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('elu');

/** In-place form of `elu`: writes the result into this tensor and returns it. */
export const elu_: {
  (input: Tensor, options?: { alpha?: Scalar; scale?: Scalar; input_scale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, options?: { scale?: Scalar; input_scale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, options?: { input_scale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, input_scale: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('elu_');

/** The mean (or sum, or maximum) of the rows of `weight` that each bag of numbers names: the rows of a matrix are bags, or a vector is cut at `offsets`. Numbers equal to `padding_idx` are left out. */
export const embedding_bag: {
  (input: Tensor, weight: Tensor, options?: { offsets?: Tensor | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, options?: { max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, options?: { norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, options?: { scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, options?: { mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, options?: { sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, sparse: boolean, options?: { per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, sparse: boolean, per_sample_weights: Tensor | null, options?: { include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, sparse: boolean, per_sample_weights: Tensor | null, include_last_offset: boolean, options?: { padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, sparse: boolean, per_sample_weights: Tensor | null, include_last_offset: boolean, padding_idx: number | null): Tensor;
  (options: { input: Tensor; weight: Tensor; offsets?: Tensor | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, options: { weight: Tensor; offsets?: Tensor | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
} = /* @__PURE__ */ functionNamed('embedding_bag');

/** Columns of patches added up to images of that size: what unfold takes apart, summed where patches overlap. */
export const fold: {
  (input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], options?: { dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation: number | readonly number[], options?: { padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], options?: { stride?: number | readonly number[] }): Tensor;
  (input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], stride: number | readonly number[]): Tensor;
  (options: { input: Tensor; output_size: number | readonly number[]; kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, options: { output_size: number | readonly number[]; kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, output_size: number | readonly number[], options: { kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
} = /* @__PURE__ */ functionNamed('fold');

/** Minus the log-likelihood of targets under normal distributions of those means and variances. */
export const gaussian_nll_loss: {
  (input: Tensor, target: Tensor, variance: Tensor | Scalar, options?: { full?: boolean; eps?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, variance: Tensor | Scalar, full: boolean, options?: { eps?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, variance: Tensor | Scalar, full: boolean, eps: number, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, variance: Tensor | Scalar, full: boolean, eps: number, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; var: Tensor | Scalar; full?: boolean; eps?: number; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; var: Tensor | Scalar; full?: boolean; eps?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, options: { var: Tensor | Scalar; full?: boolean; eps?: number; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('gaussian_nll_loss');

/** x times the probability that a normal number is below it; `approximate` may be tanh. */
export const gelu: {
  (input: Tensor, options?: { approximate?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('gelu');

/** The first half along a dimension, times the sigmoid of the second. */
export const glu: {
  (input: Tensor, options?: { dim?: number }): Tensor;
  (input: Tensor, dim: number): Tensor;
} = /* @__PURE__ */ functionNamed('glu');

/** Images (N, C, H, W) read at the places of a grid (N, rows, columns, 2) of x and y from -1 to 1; volumes with grids of x, y and z. `mode` is bilinear, nearest or bicubic, `padding_mode` what lies outside: zeros, border or reflection. */
export const grid_sample: {
  (input: Tensor, grid: Tensor, options?: { mode?: string; padding_mode?: string; align_corners?: boolean | null }): Tensor;
  (input: Tensor, grid: Tensor, mode: string, options?: { padding_mode?: string; align_corners?: boolean | null }): Tensor;
  (input: Tensor, grid: Tensor, mode: string, padding_mode: string, options?: { align_corners?: boolean | null }): Tensor;
  (input: Tensor, grid: Tensor, mode: string, padding_mode: string, align_corners: boolean | null): Tensor;
  (options: { input: Tensor; grid: Tensor; mode?: string; padding_mode?: string; align_corners?: boolean | null }): Tensor;
  (input: Tensor, options: { grid: Tensor; mode?: string; padding_mode?: string; align_corners?: boolean | null }): Tensor;
} = /* @__PURE__ */ functionNamed('grid_sample');

/** Random samples of categories that let gradients through: the softmax of scores with Gumbel noise, divided by `tau`; `hard` makes them one-hot. */
export const gumbel_softmax: {
  (logits: Tensor, options?: { tau?: number; hard?: boolean; eps?: number; dim?: number }): Tensor;
  (logits: Tensor, tau: number, options?: { hard?: boolean; eps?: number; dim?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, options?: { eps?: number; dim?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, eps: number, options?: { dim?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, eps: number, dim: number): Tensor;
  (options: { logits: Tensor; tau?: number; hard?: boolean; eps?: number; dim?: number }): Tensor;
} = /* @__PURE__ */ functionNamed('gumbel_softmax');

/** A straight line for the sigmoid: 0 up to -3, 1 from 3 on. */
export const hardsigmoid: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('hardsigmoid');

/** x times its hardsigmoid. */
export const hardswish: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('hardswish');

/** Elements held between `min_val` and `max_val`. */
export const hardtanh: {
  (input: Tensor, options?: { min_val?: Scalar; max_val?: Scalar }): Tensor;
  (input: Tensor, min_val: Scalar, options?: { max_val?: Scalar }): Tensor;
  (input: Tensor, min_val: Scalar, max_val: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('hardtanh');

/** In-place form of `hardtanh`: writes the result into this tensor and returns it. */
export const hardtanh_: {
  (input: Tensor, options?: { min_val?: Scalar; max_val?: Scalar }): Tensor;
  (input: Tensor, min_val: Scalar, options?: { max_val?: Scalar }): Tensor;
  (input: Tensor, min_val: Scalar, max_val: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('hardtanh_');

/** Distances of what should be alike, and how far others are within the margin. */
export const hinge_embedding_loss: {
  (input: Tensor, target: Tensor, options?: { margin?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, margin: number, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, margin: number, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; margin?: number; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; margin?: number; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('hinge_embedding_loss');

/** Squares up to delta, straight lines beyond. */
export const huber_loss: {
  (input: Tensor, target: Tensor, options?: { reduction?: string; delta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: string, options?: { delta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: string, delta: number): Tensor;
  (options: { input: Tensor; target: Tensor; reduction?: string; delta?: number }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: string; delta?: number }): Tensor;
} = /* @__PURE__ */ functionNamed('huber_loss');

/** Normalises each channel of each example on its own. */
export const instance_norm: {
  (input: Tensor, options?: { running_mean?: Tensor | null; running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, options?: { running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, options?: { weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, options?: { bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, options?: { use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, use_input_stats: boolean, options?: { momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, use_input_stats: boolean, momentum: number, options?: { eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, use_input_stats: boolean, momentum: number, eps: number): Tensor;
  (options: { input: Tensor; running_mean?: Tensor | null; running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
} = /* @__PURE__ */ functionNamed('instance_norm');

/** Signals (N, C, L), images (N, C, H, W) or volumes (N, C, D, H, W) in another size: by the nearest element (`nearest`, `nearest-exact`), by the two nearest along each side (`linear`, `bilinear`, `trilinear`), by four (`bicubic`), or by the mean of what falls into each (`area`). */
export const interpolate: {
  (input: Tensor, options?: { size?: unknown; scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: unknown, options?: { scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: unknown, scale_factor: unknown, options?: { mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: unknown, scale_factor: unknown, mode: string, options?: { align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: unknown, scale_factor: unknown, mode: string, align_corners: boolean | null, options?: { recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: unknown, scale_factor: unknown, mode: string, align_corners: boolean | null, recompute_scale_factor: boolean | null, options?: { antialias?: boolean }): Tensor;
  (input: Tensor, size: unknown, scale_factor: unknown, mode: string, align_corners: boolean | null, recompute_scale_factor: boolean | null, antialias: boolean): Tensor;
  (options: { input: Tensor; size?: unknown; scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
} = /* @__PURE__ */ functionNamed('interpolate');

/** The Kullback-Leibler divergence of log-probabilities from a target distribution. */
export const kl_div: {
  (input: Tensor, target: Tensor, options?: { reduction?: string; log_target?: boolean }): Tensor;
  (input: Tensor, target: Tensor, reduction: string, options?: { log_target?: boolean }): Tensor;
  (options: { input: Tensor; target: Tensor; reduction?: string; log_target?: boolean }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: string; log_target?: boolean }): Tensor;
} = /* @__PURE__ */ functionNamed('kl_div');

/** The absolute differences. */
export const l1_loss: {
  (input: Tensor, target: Tensor, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('l1_loss');

/** Negative elements multiplied by a small slope. */
export const leaky_relu: {
  (input: Tensor, options?: { negative_slope?: Scalar }): Tensor;
  (input: Tensor, negative_slope: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('leaky_relu');

/** In-place form of `leaky_relu`: writes the result into this tensor and returns it. */
export const leaky_relu_: {
  (input: Tensor, options?: { negative_slope?: Scalar }): Tensor;
  (input: Tensor, negative_slope: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('leaky_relu_');

/** Every element divided by a power of the mean of squares over `size` channels around its own. */
export const local_response_norm: {
  (input: Tensor, size: number, options?: { alpha?: number; beta?: number; k?: number }): Tensor;
  (input: Tensor, size: number, alpha: number, options?: { beta?: number; k?: number }): Tensor;
  (input: Tensor, size: number, alpha: number, beta: number, options?: { k?: number }): Tensor;
  (input: Tensor, size: number, alpha: number, beta: number, k: number): Tensor;
  (input: Tensor, options: { size: number; alpha?: number; beta?: number; k?: number }): Tensor;
} = /* @__PURE__ */ functionNamed('local_response_norm');

/** The logarithm of the sigmoid. */
export const logsigmoid: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('logsigmoid');

/** The root of the sum of powers of the elements of each window of a signal. */
export const lp_pool1d: {
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[], ceil_mode: boolean): Tensor;
  (input: Tensor, options: { norm_type: number; kernel_size: number | readonly number[]; stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
} = /* @__PURE__ */ functionNamed('lp_pool1d');

/** The root of the sum of powers of the elements of each window of an image. */
export const lp_pool2d: {
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[], ceil_mode: boolean): Tensor;
  (input: Tensor, options: { norm_type: number; kernel_size: number | readonly number[]; stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
} = /* @__PURE__ */ functionNamed('lp_pool2d');

/** The root of the sum of powers of the elements of each window of a volume. */
export const lp_pool3d: {
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[], ceil_mode: boolean): Tensor;
  (input: Tensor, options: { norm_type: number; kernel_size: number | readonly number[]; stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; ceil_mode?: boolean }): Tensor;
} = /* @__PURE__ */ functionNamed('lp_pool3d');

/** The cost of the wrong order of two scores. */
export const margin_ranking_loss: {
  (input1: Tensor, input2: Tensor, target: Tensor, options?: { margin?: number; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, options?: { reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, reduction: string): Tensor;
  (options: { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; reduction?: string }): Tensor;
  (input1: Tensor, options: { input2: Tensor; target: Tensor; margin?: number; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, options: { target: Tensor; margin?: number; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('margin_ranking_loss');

/** The largest elements of windows of signals put back where max_pool1d took them from, among zeros. */
export const max_unpool1d: {
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], output_size: number | readonly number[] | null): Tensor;
  (input: Tensor, options: { indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
} = /* @__PURE__ */ functionNamed('max_unpool1d');

/** The largest elements of windows of images put back where max_pool2d took them from, among zeros. */
export const max_unpool2d: {
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], output_size: number | readonly number[] | null): Tensor;
  (input: Tensor, options: { indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
} = /* @__PURE__ */ functionNamed('max_unpool2d');

/** The largest elements of windows of volumes put back where max_pool3d took them from, among zeros. */
export const max_unpool3d: {
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options?: { output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], output_size: number | readonly number[] | null): Tensor;
  (input: Tensor, options: { indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[]; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
} = /* @__PURE__ */ functionNamed('max_unpool3d');

/** x times the tanh of its softplus. */
export const mish: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('mish');

/** The squared differences. */
export const mse_loss: {
  (input: Tensor, target: Tensor, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('mse_loss');

/** By how much other classes come within a margin of the target class. */
export const multi_margin_loss: {
  (input: Tensor, target: Tensor, options?: { p?: number; margin?: number; weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, options?: { margin?: number; weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, margin: number, options?: { weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, margin: number, weight: Tensor | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, margin: number, weight: Tensor | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; p?: number; margin?: number; weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; p?: number; margin?: number; weight?: Tensor | null; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('multi_margin_loss');

/** By how much other classes come within a margin of 1 of the classes listed, up to the first -1 of a row. */
export const multilabel_margin_loss: {
  (input: Tensor, target: Tensor, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('multilabel_margin_loss');

/** The mean over the classes of the cost of each being present or not, given scores. */
export const multilabel_soft_margin_loss: {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('multilabel_soft_margin_loss');

/** Minus the log-probability of the target class, given log-probabilities. */
export const nll_loss: {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; ignore_index?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { ignore_index?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, ignore_index: number, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, ignore_index: number, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; ignore_index?: number; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; ignore_index?: number; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('nll_loss');

/** A row for each class number: 1 in its place, 0 elsewhere. For torch.nn.functional. */
export const one_hot: {
  (input: Tensor, options?: { num_classes?: number }): Tensor;
  (input: Tensor, num_classes: number): Tensor;
} = /* @__PURE__ */ functionNamed('one_hot');

/** The tensor with a border, widths given from the last dimension backwards. For torch.nn.functional. */
export const pad: {
  (input: Tensor, pad: number | readonly number[], options?: { mode?: string; value?: Scalar | null }): Tensor;
  (input: Tensor, pad: number | readonly number[], mode: string, options?: { value?: Scalar | null }): Tensor;
  (input: Tensor, pad: number | readonly number[], mode: string, value: Scalar | null): Tensor;
  (input: Tensor, options: { pad: number | readonly number[]; mode?: string; value?: Scalar | null }): Tensor;
} = /* @__PURE__ */ functionNamed('pad');

/** Minus the log-likelihood of counts under Poisson distributions, given the logarithms of their rates. */
export const poisson_nll_loss: {
  (input: Tensor, target: Tensor, options?: { log_input?: boolean; full?: boolean; eps?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, log_input: boolean, options?: { full?: boolean; eps?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, log_input: boolean, full: boolean, options?: { eps?: number; reduction?: string }): Tensor;
  (options: { input: Tensor; target: Tensor; log_input?: boolean; full?: boolean; eps?: number; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; log_input?: boolean; full?: boolean; eps?: number; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('poisson_nll_loss');

/** Elements held between 0 and 6. */
export const relu6: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('relu6');

/** x times its sigmoid. */
export const silu: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('silu');

/** Squares up to beta, absolute differences beyond. */
export const smooth_l1_loss: {
  (input: Tensor, target: Tensor, options?: { reduction?: string; beta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: string, options?: { beta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: string, beta: number): Tensor;
  (options: { input: Tensor; target: Tensor; reduction?: string; beta?: number }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: string; beta?: number }): Tensor;
} = /* @__PURE__ */ functionNamed('smooth_l1_loss');

/** The logistic loss of scores for targets of 1 and -1. */
export const soft_margin_loss: {
  (input: Tensor, target: Tensor, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('soft_margin_loss');

/** Softmax of the negative. */
export const softmin: {
  (input: Tensor, options?: { dim?: number | null; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, dtype: DType | null): Tensor;
} = /* @__PURE__ */ functionNamed('softmin');

/** log(1 + e^x): a smooth relu; x itself where `beta` x is above `threshold`. */
export const softplus: {
  (input: Tensor, options?: { beta?: Scalar; threshold?: Scalar }): Tensor;
  (input: Tensor, beta: Scalar, options?: { threshold?: Scalar }): Tensor;
  (input: Tensor, beta: Scalar, threshold: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('softplus');

/** Elements moved towards 0 by `lambd`, those within it replaced by 0. */
export const softshrink: {
  (input: Tensor, options?: { lambd?: Scalar }): Tensor;
  (input: Tensor, lambd: Scalar): Tensor;
} = /* @__PURE__ */ functionNamed('softshrink');

/** x / (1 + |x|) */
export const softsign: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('softsign');

/** x - tanh(x) */
export const tanhshrink: {
  (input: Tensor): Tensor;
} = /* @__PURE__ */ functionNamed('tanhshrink');

/** How much nearer an anchor should be to one point than to another, or (with `swap`) that one to the other. */
export const triplet_margin_loss: {
  (anchor: Tensor, positive: Tensor, negative: Tensor, options?: { margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options?: { p?: number; eps?: number; swap?: boolean; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, options?: { eps?: number; swap?: boolean; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, options?: { swap?: boolean; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, options?: { reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, reduction: string): Tensor;
  (options: { anchor: Tensor; positive: Tensor; negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: string }): Tensor;
  (anchor: Tensor, options: { positive: Tensor; negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, options: { negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: string }): Tensor;
} = /* @__PURE__ */ functionNamed('triplet_margin_loss');
