/** The modules as PyTorch calls them: each class with the order of its constructor's arguments. */

import { newByName } from '../core/call.ts';
import * as activations from './activations.ts';
import * as adaptive from './adaptive-softmax.ts';
import * as attention from './attention.ts';
import * as cells from './cells.ts';
import * as convolutions from './convolutions.ts';
import * as distances from './distances.ts';
import * as dropout from './dropout.ts';
import * as embeddings from './embeddings.ts';
import { layerByName } from './factory.ts';
import * as fractional from './fractional.ts';
import * as lazy from './lazy.ts';
import * as linear from './linear.ts';
import * as losses from './losses.ts';
import * as margins from './margins.ts';
import * as normalization from './normalization.ts';
import * as padding from './padding.ts';
import * as pooling from './pooling.ts';
import * as rectifiers from './rectifiers.ts';
import * as recurrent from './recurrent.ts';
import * as shaping from './shaping.ts';
import * as transformer from './transformer.ts';

export { UninitializedParameter } from './lazy.ts';

const convOrder =
  'in_channels, out_channels, kernel_size | stride, padding, dilation, groups, bias, padding_mode';
const recurrentOrder =
  'input_size, hidden_size | num_layers, bias, batch_first, dropout, bidirectional, proj_size';
const poolOrder = 'kernel_size | stride, padding, dilation, return_indices, ceil_mode';
const averagePoolOrder = 'kernel_size | stride, padding, ceil_mode, count_include_pad';
const lossOrder = '| reduction';
const transposedOrder =
  'in_channels, out_channels, kernel_size | stride, padding, output_padding, groups, bias, dilation, padding_mode';
const batchNormOrder = 'num_features | eps, momentum, affine, track_running_stats, bias';
const transformerOrder =
  'd_model, nhead | dim_feedforward, dropout, activation, layer_norm_eps, batch_first, norm_first, bias';
const withoutInput = (order: string): string => order.replace(/^\w+,? ?/, '');

// Linear layers, convolutions and normalisation

export const Linear = layerByName(linear.Linear, 'in_features, out_features | bias');
export type Linear = linear.Linear;
/** Takes any arguments, and ignores them. */
export const Identity = linear.Identity;
export type Identity = linear.Identity;
export const Conv1d = layerByName(convolutions.Conv1d, convOrder);
export type Conv1d = convolutions.Conv1d;
export const Conv2d = layerByName(convolutions.Conv2d, convOrder);
export type Conv2d = convolutions.Conv2d;
export const Conv3d = layerByName(convolutions.Conv3d, convOrder);
export type Conv3d = convolutions.Conv3d;
export const BatchNorm1d = layerByName(normalization.BatchNorm1d, batchNormOrder);
export type BatchNorm1d = normalization.BatchNorm1d;
export const BatchNorm2d = layerByName(normalization.BatchNorm2d, batchNormOrder);
export type BatchNorm2d = normalization.BatchNorm2d;
export const BatchNorm3d = layerByName(normalization.BatchNorm3d, batchNormOrder);
export type BatchNorm3d = normalization.BatchNorm3d;
export const LayerNorm = layerByName(
  normalization.LayerNorm,
  'normalized_shape | eps, elementwise_affine, bias',
);
export type LayerNorm = normalization.LayerNorm;
export const GroupNorm = layerByName(normalization.GroupNorm, 'num_groups, num_channels | eps, affine, bias');
export type GroupNorm = normalization.GroupNorm;

export const Bilinear = layerByName(linear.Bilinear, 'in1_features, in2_features, out_features | bias');
export type Bilinear = linear.Bilinear;
export const RMSNorm = layerByName(normalization.RMSNorm, 'normalized_shape | eps, elementwise_affine');
export type RMSNorm = normalization.RMSNorm;
export const InstanceNorm1d = layerByName(normalization.InstanceNorm1d, batchNormOrder);
export type InstanceNorm1d = normalization.InstanceNorm1d;
export const InstanceNorm2d = layerByName(normalization.InstanceNorm2d, batchNormOrder);
export type InstanceNorm2d = normalization.InstanceNorm2d;
export const InstanceNorm3d = layerByName(normalization.InstanceNorm3d, batchNormOrder);
export type InstanceNorm3d = normalization.InstanceNorm3d;
export const ConvTranspose1d = layerByName(convolutions.ConvTranspose1d, transposedOrder);
export type ConvTranspose1d = convolutions.ConvTranspose1d;
export const ConvTranspose2d = layerByName(convolutions.ConvTranspose2d, transposedOrder);
export type ConvTranspose2d = convolutions.ConvTranspose2d;
export const ConvTranspose3d = layerByName(convolutions.ConvTranspose3d, transposedOrder);
export type ConvTranspose3d = convolutions.ConvTranspose3d;

// Activations, dropout, flattening

export const ReLU = newByName(rectifiers.ReLU, 'inplace');
export type ReLU = rectifiers.ReLU;
export const ReLU6 = newByName(rectifiers.ReLU6, 'inplace');
export type ReLU6 = rectifiers.ReLU6;
export const Sigmoid = newByName(activations.Sigmoid, '');
export type Sigmoid = activations.Sigmoid;
export const Tanh = newByName(activations.Tanh, '');
export type Tanh = activations.Tanh;
export const LeakyReLU = newByName(rectifiers.LeakyReLU, 'negative_slope, inplace');
export type LeakyReLU = rectifiers.LeakyReLU;
export const ELU = newByName(rectifiers.ELU, 'alpha, inplace');
export type ELU = rectifiers.ELU;
export const SELU = newByName(rectifiers.SELU, 'inplace');
export type SELU = rectifiers.SELU;
export const GELU = newByName(rectifiers.GELU, 'approximate');
export type GELU = rectifiers.GELU;
export const SiLU = newByName(rectifiers.SiLU, 'inplace');
export type SiLU = rectifiers.SiLU;
export const Mish = newByName(rectifiers.Mish, 'inplace');
export type Mish = rectifiers.Mish;
export const Hardtanh = newByName(activations.Hardtanh, 'min_val, max_val, inplace');
export type Hardtanh = activations.Hardtanh;
export const Softplus = newByName(activations.Softplus, 'beta, threshold');
export type Softplus = activations.Softplus;
export const Softmax = newByName(activations.Softmax, 'dim');
export type Softmax = activations.Softmax;
export const LogSoftmax = newByName(activations.LogSoftmax, 'dim');
export type LogSoftmax = activations.LogSoftmax;
export const Dropout = newByName(dropout.Dropout, 'p, inplace');
export type Dropout = dropout.Dropout;
export const Dropout1d = newByName(dropout.Dropout1d, 'p, inplace');
export type Dropout1d = dropout.Dropout1d;
export const Dropout2d = newByName(dropout.Dropout2d, 'p, inplace');
export type Dropout2d = dropout.Dropout2d;
export const Dropout3d = newByName(dropout.Dropout3d, 'p, inplace');
export type Dropout3d = dropout.Dropout3d;
export const Flatten = newByName(shaping.Flatten, 'start_dim, end_dim');
export type Flatten = shaping.Flatten;
export const Unflatten = newByName(shaping.Unflatten, 'dim, unflattened_size');
export type Unflatten = shaping.Unflatten;
export const AlphaDropout = newByName(dropout.AlphaDropout, 'p, inplace');
export type AlphaDropout = dropout.AlphaDropout;
export const FeatureAlphaDropout = newByName(dropout.FeatureAlphaDropout, 'p, inplace');
export type FeatureAlphaDropout = dropout.FeatureAlphaDropout;

export const Softsign = newByName(activations.Softsign, '');
export type Softsign = activations.Softsign;
export const Tanhshrink = newByName(activations.Tanhshrink, '');
export type Tanhshrink = activations.Tanhshrink;
export const LogSigmoid = newByName(activations.LogSigmoid, '');
export type LogSigmoid = activations.LogSigmoid;
export const Hardsigmoid = newByName(activations.Hardsigmoid, 'inplace');
export type Hardsigmoid = activations.Hardsigmoid;
export const Hardswish = newByName(rectifiers.Hardswish, 'inplace');
export type Hardswish = rectifiers.Hardswish;
export const CELU = newByName(rectifiers.CELU, 'alpha, inplace');
export type CELU = rectifiers.CELU;
export const Hardshrink = newByName(activations.Hardshrink, 'lambd');
export type Hardshrink = activations.Hardshrink;
export const Softshrink = newByName(activations.Softshrink, 'lambd');
export type Softshrink = activations.Softshrink;
export const Softmin = newByName(activations.Softmin, 'dim');
export type Softmin = activations.Softmin;
export const GLU = newByName(activations.GLU, 'dim');
export type GLU = activations.GLU;
export const PReLU = layerByName(rectifiers.PReLU, 'num_parameters, init');
export type PReLU = rectifiers.PReLU;
export const CosineSimilarity = newByName(distances.CosineSimilarity, 'dim, eps');
export type CosineSimilarity = distances.CosineSimilarity;
export const MarginRankingLoss = newByName(margins.MarginRankingLoss, '| margin, reduction');
export type MarginRankingLoss = margins.MarginRankingLoss;
export const HingeEmbeddingLoss = newByName(margins.HingeEmbeddingLoss, '| margin, reduction');
export type HingeEmbeddingLoss = margins.HingeEmbeddingLoss;
export const TripletMarginLoss = newByName(margins.TripletMarginLoss, '| margin, p, eps, swap, reduction');
export type TripletMarginLoss = margins.TripletMarginLoss;
export const PairwiseDistance = newByName(distances.PairwiseDistance, 'p, eps, keepdim');
export type PairwiseDistance = distances.PairwiseDistance;
export const Threshold = newByName(rectifiers.Threshold, 'threshold, value, inplace');
export type Threshold = rectifiers.Threshold;
export const RReLU = newByName(rectifiers.RReLU, 'lower, upper, inplace');
export type RReLU = rectifiers.RReLU;
export const Softmax2d = newByName(activations.Softmax2d, '');
export type Softmax2d = activations.Softmax2d;
export const LocalResponseNorm = newByName(normalization.LocalResponseNorm, 'size, alpha, beta, k');
export type LocalResponseNorm = normalization.LocalResponseNorm;
export const ChannelShuffle = newByName(shaping.ChannelShuffle, 'groups');
export type ChannelShuffle = shaping.ChannelShuffle;

// Pooling

export const MaxPool1d = newByName(pooling.MaxPool1d, poolOrder);
export type MaxPool1d = pooling.MaxPool1d;
export const MaxPool2d = newByName(pooling.MaxPool2d, poolOrder);
export type MaxPool2d = pooling.MaxPool2d;
export const MaxPool3d = newByName(pooling.MaxPool3d, poolOrder);
export type MaxPool3d = pooling.MaxPool3d;
export const AvgPool1d = newByName(pooling.AvgPool1d, averagePoolOrder);
export type AvgPool1d = pooling.AvgPool1d;
export const AvgPool2d = newByName(pooling.AvgPool2d, `${averagePoolOrder}, divisor_override`);
export type AvgPool2d = pooling.AvgPool2d;
export const AvgPool3d = newByName(pooling.AvgPool3d, `${averagePoolOrder}, divisor_override`);
export type AvgPool3d = pooling.AvgPool3d;
export const AdaptiveAvgPool1d = newByName(pooling.AdaptiveAvgPool1d, 'output_size');
export type AdaptiveAvgPool1d = pooling.AdaptiveAvgPool1d;
export const AdaptiveAvgPool2d = newByName(pooling.AdaptiveAvgPool2d, 'output_size');
export type AdaptiveAvgPool2d = pooling.AdaptiveAvgPool2d;
export const AdaptiveAvgPool3d = newByName(pooling.AdaptiveAvgPool3d, 'output_size');
export type AdaptiveAvgPool3d = pooling.AdaptiveAvgPool3d;
export const AdaptiveMaxPool1d = newByName(pooling.AdaptiveMaxPool1d, 'output_size, return_indices');
export type AdaptiveMaxPool1d = pooling.AdaptiveMaxPool1d;
const fractionalOrder = 'kernel_size | output_size, output_ratio, return_indices, _random_samples';
export const FractionalMaxPool2d = newByName(fractional.FractionalMaxPool2d, fractionalOrder);
export type FractionalMaxPool2d = fractional.FractionalMaxPool2d;
export const FractionalMaxPool3d = newByName(fractional.FractionalMaxPool3d, fractionalOrder);
export type FractionalMaxPool3d = fractional.FractionalMaxPool3d;
export const AdaptiveMaxPool2d = newByName(pooling.AdaptiveMaxPool2d, 'output_size, return_indices');
export type AdaptiveMaxPool2d = pooling.AdaptiveMaxPool2d;
export const AdaptiveMaxPool3d = newByName(pooling.AdaptiveMaxPool3d, 'output_size, return_indices');
export type AdaptiveMaxPool3d = pooling.AdaptiveMaxPool3d;
export const MaxUnpool1d = newByName(pooling.MaxUnpool1d, 'kernel_size, stride, padding');
export type MaxUnpool1d = pooling.MaxUnpool1d;
export const MaxUnpool2d = newByName(pooling.MaxUnpool2d, 'kernel_size, stride, padding');
export type MaxUnpool2d = pooling.MaxUnpool2d;
export const MaxUnpool3d = newByName(pooling.MaxUnpool3d, 'kernel_size, stride, padding');
export type MaxUnpool3d = pooling.MaxUnpool3d;
export const LPPool1d = newByName(pooling.LPPool1d, 'norm_type, kernel_size, stride, ceil_mode');
export type LPPool1d = pooling.LPPool1d;
export const LPPool2d = newByName(pooling.LPPool2d, 'norm_type, kernel_size, stride, ceil_mode');
export type LPPool2d = pooling.LPPool2d;
export const LPPool3d = newByName(pooling.LPPool3d, 'norm_type, kernel_size, stride, ceil_mode');
export type LPPool3d = pooling.LPPool3d;

// Borders

export const ZeroPad1d = newByName(padding.ZeroPad1d, 'padding');
export type ZeroPad1d = padding.ZeroPad1d;
export const ZeroPad2d = newByName(padding.ZeroPad2d, 'padding');
export type ZeroPad2d = padding.ZeroPad2d;
export const ZeroPad3d = newByName(padding.ZeroPad3d, 'padding');
export type ZeroPad3d = padding.ZeroPad3d;
export const ReflectionPad1d = newByName(padding.ReflectionPad1d, 'padding');
export type ReflectionPad1d = padding.ReflectionPad1d;
export const ReflectionPad2d = newByName(padding.ReflectionPad2d, 'padding');
export type ReflectionPad2d = padding.ReflectionPad2d;
export const ReflectionPad3d = newByName(padding.ReflectionPad3d, 'padding');
export type ReflectionPad3d = padding.ReflectionPad3d;
export const ReplicationPad1d = newByName(padding.ReplicationPad1d, 'padding');
export type ReplicationPad1d = padding.ReplicationPad1d;
export const ReplicationPad2d = newByName(padding.ReplicationPad2d, 'padding');
export type ReplicationPad2d = padding.ReplicationPad2d;
export const ReplicationPad3d = newByName(padding.ReplicationPad3d, 'padding');
export type ReplicationPad3d = padding.ReplicationPad3d;
export const CircularPad1d = newByName(padding.CircularPad1d, 'padding');
export type CircularPad1d = padding.CircularPad1d;
export const CircularPad2d = newByName(padding.CircularPad2d, 'padding');
export type CircularPad2d = padding.CircularPad2d;
export const CircularPad3d = newByName(padding.CircularPad3d, 'padding');
export type CircularPad3d = padding.CircularPad3d;
export const ConstantPad1d = newByName(padding.ConstantPad1d, 'padding, value');
export type ConstantPad1d = padding.ConstantPad1d;
export const ConstantPad2d = newByName(padding.ConstantPad2d, 'padding, value');
export type ConstantPad2d = padding.ConstantPad2d;
export const ConstantPad3d = newByName(padding.ConstantPad3d, 'padding, value');
export type ConstantPad3d = padding.ConstantPad3d;

// Other sizes and shapes

export const Upsample = newByName(shaping.Upsample, '| size, scale_factor, mode, align_corners');
export type Upsample = shaping.Upsample;
export const PixelShuffle = newByName(shaping.PixelShuffle, 'upscale_factor');
export type PixelShuffle = shaping.PixelShuffle;
export const PixelUnshuffle = newByName(shaping.PixelUnshuffle, 'downscale_factor');
export type PixelUnshuffle = shaping.PixelUnshuffle;
export const Unfold = newByName(shaping.Unfold, 'kernel_size | dilation, padding, stride');
export type Unfold = shaping.Unfold;
export const Fold = newByName(shaping.Fold, 'output_size, kernel_size | dilation, padding, stride');
export type Fold = shaping.Fold;
export const UpsamplingNearest2d = newByName(shaping.UpsamplingNearest2d, '| size, scale_factor');
export type UpsamplingNearest2d = shaping.UpsamplingNearest2d;
export const UpsamplingBilinear2d = newByName(shaping.UpsamplingBilinear2d, '| size, scale_factor');
export type UpsamplingBilinear2d = shaping.UpsamplingBilinear2d;

// Tables

export const Embedding = layerByName(
  embeddings.Embedding,
  'num_embeddings, embedding_dim | padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse',
);
export type Embedding = embeddings.Embedding;
export const EmbeddingBag = layerByName(
  embeddings.EmbeddingBag,
  'num_embeddings, embedding_dim | max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_idx',
);
export type EmbeddingBag = embeddings.EmbeddingBag;

// Recurrent layers

export const RNN = layerByName(
  recurrent.RNN,
  'input_size, hidden_size | num_layers, nonlinearity, bias, batch_first, dropout, bidirectional, proj_size',
);
export type RNN = recurrent.RNN;
export const LSTM = layerByName(recurrent.LSTM, recurrentOrder);
export type LSTM = recurrent.LSTM;
export const GRU = layerByName(recurrent.GRU, recurrentOrder);
export type GRU = recurrent.GRU;

export const RNNCell = layerByName(cells.RNNCell, 'input_size, hidden_size | bias, nonlinearity');
export type RNNCell = cells.RNNCell;
export const LSTMCell = layerByName(cells.LSTMCell, 'input_size, hidden_size | bias');
export type LSTMCell = cells.LSTMCell;
export const GRUCell = layerByName(cells.GRUCell, 'input_size, hidden_size | bias');
export type GRUCell = cells.GRUCell;

// Attention

export const MultiheadAttention = layerByName(
  attention.MultiheadAttention,
  'embed_dim, num_heads | dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim, batch_first',
);
export type MultiheadAttention = attention.MultiheadAttention;

export const TransformerEncoderLayer = layerByName(transformer.TransformerEncoderLayer, transformerOrder);
export type TransformerEncoderLayer = transformer.TransformerEncoderLayer;
export const TransformerDecoderLayer = layerByName(transformer.TransformerDecoderLayer, transformerOrder);
export type TransformerDecoderLayer = transformer.TransformerDecoderLayer;
export const TransformerEncoder = newByName(
  transformer.TransformerEncoder,
  'encoder_layer, num_layers, norm | enable_nested_tensor, mask_check',
);
export type TransformerEncoder = transformer.TransformerEncoder;
export const TransformerDecoder = newByName(
  transformer.TransformerDecoder,
  'decoder_layer, num_layers, norm',
);
export type TransformerDecoder = transformer.TransformerDecoder;
export const Transformer = layerByName(
  transformer.Transformer,
  '| d_model, nhead, num_encoder_layers, num_decoder_layers, dim_feedforward, dropout, activation, custom_encoder, custom_decoder, layer_norm_eps, batch_first, norm_first, bias',
);
export type Transformer = transformer.Transformer;

// Layers that take their sizes from the first input

export const LazyLinear = layerByName(lazy.LazyLinear, 'out_features | bias');
export type LazyLinear = lazy.LazyLinear;
export const LazyConv1d = layerByName(lazy.LazyConv1d, withoutInput(convOrder));
export type LazyConv1d = lazy.LazyConv1d;
export const LazyConv2d = layerByName(lazy.LazyConv2d, withoutInput(convOrder));
export type LazyConv2d = lazy.LazyConv2d;
export const LazyConv3d = layerByName(lazy.LazyConv3d, withoutInput(convOrder));
export type LazyConv3d = lazy.LazyConv3d;
export const LazyConvTranspose1d = layerByName(lazy.LazyConvTranspose1d, withoutInput(transposedOrder));
export type LazyConvTranspose1d = lazy.LazyConvTranspose1d;
export const LazyConvTranspose2d = layerByName(lazy.LazyConvTranspose2d, withoutInput(transposedOrder));
export type LazyConvTranspose2d = lazy.LazyConvTranspose2d;
export const LazyConvTranspose3d = layerByName(lazy.LazyConvTranspose3d, withoutInput(transposedOrder));
export type LazyConvTranspose3d = lazy.LazyConvTranspose3d;
export const LazyBatchNorm1d = layerByName(lazy.LazyBatchNorm1d, withoutInput(batchNormOrder));
export type LazyBatchNorm1d = lazy.LazyBatchNorm1d;
export const LazyBatchNorm2d = layerByName(lazy.LazyBatchNorm2d, withoutInput(batchNormOrder));
export type LazyBatchNorm2d = lazy.LazyBatchNorm2d;
export const LazyBatchNorm3d = layerByName(lazy.LazyBatchNorm3d, withoutInput(batchNormOrder));
export type LazyBatchNorm3d = lazy.LazyBatchNorm3d;
export const LazyInstanceNorm1d = layerByName(lazy.LazyInstanceNorm1d, withoutInput(batchNormOrder));
export type LazyInstanceNorm1d = lazy.LazyInstanceNorm1d;
export const LazyInstanceNorm2d = layerByName(lazy.LazyInstanceNorm2d, withoutInput(batchNormOrder));
export type LazyInstanceNorm2d = lazy.LazyInstanceNorm2d;
export const LazyInstanceNorm3d = layerByName(lazy.LazyInstanceNorm3d, withoutInput(batchNormOrder));
export type LazyInstanceNorm3d = lazy.LazyInstanceNorm3d;

// Losses

export const MSELoss = newByName(losses.MSELoss, lossOrder);
export type MSELoss = losses.MSELoss;
export const L1Loss = newByName(losses.L1Loss, lossOrder);
export type L1Loss = losses.L1Loss;
export const SmoothL1Loss = newByName(losses.SmoothL1Loss, '| reduction, beta');
export type SmoothL1Loss = losses.SmoothL1Loss;
export const HuberLoss = newByName(losses.HuberLoss, '| reduction, delta');
export type HuberLoss = losses.HuberLoss;
export const KLDivLoss = newByName(losses.KLDivLoss, '| reduction, log_target');
export type KLDivLoss = losses.KLDivLoss;
export const BCELoss = newByName(losses.BCELoss, '| weight, reduction');
export type BCELoss = losses.BCELoss;
export const BCEWithLogitsLoss = newByName(losses.BCEWithLogitsLoss, '| weight, reduction, pos_weight');
export type BCEWithLogitsLoss = losses.BCEWithLogitsLoss;
export const NLLLoss = newByName(losses.NLLLoss, '| weight, ignore_index, reduction');
export type NLLLoss = losses.NLLLoss;
export const CrossEntropyLoss = newByName(
  losses.CrossEntropyLoss,
  '| weight, ignore_index, reduction, label_smoothing',
);
export type CrossEntropyLoss = losses.CrossEntropyLoss;

export const SoftMarginLoss = newByName(margins.SoftMarginLoss, lossOrder);
export type SoftMarginLoss = margins.SoftMarginLoss;
export const MultiMarginLoss = newByName(margins.MultiMarginLoss, '| p, margin, weight, reduction');
export type MultiMarginLoss = margins.MultiMarginLoss;
export const MultiLabelMarginLoss = newByName(margins.MultiLabelMarginLoss, lossOrder);
export type MultiLabelMarginLoss = margins.MultiLabelMarginLoss;
export const MultiLabelSoftMarginLoss = newByName(margins.MultiLabelSoftMarginLoss, '| weight, reduction');
export type MultiLabelSoftMarginLoss = margins.MultiLabelSoftMarginLoss;
export const CosineEmbeddingLoss = newByName(margins.CosineEmbeddingLoss, '| margin, reduction');
export type CosineEmbeddingLoss = margins.CosineEmbeddingLoss;
export const PoissonNLLLoss = newByName(margins.PoissonNLLLoss, '| log_input, full, eps, reduction');
export type PoissonNLLLoss = margins.PoissonNLLLoss;
export const CTCLoss = newByName(margins.CTCLoss, '| blank, reduction, zero_infinity');
export type CTCLoss = margins.CTCLoss;
export const GaussianNLLLoss = newByName(margins.GaussianNLLLoss, '| full, eps, reduction');
export type GaussianNLLLoss = margins.GaussianNLLLoss;
export const TripletMarginWithDistanceLoss = newByName(
  margins.TripletMarginWithDistanceLoss,
  '| distance_function, margin, swap, reduction',
);
export type TripletMarginWithDistanceLoss = margins.TripletMarginWithDistanceLoss;

export const AdaptiveLogSoftmaxWithLoss = layerByName(
  adaptive.AdaptiveLogSoftmaxWithLoss,
  'in_features, n_classes, cutoffs | div_value, head_bias',
);
export type AdaptiveLogSoftmaxWithLoss = adaptive.AdaptiveLogSoftmaxWithLoss;
