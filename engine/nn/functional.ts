/** `torch.nn.functional`: layers and losses as functions. Source: https://docs.pytorch.org/docs/stable/nn.functional.html */

import { bool, int64 } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { softmax as softmaxOf } from '../generated.ts';

export {
  adaptive_avg_pool1d,
  avg_pool1d,
  celu,
  conv1d,
  conv2d,
  cosine_similarity,
  group_norm,
  layer_norm,
  log_softmax,
  max_pool1d,
  max_pool2d,
  pdist,
  prelu,
  relu,
  rms_norm,
  selu,
  sigmoid,
  softmax,
  tanh,
  threshold,
} from '../generated.ts';
export * from './generated.ts';

const call = (name: string, ...args: unknown[]): Tensor => operatorNamed(name).call(...args);

/** x Wᵀ + b, for inputs of shape (…, in), weights (out, in) and a bias (out). */
export function linear(input: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  if (!bias) return input.matmul(weight.t());
  if (input.ndim === 2) return call('addmm', bias, input, weight.t());
  const lead = input.sizes.slice(0, -1);
  return call('addmm', bias, input.reshape(-1, input.sizes[input.ndim - 1]), weight.t()).view([
    ...lead,
    weight.sizes[0],
  ]);
}

/** The rows of `weight` that the numbers of `input` name. A row at `padding_idx` gets no gradient. */
export function embedding(input: Tensor, weight: Tensor, padding_idx: number | null = null): Tensor {
  return call('_embedding', weight, input, padding_idx);
}

/** @throws ValueError for a probability outside of 0 to 1 */
export function checkChance(p: number): void {
  if (p < 0 || p > 1) throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
}

/** Zeroes elements with probability p, and scales the others so that the mean stays. */
export function dropout(input: Tensor, p = 0.5, training = true): Tensor {
  checkChance(p);
  return training && p > 0 ? dropBy(input, p, input.sizes) : input;
}

/** The same for whole channels of (N, C, …) inputs. */
export function dropout2d(input: Tensor, p = 0.5, training = true): Tensor {
  checkChance(p);
  const channels = input.sizes.map((size, dim) => (dim < 2 ? size : 1));
  return training && p > 0 ? dropBy(input, p, channels) : input;
}

function dropBy(input: Tensor, p: number, sizes: readonly number[]): Tensor {
  if (p === 1) return input.mul(call('zeros', [], { device: input.device }));
  const kept = call('empty', sizes as number[], { dtype: input.dtype })
    .bernoulli_(1 - p)
    .div_(1 - p);
  return input.mul(kept.to(input.device));
}

/** Vectors along a dimension scaled to p-norm 1. */
export function normalize(input: Tensor, p = 2, dim = 1, eps = 1e-12): Tensor {
  return input.div(call('norm', input, p, dim, true).clamp_min(eps).expand_as(input));
}

/**
 * softmax(Q Kᵀ / sqrt(d)) V, for queries (…, L, d), keys (…, S, d) and values (…, S, e). A bool mask is true where
 * attention is allowed, a float mask is added.
 */
export function scaled_dot_product_attention(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  attn_mask: Tensor | null = null,
  dropout_p = 0,
  is_causal = false,
): Tensor {
  const scale = 1 / Math.sqrt(query.sizes[query.ndim - 1]);
  let scores = query.matmul(key.transpose(-2, -1)).mul(scale);
  let mask = attn_mask;
  if (is_causal) {
    if (mask) throw new RuntimeError('Explicit attn_mask should not be set when is_causal=True');
    const [rows, columns] = scores.sizes.slice(-2);
    mask = call('ones', [rows, columns], { dtype: bool, device: query.device }).tril();
  }
  if (mask?.dtype === bool) scores = scores.masked_fill(mask.logical_not(), -Infinity);
  else if (mask) scores = scores.add(mask);
  return dropout(softmaxOf(scores, -1), dropout_p, dropout_p > 0).matmul(value);
}

/** Two-dimensional images in another size, by the nearest pixel. */
export function interpolate(
  input: Tensor,
  options: { scale_factor?: number; size?: number | readonly number[] },
): Tensor {
  const spatial = input.sizes.slice(2);
  const sizes = spatial.map((size, k) => {
    if (options.size !== undefined) return typeof options.size === 'number' ? options.size : options.size[k];
    return Math.floor(size * (options.scale_factor ?? 1));
  });
  return sizes.reduce((image, size, k) => {
    const from = Array.from({ length: size }, (_, position) => Math.floor((position * spatial[k]) / size));
    return image.index_select(k + 2, call('tensor', from, { dtype: int64, device: input.device }));
  }, input);
}
