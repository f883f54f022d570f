/** Tables of vectors that are looked up by number. */

import { byName, methodByName } from '../core/call.ts';
import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import { paddingRow } from '../ops/embedding.ts';
import { fork_rng } from '../random/index.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import { pythonFloat } from './text.ts';
import { empty } from './weights.ts';

export interface EmbeddingOptions {
  padding_idx?: number | null;
  /** Vectors that are looked up and longer than this are first shortened to it, in the table. */
  max_norm?: number | null;
  norm_type?: number;
  /** Whether a vector's gradient is divided by how often the batch has it. */
  scale_grad_by_freq?: boolean;
}

/** The rows, and what is done to them when they are looked up. */
abstract class Table extends Module {
  readonly num_embeddings: number;
  readonly embedding_dim: number;
  readonly padding_idx: number | null;
  readonly max_norm: number | null;
  readonly norm_type: number;
  readonly scale_grad_by_freq: boolean;
  weight: Parameter;

  constructor(num_embeddings: number, embedding_dim: number, options: EmbeddingOptions = {}) {
    super();
    this.num_embeddings = num_embeddings;
    this.embedding_dim = embedding_dim;
    this.padding_idx = paddingRow(options.padding_idx ?? null, num_embeddings);
    this.max_norm = options.max_norm ?? null;
    this.norm_type = options.norm_type ?? 2;
    this.scale_grad_by_freq = options.scale_grad_by_freq ?? false;
    this.weight = empty([num_embeddings, embedding_dim]);
    init.normal_(this.weight);
    if (this.padding_idx !== null) init.zeros_(this.weight.detach().select(0, this.padding_idx));
  }
}

/**
 * A vector for each number from 0 to num_embeddings - 1.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Embedding.html
 */
export class Embedding extends Table {
  /** A table of vectors that are there already, which do not learn unless `freeze` is false. */
  static readonly from_pretrained = byName(
    'embeddings, freeze | padding_idx, max_norm, norm_type, scale_grad_by_freq',
    function from_pretrained(embeddings: Tensor, freeze = true, options: EmbeddingOptions = {}): Embedding {
      if (embeddings.ndim !== 2) throw new ValueError('Embeddings parameter is expected to be 2-dimensional');
      const [rows, columns] = embeddings.sizes;
      // No numbers are drawn for a table that is replaced.
      const made = fork_rng(() => new Embedding(rows, columns, options));
      made.weight = new Parameter(embeddings, !freeze);
      return made;
    },
  );

  forward(input: Tensor): Tensor {
    const { weight, padding_idx, max_norm, norm_type, scale_grad_by_freq } = this;
    return F.embedding(input, weight, padding_idx, max_norm, norm_type, scale_grad_by_freq);
  }

  override extra_repr(): string {
    const { num_embeddings, embedding_dim, padding_idx, max_norm, norm_type, scale_grad_by_freq } = this;
    const parts = [`${num_embeddings}, ${embedding_dim}`];
    if (padding_idx !== null) parts.push(`padding_idx=${padding_idx}`);
    if (max_norm !== null) parts.push(`max_norm=${pythonFloat(max_norm)}`);
    if (norm_type !== 2) parts.push(`norm_type=${pythonFloat(norm_type)}`);
    if (scale_grad_by_freq) parts.push('scale_grad_by_freq=True');
    return parts.join(', ');
  }
}

export interface BagOptions extends EmbeddingOptions {
  mode?: 'sum' | 'mean' | 'max';
  include_last_offset?: boolean;
}

/**
 * One vector for each bag of numbers.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.EmbeddingBag.html
 */
export class EmbeddingBag extends Table {
  readonly mode: string;
  readonly include_last_offset: boolean;

  constructor(num_embeddings: number, embedding_dim: number, options: BagOptions = {}) {
    super(num_embeddings, embedding_dim, options);
    this.mode = options.mode ?? 'mean';
    this.include_last_offset = options.include_last_offset ?? false;
  }

  forward(input: Tensor, offsets: Tensor | null = null, per_sample_weights: Tensor | null = null): Tensor {
    const { weight, mode, include_last_offset, padding_idx, max_norm, norm_type, scale_grad_by_freq } = this;
    return F.embedding_bag(input, weight, {
      offsets,
      max_norm,
      norm_type,
      scale_grad_by_freq,
      mode,
      per_sample_weights,
      include_last_offset,
      padding_idx,
    });
  }

  override extra_repr(): string {
    return [
      `${this.num_embeddings}, ${this.embedding_dim}`,
      ...(this.max_norm === null ? [] : [`max_norm=${pythonFloat(this.max_norm)}`]),
      ...(this.norm_type === 2 ? [] : [`norm_type=${pythonFloat(this.norm_type)}`]),
      ...(this.scale_grad_by_freq ? ['scale_grad_by_freq=True'] : []),
      `mode='${this.mode}'`,
      ...(this.padding_idx === null ? [] : [`padding_idx=${this.padding_idx}`]),
    ].join(', ');
  }
}

methodByName(EmbeddingBag, 'forward', 'input, offsets, per_sample_weights');
