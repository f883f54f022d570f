/** Several heads of attention side by side. */

import { methodByName } from '../core/call.ts';
import { bool } from '../core/dtype.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { Linear } from './linear.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export interface AttentionOptions {
  dropout?: number;
  bias?: boolean;
  batch_first?: boolean;
  /** Learned rows at the end of keys and values. */
  add_bias_kv?: boolean;
  /** A row of zeros at the end of keys and values. */
  add_zero_attn?: boolean;
  /** Sizes of keys and of values, where they differ from `embed_dim`. */
  kdim?: number | null;
  vdim?: number | null;
}

export interface AttentionCall {
  attn_mask?: Tensor | null;
  key_padding_mask?: Tensor | null;
  need_weights?: boolean;
  average_attn_weights?: boolean;
}

class NonDynamicallyQuantizableLinear extends Linear {}

const empty = (...sizes: number[]): Parameter => new Parameter(call('empty', sizes));

/**
 * Several heads of attention side by side. `forward(query, key, value, options?)` gives `[output, weights]`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html
 */
export class MultiheadAttention extends Module {
  readonly embed_dim: number;
  readonly num_heads: number;
  readonly dropout: number;
  readonly head_dim: number;
  readonly batch_first: boolean;
  readonly add_zero_attn: boolean;
  readonly kdim: number;
  readonly vdim: number;
  // Declared, not defined: parameters are listed in the order in which the constructor assigns them.
  declare in_proj_weight: Parameter | null;
  declare q_proj_weight: Parameter | null;
  declare k_proj_weight: Parameter | null;
  declare v_proj_weight: Parameter | null;
  declare in_proj_bias: Parameter | null;
  declare out_proj: Linear;
  declare bias_k: Parameter | null;
  declare bias_v: Parameter | null;

  constructor(embed_dim: number, num_heads: number, options: AttentionOptions = {}) {
    super();
    if (embed_dim % num_heads !== 0) throw new Error('embed_dim must be divisible by num_heads');
    this.embed_dim = embed_dim;
    this.num_heads = num_heads;
    this.dropout = options.dropout ?? 0;
    this.batch_first = options.batch_first ?? false;
    this.head_dim = embed_dim / num_heads;
    this.add_zero_attn = options.add_zero_attn ?? false;
    this.kdim = options.kdim ?? embed_dim;
    this.vdim = options.vdim ?? embed_dim;
    const isJoint = this.kdim === embed_dim && this.vdim === embed_dim;
    const apart = (width: number): Parameter | null => (isJoint ? null : empty(embed_dim, width));
    this.q_proj_weight = apart(embed_dim);
    this.k_proj_weight = apart(this.kdim);
    this.v_proj_weight = apart(this.vdim);
    this.in_proj_weight = isJoint ? empty(3 * embed_dim, embed_dim) : null;
    const bias = options.bias ?? true;
    this.in_proj_bias = bias ? empty(3 * embed_dim) : null;
    this.out_proj = new NonDynamicallyQuantizableLinear(embed_dim, embed_dim, { bias });
    const row = (): Parameter | null => (options.add_bias_kv ? empty(1, 1, embed_dim) : null);
    this.bias_k = row();
    this.bias_v = row();
    this.#initialise();
  }

  #initialise(): void {
    const weights = [this.in_proj_weight, this.q_proj_weight, this.k_proj_weight, this.v_proj_weight];
    for (const weight of weights) if (weight) init.xavier_uniform_(weight);
    for (const bias of [this.in_proj_bias, this.out_proj.bias]) if (bias) init.zeros_(bias);
    for (const row of [this.bias_k, this.bias_v]) if (row) init.xavier_normal_(row);
  }

  forward(query: Tensor, key: Tensor, value: Tensor, options: AttentionCall = {}): [Tensor, Tensor | null] {
    if (query.ndim === 2) {
      const lift = sharing((one) => one.unsqueeze(1));
      const [output, weights] = this.#attend(lift(query), lift(key), lift(value), options);
      return [output.squeeze(1), weights?.squeeze(0) ?? null];
    }
    if (!this.batch_first) return this.#attend(query, key, value, options);
    const turn = sharing((one) => one.transpose(1, 0));
    const [output, weights] = this.#attend(turn(query), turn(key), turn(value), options);
    return [output.transpose(1, 0), weights];
  }

  /** (length, batch, embed_dim) in and out. */
  #attend(query: Tensor, key: Tensor, value: Tensor, options: AttentionCall): [Tensor, Tensor | null] {
    const [length, batch] = query.sizes;
    const { num_heads: heads, head_dim, embed_dim } = this;
    const inHeads = (one: Tensor): Tensor => one.view(one.sizes[0], batch * heads, head_dim).transpose(0, 1);
    const [first, keys, values] = this.#project(query, key, value);
    const q = inHeads(first);
    const k = this.#withZeros(inHeads(withRow(keys, this.bias_k)));
    const v = this.#withZeros(inHeads(withRow(values, this.bias_v)));
    const mask = maskOf(options, query, heads, k.sizes[1]);
    const joined = (attended: Tensor): Tensor =>
      this.out_proj.forward(attended.contiguous().view(length * batch, embed_dim)).view(length, batch, -1);
    const apart = (one: Tensor): Tensor => one.view(batch, heads, -1, head_dim);
    if (options.need_weights === false) {
      const chance = this.training ? this.dropout : 0;
      const attended = F.scaled_dot_product_attention(apart(q), apart(k), apart(v), mask, chance);
      return [joined(attended.permute(2, 0, 1, 3)), null];
    }
    const scaled = q.mul(Math.sqrt(1 / head_dim));
    const flatMask = mask?.reshape(-1, ...mask.sizes.slice(2));
    const turned = k.transpose(-2, -1);
    const scores = flatMask ? call('baddbmm', flatMask, scaled, turned) : scaled.bmm(turned);
    const attention = F.dropout(F.softmax(scores, -1), this.dropout, this.training);
    const output = joined(attention.bmm(v).transpose(0, 1));
    const weights = attention.view(batch, heads, ...attention.sizes.slice(1));
    return [output, (options.average_attn_weights ?? true) ? weights.mean(1) : weights];
  }

  /** Queries, keys and values, by one product where they come from one tensor. */
  #project(query: Tensor, key: Tensor, value: Tensor): Tensor[] {
    const { in_proj_weight: weight, in_proj_bias: bias, embed_dim } = this;
    if (weight && query === key && key === value) return packed(F.linear(query, weight, bias), 3);
    if (weight && key === value) {
      const [own, both] = weight.split([embed_dim, 2 * embed_dim]) as Tensor[];
      const [ownBias, bothBias] = bias ? (bias.split([embed_dim, 2 * embed_dim]) as Tensor[]) : [null, null];
      return [F.linear(query, own, ownBias), ...packed(F.linear(key, both, bothBias), 2)];
    }
    const weights = weight
      ? (weight.chunk(3) as Tensor[])
      : ([this.q_proj_weight, this.k_proj_weight, this.v_proj_weight] as Tensor[]);
    const biases = bias ? (bias.chunk(3) as Tensor[]) : [null, null, null];
    return [query, key, value].map((input, part) => F.linear(input, weights[part], biases[part]));
  }

  #withZeros(heads: Tensor): Tensor {
    if (!this.add_zero_attn) return heads;
    return call('cat', [heads, heads.new_zeros([heads.sizes[0], 1, heads.sizes[2]])], 1);
  }
}

/** With a learned row after the last, where there is one. */
function withRow(rows: Tensor, row: Tensor | null): Tensor {
  return row ? call('cat', [rows, row.repeat(1, rows.sizes[1], 1)]) : rows;
}

/** A change that gives one result for one tensor, so that equal inputs stay recognisable. */
function sharing(change: (tensor: Tensor) => Tensor): (tensor: Tensor) => Tensor {
  const known = new Map<Tensor, Tensor>();
  return (tensor) => {
    const result = known.get(tensor) ?? change(tensor);
    known.set(tensor, result);
    return result;
  };
}

/** The parts of a joint projection, each in one piece of memory. */
function packed(projection: Tensor, parts: number): Tensor[] {
  const width = projection.sizes[projection.ndim - 1] / parts;
  const apart = projection
    .unflatten(-1, [parts, width])
    .unsqueeze(0)
    .transpose(0, -2)
    .squeeze(-2)
    .contiguous();
  return Array.from({ length: parts }, (_, part) => apart.index(part));
}

/**
 * What hides: true becomes -infinity, as in PyTorch's module; float masks are added as they are. Keys that the module
 * itself adds at the end are hidden from nobody.
 */
function additive(mask: Tensor, like: Tensor, keys: number): Tensor {
  const added =
    mask.dtype === bool
      ? call('zeros_like', mask, { dtype: like.dtype }).masked_fill_(mask, -Infinity)
      : mask;
  const missing = keys - mask.sizes[mask.ndim - 1];
  return missing > 0 ? F.pad(added, [0, missing]) : added;
}

/** Both masks as one that is added to the scores, (batch or 1, heads or 1, length, keys); null where nothing is hidden. */
function maskOf(
  { attn_mask, key_padding_mask }: AttentionCall,
  query: Tensor,
  heads: number,
  keys: number,
): Tensor | null {
  const batch = query.sizes[1];
  let mask: Tensor | null = null;
  if (attn_mask) {
    const given = additive(attn_mask, query, keys);
    mask = given.ndim === 3 ? given.view(batch, heads, -1, keys) : given.unsqueeze(0).unsqueeze(0);
  }
  if (!key_padding_mask) return mask;
  const padding = additive(key_padding_mask, query, keys).view(batch, 1, 1, keys).expand(-1, heads, -1, -1);
  return mask ? mask.add(padding) : padding;
}

methodByName(
  MultiheadAttention,
  'forward',
  'query, key, value | key_padding_mask, need_weights, attn_mask, average_attn_weights, is_causal',
);
