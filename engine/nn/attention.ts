/** Attention, and the transformer's encoder layer. */

import { bool } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { Dropout } from './activations.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { LayerNorm, Linear } from './layers.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export interface AttentionOptions {
  dropout?: number;
  bias?: boolean;
  batch_first?: boolean;
}

export interface AttentionCall {
  attn_mask?: Tensor | null;
  key_padding_mask?: Tensor | null;
  need_weights?: boolean;
  average_attn_weights?: boolean;
}

class NonDynamicallyQuantizableLinear extends Linear {}

const empty = (...sizes: number[]): Parameter => new Parameter(operatorNamed('empty').call(sizes));

/**
 * Several heads of attention side by side. `forward(query, key, value, options?)` gives `[output, weights]`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html
 */
export class MultiheadAttention extends Module {
  readonly embed_dim: number;
  readonly num_heads: number;
  readonly dropout: number;
  readonly batch_first: boolean;
  in_proj_weight: Parameter;
  in_proj_bias: Parameter | null;
  out_proj: Linear;

  constructor(embed_dim: number, num_heads: number, options: AttentionOptions = {}) {
    super();
    if (embed_dim % num_heads !== 0) throw new Error('embed_dim must be divisible by num_heads');
    this.embed_dim = embed_dim;
    this.num_heads = num_heads;
    this.dropout = options.dropout ?? 0;
    this.batch_first = options.batch_first ?? false;
    const bias = options.bias ?? true;
    this.in_proj_weight = empty(3 * embed_dim, embed_dim);
    this.in_proj_bias = bias ? empty(3 * embed_dim) : null;
    this.out_proj = new NonDynamicallyQuantizableLinear(embed_dim, embed_dim, { bias });
    init.xavier_uniform_(this.in_proj_weight);
    if (this.in_proj_bias) init.zeros_(this.in_proj_bias);
    if (this.out_proj.bias) init.zeros_(this.out_proj.bias);
  }

  forward(query: Tensor, key: Tensor, value: Tensor, options: AttentionCall = {}): [Tensor, Tensor | null] {
    if (query.ndim === 2) {
      const [output, weights] = this.forwardBatch(
        query.unsqueeze(0),
        key.unsqueeze(0),
        value.unsqueeze(0),
        options,
      );
      return [output.squeeze(0), weights?.squeeze(0) ?? null];
    }
    if (this.batch_first) return this.forwardBatch(query, key, value, options);
    const [output, weights] = this.forwardBatch(
      query.transpose(0, 1),
      key.transpose(0, 1),
      value.transpose(0, 1),
      options,
    );
    return [output.transpose(0, 1), weights];
  }

  /** (batch, length, embed_dim) in and out. */
  forwardBatch(query: Tensor, key: Tensor, value: Tensor, options: AttentionCall): [Tensor, Tensor | null] {
    const [batch, length, width] = query.sizes;
    const heads = this.num_heads;
    const weights = this.in_proj_weight.chunk(3) as Tensor[];
    const biases = this.in_proj_bias ? (this.in_proj_bias.chunk(3) as Tensor[]) : [null, null, null];
    const project = (input: Tensor, k: number): Tensor =>
      F.linear(input, weights[k], biases[k])
        .view(batch, -1, heads, width / heads)
        .transpose(1, 2);
    const [q, k, v] = [project(query, 0), project(key, 1), project(value, 2)];
    let scores = q.matmul(k.transpose(-2, -1)).div(Math.sqrt(width / heads));
    scores = masked(scores, options.attn_mask ?? null, options.key_padding_mask ?? null);
    const attention = F.dropout(F.softmax(scores, -1), this.dropout, this.training);
    const joined = attention.matmul(v).transpose(1, 2).reshape(batch, length, width);
    const output = this.out_proj.forward(joined);
    if (options.need_weights === false) return [output, null];
    return [output, (options.average_attn_weights ?? true) ? attention.mean(1) : attention];
  }
}

/** Scores with -infinity where nothing is to be seen. In both masks true hides, as in PyTorch's module. */
function masked(scores: Tensor, mask: Tensor | null, padding: Tensor | null): Tensor {
  let result = scores;
  if (mask) result = mask.dtype === bool ? result.masked_fill(mask, -Infinity) : result.add(mask);
  if (padding) result = result.masked_fill(padding.unsqueeze(1).unsqueeze(2), -Infinity);
  return result;
}

export interface EncoderOptions {
  dim_feedforward?: number;
  dropout?: number;
  activation?: 'relu' | 'gelu';
  batch_first?: boolean;
  norm_first?: boolean;
  layer_norm_eps?: number;
}

/** Attention and two linear layers, each with a residual and a normalisation. */
export class TransformerEncoderLayer extends Module {
  self_attn: MultiheadAttention;
  linear1: Linear;
  dropout: Dropout;
  linear2: Linear;
  norm1: LayerNorm;
  norm2: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;
  readonly #activation: 'relu' | 'gelu';
  readonly #normFirst: boolean;

  constructor(d_model: number, nhead: number, options: EncoderOptions = {}) {
    super();
    const {
      dim_feedforward = 2048,
      dropout = 0.1,
      batch_first = false,
      layer_norm_eps: eps = 1e-5,
    } = options;
    this.self_attn = new MultiheadAttention(d_model, nhead, { dropout, batch_first });
    this.linear1 = new Linear(d_model, dim_feedforward);
    this.dropout = new Dropout(dropout);
    this.linear2 = new Linear(dim_feedforward, d_model);
    this.norm1 = new LayerNorm(d_model, { eps });
    this.norm2 = new LayerNorm(d_model, { eps });
    this.dropout1 = new Dropout(dropout);
    this.dropout2 = new Dropout(dropout);
    this.#activation = options.activation ?? 'relu';
    this.#normFirst = options.norm_first ?? false;
    if (!['relu', 'gelu'].includes(this.#activation)) {
      throw new RuntimeError(`activation should be relu/gelu, not ${this.#activation}`);
    }
  }

  forward(
    src: Tensor,
    options: { src_mask?: Tensor | null; src_key_padding_mask?: Tensor | null } = {},
  ): Tensor {
    const attend = (x: Tensor): Tensor => {
      const masks = {
        attn_mask: options.src_mask,
        key_padding_mask: options.src_key_padding_mask,
        need_weights: false,
      };
      return this.dropout1.forward(this.self_attn.forward(x, x, x, masks)[0]);
    };
    const feed = (x: Tensor): Tensor => {
      const hidden = this.linear1.forward(x);
      const active = this.#activation === 'relu' ? hidden.relu() : F.gelu(hidden);
      return this.dropout2.forward(this.linear2.forward(this.dropout.forward(active)));
    };
    if (this.#normFirst) {
      const attended = src.add(attend(this.norm1.forward(src)));
      return attended.add(feed(this.norm2.forward(attended)));
    }
    const attended = this.norm1.forward(src.add(attend(src)));
    return this.norm2.forward(attended.add(feed(attended)));
  }
}
