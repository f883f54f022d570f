/** The transformer: layers of attention for what is read and what is written, stacks of them, and both together. */

import { methodByName } from '../core/call.ts';
import { RuntimeError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { default_generator } from '../random/generator.ts';
import { MultiheadAttention } from './attention.ts';
import { ModuleList } from './containers.ts';
import { Dropout } from './dropout.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { Linear } from './linear.ts';
import { Module } from './module.ts';
import { LayerNorm } from './normalization.ts';

export interface LayerOptions {
  dim_feedforward?: number;
  dropout?: number;
  activation?: 'relu' | 'gelu' | ((x: Tensor) => Tensor);
  batch_first?: boolean;
  norm_first?: boolean;
  layer_norm_eps?: number;
  bias?: boolean;
}

type Mask = Tensor | null;

/** What both kinds of layer have: the two linear layers, and how residuals and norms follow each other. */
abstract class Layer extends Module {
  declare linear1: Linear;
  declare dropout: Dropout;
  declare linear2: Linear;
  readonly #settings: readonly [d_model: number, nhead: number, options: LayerOptions];

  constructor(d_model: number, nhead: number, options: LayerOptions) {
    super();
    this.#settings = [d_model, nhead, options];
    const { activation = 'relu' } = options;
    if (typeof activation !== 'function' && activation !== 'relu' && activation !== 'gelu') {
      throw new RuntimeError(`activation should be relu/gelu, not ${activation}`);
    }
  }

  protected attention(): MultiheadAttention {
    const [d_model, nhead, { dropout = 0.1, batch_first = false, bias = true }] = this.#settings;
    return new MultiheadAttention(d_model, nhead, { dropout, batch_first, bias });
  }

  protected norm(): LayerNorm {
    const [d_model, , { layer_norm_eps: eps = 1e-5, bias = true }] = this.#settings;
    return new LayerNorm(d_model, { eps, bias });
  }

  protected drop(): Dropout {
    return new Dropout(this.#settings[2].dropout ?? 0.1);
  }

  protected makeFeedForward(): void {
    const [d_model, , { dim_feedforward = 2048, bias = true }] = this.#settings;
    this.linear1 = new Linear(d_model, dim_feedforward, { bias });
    this.dropout = this.drop();
    this.linear2 = new Linear(dim_feedforward, d_model, { bias });
  }

  protected feed(x: Tensor): Tensor {
    const { activation = 'relu' } = this.#settings[2];
    const activate =
      typeof activation === 'function' ? activation : { relu: F.relu, gelu: F.gelu }[activation];
    return this.linear2.forward(this.dropout.forward(activate(this.linear1.forward(x))));
  }

  /** A part of the layer with its residual: normalised before the part, or after the sum. */
  protected residual(x: Tensor, norm: LayerNorm, part: (x: Tensor) => Tensor): Tensor {
    if (this.#settings[2].norm_first) return x.add(part(norm.forward(x)));
    return norm.forward(x.add(part(x)));
  }

  /** A layer of its own with the same weights. It draws no random numbers. */
  copy(): this {
    const before = default_generator.save();
    const Class = this.constructor as new (...settings: unknown[]) => this;
    const copy = new Class(...this.#settings);
    default_generator.restore(before);
    copy.load_state_dict(this.state_dict());
    return copy.train(this.training);
  }
}

// Fields are declared, not defined: modules are listed in the order in which the constructor assigns them.

export interface EncoderMasks {
  src_mask?: Mask;
  src_key_padding_mask?: Mask;
}

/**
 * Attention and two linear layers, each with a residual and a normalisation.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html
 */
export class TransformerEncoderLayer extends Layer {
  declare self_attn: MultiheadAttention;
  declare norm1: LayerNorm;
  declare norm2: LayerNorm;
  declare dropout1: Dropout;
  declare dropout2: Dropout;

  constructor(d_model: number, nhead: number, options: LayerOptions = {}) {
    super(d_model, nhead, options);
    this.self_attn = this.attention();
    this.makeFeedForward();
    this.norm1 = this.norm();
    this.norm2 = this.norm();
    this.dropout1 = this.drop();
    this.dropout2 = this.drop();
  }

  forward(src: Tensor, options?: EncoderMasks): Tensor;
  forward(src: Tensor, src_mask: Mask, src_key_padding_mask?: Mask): Tensor;
  forward(src: Tensor, given: EncoderMasks | Mask = {}): Tensor {
    const options = given as EncoderMasks;
    const masks = {
      attn_mask: options.src_mask,
      key_padding_mask: options.src_key_padding_mask,
      need_weights: false,
    };
    const attended = this.residual(src, this.norm1, (x) =>
      this.dropout1.forward(this.self_attn.forward(x, x, x, masks)[0]),
    );
    return this.residual(attended, this.norm2, (x) => this.dropout2.forward(this.feed(x)));
  }
}

interface StackMasks {
  mask?: Mask;
  src_key_padding_mask?: Mask;
}

export interface DecoderMasks {
  tgt_mask?: Mask;
  memory_mask?: Mask;
  tgt_key_padding_mask?: Mask;
  memory_key_padding_mask?: Mask;
}

/**
 * Attention to what was written, attention to what was read, and two linear layers.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.TransformerDecoderLayer.html
 */
export class TransformerDecoderLayer extends Layer {
  declare self_attn: MultiheadAttention;
  declare multihead_attn: MultiheadAttention;
  declare norm1: LayerNorm;
  declare norm2: LayerNorm;
  declare norm3: LayerNorm;
  declare dropout1: Dropout;
  declare dropout2: Dropout;
  declare dropout3: Dropout;

  constructor(d_model: number, nhead: number, options: LayerOptions = {}) {
    super(d_model, nhead, options);
    this.self_attn = this.attention();
    this.multihead_attn = this.attention();
    this.makeFeedForward();
    this.norm1 = this.norm();
    this.norm2 = this.norm();
    this.norm3 = this.norm();
    this.dropout1 = this.drop();
    this.dropout2 = this.drop();
    this.dropout3 = this.drop();
  }

  forward(tgt: Tensor, memory: Tensor, options?: DecoderMasks): Tensor;
  forward(tgt: Tensor, memory: Tensor, tgt_mask: Mask, memory_mask?: Mask): Tensor;
  forward(tgt: Tensor, memory: Tensor, given: DecoderMasks | Mask = {}): Tensor {
    const options = given as DecoderMasks;
    const own = {
      attn_mask: options.tgt_mask,
      key_padding_mask: options.tgt_key_padding_mask,
      need_weights: false,
    };
    const read = {
      attn_mask: options.memory_mask,
      key_padding_mask: options.memory_key_padding_mask,
      need_weights: false,
    };
    const written = this.residual(tgt, this.norm1, (x) =>
      this.dropout1.forward(this.self_attn.forward(x, x, x, own)[0]),
    );
    const attended = this.residual(written, this.norm2, (x) =>
      this.dropout2.forward(this.multihead_attn.forward(x, memory, memory, read)[0]),
    );
    return this.residual(attended, this.norm3, (x) => this.dropout3.forward(this.feed(x)));
  }
}

/** Copies of one layer, one after the other. */
abstract class Stack<L extends Layer> extends Module {
  layers: ModuleList;
  readonly num_layers: number;
  norm: Module | null;

  constructor(layer: L, num_layers: number, norm: Module | null) {
    super();
    this.layers = new ModuleList(Array.from({ length: num_layers }, () => layer.copy()));
    this.num_layers = num_layers;
    this.norm = norm;
  }

  protected run(x: Tensor, step: (layer: L, x: Tensor) => Tensor): Tensor {
    let value = x;
    for (const layer of this.layers) value = step(layer as L, value);
    return this.norm ? this.norm.forward(value) : value;
  }
}

/**
 * `num_layers` copies of an encoder layer, one after the other, and `norm` at the end where there is one.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.TransformerEncoder.html
 */
export class TransformerEncoder extends Stack<TransformerEncoderLayer> {
  constructor(encoder_layer: TransformerEncoderLayer, num_layers: number, norm: Module | null = null) {
    super(encoder_layer, num_layers, norm);
  }

  forward(src: Tensor, options?: StackMasks): Tensor;
  forward(src: Tensor, mask: Mask, src_key_padding_mask?: Mask): Tensor;
  forward(src: Tensor, given: StackMasks | Mask = {}): Tensor {
    const options = given as StackMasks;
    const masks = { src_mask: options.mask, src_key_padding_mask: options.src_key_padding_mask };
    return this.run(src, (layer, x) => layer.forward(x, masks));
  }
}

/**
 * `num_layers` copies of a decoder layer, one after the other, and `norm` at the end where there is one.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.TransformerDecoder.html
 */
export class TransformerDecoder extends Stack<TransformerDecoderLayer> {
  constructor(decoder_layer: TransformerDecoderLayer, num_layers: number, norm: Module | null = null) {
    super(decoder_layer, num_layers, norm);
  }

  forward(tgt: Tensor, memory: Tensor, options?: DecoderMasks): Tensor;
  forward(tgt: Tensor, memory: Tensor, tgt_mask: Mask, memory_mask?: Mask): Tensor;
  forward(tgt: Tensor, memory: Tensor, given: DecoderMasks | Mask = {}): Tensor {
    const options = given as DecoderMasks;
    return this.run(tgt, (layer, x) => layer.forward(x, memory, options));
  }
}

export interface TransformerOptions extends LayerOptions {
  d_model?: number;
  nhead?: number;
  num_encoder_layers?: number;
  num_decoder_layers?: number;
  /** Modules in the place of those that it would make. */
  custom_encoder?: Module | null;
  custom_decoder?: Module | null;
}

/** An encoder and a decoder. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Transformer.html */
export class Transformer extends Module {
  encoder: Module;
  decoder: Module;
  readonly d_model: number;
  readonly nhead: number;
  readonly batch_first: boolean;

  constructor({
    d_model = 512,
    nhead = 8,
    num_encoder_layers = 6,
    num_decoder_layers = 6,
    custom_encoder,
    custom_decoder,
    ...options
  }: TransformerOptions = {}) {
    super();
    const { layer_norm_eps: eps = 1e-5, bias = true } = options;
    const norm = (): LayerNorm => new LayerNorm(d_model, { eps, bias });
    const reader = (): Module =>
      new TransformerEncoder(
        new TransformerEncoderLayer(d_model, nhead, options),
        num_encoder_layers,
        norm(),
      );
    this.encoder = custom_encoder ?? reader();
    const writer = (): Module =>
      new TransformerDecoder(
        new TransformerDecoderLayer(d_model, nhead, options),
        num_decoder_layers,
        norm(),
      );
    this.decoder = custom_decoder ?? writer();
    for (const parameter of this.parameters()) if (parameter.ndim > 1) init.xavier_uniform_(parameter);
    this.d_model = d_model;
    this.nhead = nhead;
    this.batch_first = options.batch_first ?? false;
  }

  /** A mask that hides what comes later: -infinity above the diagonal. */
  static generate_square_subsequent_mask(size: number): Tensor {
    return call('full', [size, size], -Infinity).triu(1);
  }

  forward(src: Tensor, tgt: Tensor, options: EncoderMasks & DecoderMasks = {}): Tensor {
    this.#check(src, tgt);
    const { src_mask: mask, src_key_padding_mask, ...masks } = options;
    const memory = this.encoder.forward(src, { mask, src_key_padding_mask });
    return this.decoder.forward(tgt, memory, masks);
  }

  #check(src: Tensor, tgt: Tensor): void {
    const batch = this.batch_first ? 0 : 1;
    if (src.ndim === 3 && src.sizes[batch] !== tgt.sizes[batch]) {
      throw new RuntimeError('the batch number of src and tgt must be equal');
    }
    if (src.sizes[src.ndim - 1] !== this.d_model || tgt.sizes[tgt.ndim - 1] !== this.d_model) {
      throw new RuntimeError('the feature number of src and tgt must be equal to d_model');
    }
  }
}

methodByName(TransformerEncoderLayer, 'forward', 'src | src_mask, src_key_padding_mask, is_causal');
methodByName(TransformerEncoder, 'forward', 'src | mask, src_key_padding_mask, is_causal');
const decoderMasks =
  'tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, tgt_is_causal, memory_is_causal';
methodByName(TransformerDecoderLayer, 'forward', `tgt, memory | ${decoderMasks}`);
methodByName(TransformerDecoder, 'forward', `tgt, memory | ${decoderMasks}`);
methodByName(
  Transformer,
  'forward',
  'src, tgt | src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask, src_is_causal, tgt_is_causal, memory_is_causal',
);
