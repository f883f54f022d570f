/** `torch.nn.functional`: layers and losses as functions. Source: https://docs.pytorch.org/docs/stable/nn.functional.html */

import { byName } from '../core/call.ts';
import { bool, type DType } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { call, operatorNamed } from '../core/operator.ts';
import { Tensor } from '../core/tensor.ts';
import { softmax as softmaxOf } from '../generated.ts';
import { paddingRow, shortenRows } from '../ops/embedding.ts';
import { implicitDim } from '../ops/softmax.ts';
import { dropout } from './dropping.ts';
import { interpolate } from './generated.ts';
import type { Sizes } from './sizes.ts';

export {
  adaptive_avg_pool1d,
  avg_pool1d,
  bilinear,
  celu_,
  channel_shuffle,
  conv_transpose1d,
  conv_transpose2d,
  conv_transpose3d,
  conv1d,
  conv2d,
  conv3d,
  cosine_similarity,
  group_norm,
  hardshrink,
  layer_norm,
  max_pool1d,
  max_pool2d,
  max_pool3d,
  pairwise_distance,
  pdist,
  pixel_shuffle,
  pixel_unshuffle,
  prelu,
  relu_,
  rms_norm,
  rrelu_,
  selu_,
  sigmoid,
  tanh,
  threshold_,
} from '../generated.ts';
export {
  alpha_dropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  feature_alpha_dropout,
} from './dropping.ts';
export { fractional_max_pool2d, fractional_max_pool3d } from './fractional.ts';
export * from './generated.ts';

/** x Wᵀ + b, for inputs of shape (…, in), weights (out, in) and a bias (out). */
export const linear = byName(
  'input, weight, bias',
  function linear(input: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
    if (!bias) return input.matmul(weight.t());
    if (input.ndim === 2) return call('addmm', bias, input, weight.t());
    const lead = input.sizes.slice(0, -1);
    return call('addmm', bias, input.reshape(-1, input.sizes[input.ndim - 1]), weight.t()).view([
      ...lead,
      weight.sizes[0],
    ]);
  },
);

/** All patches of images (N, C, H, W) as columns: (N, C times kernel elements, patches). */
export const unfold = byName(
  'input, kernel_size, dilation, padding, stride',
  function unfold(
    input: Tensor,
    kernel_size: Sizes,
    dilation: Sizes = 1,
    padding: Sizes = 0,
    stride: Sizes = 1,
  ): Tensor {
    return call('_unfold_images', input, kernel_size, dilation, padding, stride);
  },
);

/** The rows of `weight` that the numbers of `input` name. A row at `padding_idx` gets no gradient. */
export const embedding = byName(
  'input, weight, padding_idx, max_norm, norm_type, scale_grad_by_freq',
  function embedding(
    input: Tensor,
    weight: Tensor,
    padding_idx: number | null = null,
    max_norm: number | null = null,
    norm_type = 2,
    scale_grad_by_freq = false,
  ): Tensor {
    if (max_norm !== null) shortenRows(weight, input.reshape(-1), max_norm, norm_type);
    return call('_embedding', weight, input, paddingRow(padding_idx, weight.sizes[0]), scale_grad_by_freq);
  },
);

/** Softmax along a dimension: where none is named, of columns or rows as PyTorch chooses by the number of dimensions. */
export const softmax = byName(
  'input, dim, _stacklevel, dtype',
  function softmax(
    input: Tensor,
    dim: number | null = null,
    _stacklevel = 3,
    dtype: DType | null = null,
  ): Tensor {
    return call('softmax', input, dim ?? implicitDim(input), dtype);
  },
);

/** The logarithm of softmax, along the dimension that `softmax` takes. */
export const log_softmax = byName(
  'input, dim, _stacklevel, dtype',
  function log_softmax(
    input: Tensor,
    dim: number | null = null,
    _stacklevel = 3,
    dtype: DType | null = null,
  ): Tensor {
    return call('log_softmax', input, dim ?? implicitDim(input), dtype);
  },
);

/** Vectors along a dimension scaled to p-norm 1. */
export const normalize = byName(
  'input, p, dim, eps',
  function normalize(input: Tensor, p = 2, dim = 1, eps = 1e-12): Tensor {
    return input.div(call('norm', input, p, dim, true).clamp_min(eps).expand_as(input));
  },
);

/**
 * softmax(Q Kᵀ / sqrt(d)) V, for queries (…, L, d), keys (…, S, d) and values (…, S, e). A bool mask is true where
 * attention is allowed, a float mask is added.
 */
export const scaled_dot_product_attention = byName(
  'query, key, value, attn_mask, dropout_p, is_causal, scale',
  function scaled_dot_product_attention(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attn_mask: Tensor | null = null,
    dropout_p = 0,
    is_causal = false,
    scale: number | null = null,
  ): Tensor {
    const factor = scale ?? 1 / Math.sqrt(query.sizes[query.ndim - 1]);
    let scores = query.matmul(key.transpose(-2, -1)).mul(factor);
    let mask = attn_mask;
    if (is_causal) {
      if (mask)
        throw new RuntimeError(
          '_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True',
        );
      const [rows, columns] = scores.sizes.slice(-2);
      mask = call('ones', [rows, columns], { dtype: bool, device: query.device }).tril();
    }
    if (mask?.dtype === bool) scores = scores.masked_fill(mask.logical_not(), -Infinity);
    else if (mask) scores = scores.add(mask);
    return dropout(softmaxOf(scores, -1), dropout_p, dropout_p > 0).matmul(value);
  },
);

/** An activation function, its settings by position or by name. */
interface Activation<Settings extends object, Positional extends readonly unknown[]> {
  (input: Tensor, ...settings: [...Positional, inplace?: boolean | { inplace?: boolean }]): Tensor;
  (input: Tensor, settings: Settings & { inplace?: boolean }): Tensor;
}

/** An activation with PyTorch's `inplace` after its own arguments, which has it write its result into its input. */
function activation<Settings extends object = object, Positional extends readonly unknown[] = []>(
  name: string,
): Activation<Settings, Positional> {
  const own = operatorNamed(name).parameters.filter(({ keywordOnly }) => !keywordOnly).length;
  return (...args: unknown[]): Tensor => {
    const last = args[args.length - 1];
    const isNamed = typeof last === 'object' && last !== null && !(last instanceof Tensor);
    const { inplace = args[own] === true, ...others } = isNamed ? (last as Record<string, unknown>) : {};
    const given = (isNamed ? args.slice(0, -1) : args).slice(0, own);
    return call(inplace ? `${name}_` : name, ...given, others);
  };
}

/** max(0, x). Any shape. */
export const relu = activation('relu');
/** leaky_relu with a slope drawn for each element in training. Any shape. */
export const rrelu = activation<
  { lower?: number; upper?: number; training?: boolean },
  [lower?: number, upper?: number, training?: boolean]
>('rrelu');
/** x, or `value` where x is not above `threshold`. Any shape. */
export const threshold = activation<{ threshold: number; value: number }, [threshold: number, value: number]>(
  'threshold',
);
/** min(max(0, x), 6). Any shape. */
export const relu6 = activation('relu6');
/** x, or `negative_slope` times x below 0. Any shape. */
export const leaky_relu = activation<{ negative_slope?: number }, [negative_slope?: number]>('leaky_relu');
/** x, or alpha (eˣ - 1) below 0. Any shape. */
export const elu = activation<{ alpha?: number }, [alpha?: number]>('elu');
/** elu with the scale and alpha that keep mean 0 and variance 1. Any shape. */
export const selu = activation('selu');
/** x, or alpha (e^(x / alpha) - 1) below 0. Any shape. */
export const celu = activation<{ alpha?: number }, [alpha?: number]>('celu');
/** x times its sigmoid. Any shape. */
export const silu = activation('silu');
/** x times tanh(softplus(x)). Any shape. */
export const mish = activation('mish');
/** x, kept within `min_val` and `max_val`. Any shape. */
export const hardtanh = activation<
  { min_val?: number; max_val?: number },
  [min_val?: number, max_val?: number]
>('hardtanh');
/** x times its hard sigmoid. Any shape. */
export const hardswish = activation('hardswish');
/** The sigmoid as three straight lines. Any shape. */
export const hardsigmoid = activation('hardsigmoid');

/** A triplet loss with any distance: how much nearer the positive has to be than the negative. */
export const triplet_margin_with_distance_loss = byName(
  'anchor, positive, negative | distance_function, margin, swap, reduction',
  function triplet_margin_with_distance_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    options: {
      distance_function?: ((a: Tensor, b: Tensor) => Tensor) | null;
      margin?: number;
      swap?: boolean;
      reduction?: string;
    } = {},
  ): Tensor {
    const { margin = 1, swap = false, reduction = 'mean' } = options;
    if (!['mean', 'sum', 'none'].includes(reduction))
      throw new ValueError(`${reduction} is not a valid value for reduction`);
    if (margin <= 0) throw new ValueError(`margin must be greater than 0, got ${margin}`);
    if (anchor.ndim !== positive.ndim || positive.ndim !== negative.ndim) {
      throw new RuntimeError(
        `The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor ${anchor.ndim}D, positive ${positive.ndim}D, and negative ${negative.ndim}D inputs`,
      );
    }
    const distance = options.distance_function ?? ((a, b) => call('pairwise_distance', a, b));
    const near = distance(anchor, positive);
    const far = distance(anchor, negative);
    const least = swap ? call('minimum', far, distance(positive, negative)) : far;
    const losses = near.sub(least).add(margin).clamp_min(0);
    return reduction === 'none' ? losses : reduction === 'sum' ? losses.sum() : losses.mean();
  },
);

interface UpsampleOptions {
  size?: Sizes;
  scale_factor?: Sizes;
}

/** The old name of interpolate. */
export const upsample = interpolate;

/** interpolate with mode `nearest`. */
export const upsample_nearest = byName(
  'input | size, scale_factor',
  function upsample_nearest(input: Tensor, options: UpsampleOptions = {}): Tensor {
    return interpolate(input, { ...options, mode: 'nearest' });
  },
);

/** interpolate with mode `bilinear`, corners kept in place. */
export const upsample_bilinear = byName(
  'input | size, scale_factor',
  function upsample_bilinear(input: Tensor, options: UpsampleOptions = {}): Tensor {
    return interpolate(input, { ...options, mode: 'bilinear', align_corners: true });
  },
);
