/**
 * Calls of every differentiable operator on which its gradients are checked (samples.test.ts). An operator of one
 * tensor needs none: it is called on a matrix between 0.2 and 0.8.
 */

import type { Tensor } from '../core/tensor.ts';
import * as torch from '../index.ts';

// biome-ignore lint/suspicious/noExplicitAny: any operator, with any arguments
type Op = (...args: any[]) => any;

export interface Sample {
  /** Sizes of the inputs that are checked, float64 and between `low` and `high`. */
  readonly sizes: readonly (readonly number[])[];
  readonly call: (op: Op, ...inputs: Tensor[]) => Tensor | readonly Tensor[];
  /** Has no second derivative. */
  readonly once?: boolean;
  readonly low: number;
  readonly high: number;
}

function on(sizes: readonly (readonly number[])[], call: Sample['call'], low = 0.2, high = 0.8): Sample {
  return { sizes, call, low, high };
}

const matrix = [2, 3];
export const unary: Sample = on([matrix], (op, x) => op(x));
const binary = [on([matrix, matrix], (op, a, b) => op(a, b)), on([matrix, [3]], (op, a, b) => op(a, b))];
const arithmetic = [...binary, on([matrix], (op, a) => op(a, 1.7))];
/** A number in the first tensor's place. */
const ofNumber = on([matrix], (op, x) => op(2.5, x));
const alpha = [...arithmetic, on([matrix, [1, 3]], (op, a, b) => op(a, b, { alpha: 0.3 }))];
const all = on([matrix], (op, x) => op(x));
const dims = [on([matrix], (op, x) => op(x, 0)), on([[2, 3, 2]], (op, x) => op(x, -1))];
const reduction = [
  all,
  on([[2, 3, 2]], (op, x) => op(x, [0, 2])),
  on([matrix], (op, x) => op(x, 1, { keepdim: true })),
];
const moments = [
  on([matrix], (op, x) => op(x, null, 1, false)),
  on([matrix], (op, x) => op(x, [1], 0, true)),
];
const picked = (...rest: unknown[]): Sample => on([[3, 4]], (op, x) => op(x, ...rest)[0]);
const pickedAll = on([[3, 4]], (op, x) => op(x));
const wide = (samples: readonly Sample[], low: number, high: number): Sample[] =>
  samples.map((sample) => ({ ...sample, low, high }));
const signed = [on([[3, 4]], (op, x) => op(x), -3, 3)];
const product = (...sizes: number[][]): Sample[] => [
  on(sizes, (op, ...given) => op(...given)),
  on(sizes, (op, ...given) => op(...given, { beta: 0.5, alpha: 2 })),
];
const losses = [
  on([matrix, matrix], (op, a, b) => op(a, b)),
  on([matrix, matrix], (op, a, b) => op(a, b, { reduction: 'none' })),
  on([matrix, matrix], (op, a, b) => op(a, b, { reduction: 'sum' })),
];
const index = torch.tensor([
  [0, 2, 1],
  [2, 2, 0],
]);
const rows = torch.tensor([2, 0]);
const mask = torch.tensor([
  [true, false, true],
  [false, false, true],
]);

export const samples: Readonly<Record<string, readonly Sample[]>> = {
  // ── activations ──
  relu: signed,
  leaky_relu: [...signed, on([matrix], (op, x) => op(x, 0.3), -2, 2)],
  _rrelu: [on([matrix], (op, x) => op(x, x.detach().sign().mul(0.3)), -2, 2)],
  threshold: [on([matrix], (op, x) => op(x, 0.5, 7))],
  elu: [...signed, on([matrix], (op, x) => op(x, 0.7, 1.3, 0.6), -2, 2)],
  celu: [...signed, on([matrix], (op, x) => op(x, 0.7), -2, 2)],
  gelu: [...signed, on([matrix], (op, x) => op(x, { approximate: 'tanh' }), -2, 2)],
  silu: signed,
  mish: signed,
  softplus: [...signed, on([matrix], (op, x) => op(x, 2, 1), -2, 2)],
  logsigmoid: signed,
  hardtanh: signed,
  hardsigmoid: wide(signed, -5, 5),
  hardswish: wide(signed, -5, 5),
  hardshrink: signed,
  softshrink: signed,
  glu: [on([[2, 4]], (op, x) => op(x)), on([[4, 3]], (op, x) => op(x, 0))],
  _of_kernel: [on([matrix], (op, x) => op(x, 'TanhBackwardBackward0', null), -2, 2)],
  _div_number: [on([matrix], (op, x) => op(x, 3))],
  _prelu_kernel: [on([matrix, matrix], (op, x, weight) => op(x, weight), -2, 2)],
  // ── arithmetic ──
  add: alpha,
  sub: alpha,
  rsub: alpha,
  subtract: alpha,
  mul: arithmetic,
  multiply: arithmetic,
  div: [...arithmetic, ofNumber],
  divide: arithmetic,
  true_divide: arithmetic,
  remainder: wide(arithmetic, 1.1, 3.9),
  fmod: wide(arithmetic, 1.1, 3.9),
  pow: [...arithmetic, on([matrix], (op, x) => op(x, 3), -2, 2), ofNumber],
  addcmul: [on([matrix, matrix, [3]], (op, a, b, c) => op(a, b, c, { value: 0.5 }))],
  addcdiv: [on([matrix, matrix, [3]], (op, a, b, c) => op(a, b, c, { value: 0.5 }))],
  lerp: [
    on([matrix, matrix], (op, a, b) => op(a, b, 0.3)),
    on([matrix, matrix, [3]], (op, a, b, c) => op(a, b, c)),
  ],
  copysign: wide(binary, -2, 2),
  atan2: binary,
  arctan2: binary,
  hypot: binary,
  xlogy: [...arithmetic, ofNumber],
  special_xlog1py: [...arithmetic, ofNumber],
  logaddexp: binary,
  logaddexp2: binary,
  ldexp: binary,
  maximum: binary,
  minimum: binary,
  fmax: binary,
  fmin: binary,
  abs: signed,
  absolute: signed,
  acosh: wide([unary], 1.2, 3),
  arccosh: wide([unary], 1.2, 3),
  logit: [unary, on([matrix], (op, x) => op(x, 0.3))],
  lgamma: wide([unary], 0.6, 3),
  digamma: wide([unary], 0.6, 3),
  _polygamma: [on([matrix], (op, x) => op(1, x), 0.6, 3)],
  nan_to_num: [unary],
  clamp: [
    on([matrix], (op, x) => op(x, 0.4, 0.6)),
    on([matrix, matrix], (op, x, low) => op(x, low)),
    on([matrix, matrix, [3]], (op, x, low, high) => op(x, low, high)),
  ],
  clip: [on([matrix], (op, x) => op(x, 0.4, 0.6))],
  clamp_min: arithmetic,
  clamp_max: arithmetic,
  // ── shapes ──
  cat: ['cat', 'concat'].map(() => on([matrix, [1, 3]], (op, a, b) => op([a, b], 0))),
  concat: [on([matrix, [1, 3]], (op, a, b) => op([a, b]))],
  concatenate: [on([matrix, [2, 1]], (op, a, b) => op([a, b], 1))],
  stack: [on([matrix, matrix], (op, a, b) => op([a, b], 1))],
  repeat: [on([matrix], (op, x) => op(x, 2, 1, 2))],
  roll: [on([matrix], (op, x) => op(x, [1, -1], [0, 1]))],
  flip: [on([matrix], (op, x) => op(x, 0, 1))],
  tril: [on([[3, 3]], (op, x) => op(x, -1))],
  triu: [on([[2, 3, 3]], (op, x) => op(x, 1))],
  trace: [on([[3, 2]], (op, x) => op(x))],
  constant_pad_nd: [on([matrix], (op, x) => op(x, [1, -1, 0, 2], 3))],
  _to_copy: [on([matrix], (op, x) => op(x, torch.float64, 'cpu'))],
  view: [on([matrix], (op, x) => op(x, 3, 2))],
  _unsafe_view: [on([matrix], (op, x) => op(x, [3, 2]))],
  transpose: [on([[2, 3, 2]], (op, x) => op(x, 0, -1))],
  swapaxes: [on([matrix], (op, x) => op(x, 0, 1))],
  swapdims: [on([matrix], (op, x) => op(x, 0, 1))],
  permute: [on([[2, 3, 4]], (op, x) => op(x, 2, 0, 1))],
  expand: [on([[2, 1]], (op, x) => op(x, 3, -1, 4))],
  select: dims.map(() => on([matrix], (op, x) => op(x, 1, -1))),
  slice: [on([[5, 2]], (op, x) => op(x, 0, 1, 5, 2))],
  unsqueeze: [on([matrix], (op, x) => op(x, -1))],
  squeeze: [on([[2, 1, 3]], (op, x) => op(x)), on([[1, 2, 1]], (op, x) => op(x, 0))],
  as_strided: [on([[6]], (op, x) => op(x, [3, 2], [1, 2], 1))],
  diagonal: [on([[3, 4]], (op, x) => op(x, 1)), on([[2, 3, 3]], (op, x) => op(x, 0, 1, 2))],
  diag_embed: [on([matrix], (op, x) => op(x, -1))],
  unfold: [on([[7]], (op, x) => op(x, 0, 3, 2))],
  split: [on([[5, 2]], (op, x) => op(x, 2))],
  select_scatter: [on([matrix, [3]], (op, x, src) => op(x, src, 0, 1))],
  slice_scatter: [
    on(
      [
        [4, 2],
        [2, 2],
      ],
      (op, x, src) => op(x, src, 0, 1, 4, 2),
    ),
  ],
  diagonal_scatter: [on([[3, 3], [2]], (op, x, src) => op(x, src, 1))],
  // ── reductions and order ──
  sum: reduction,
  mean: reduction,
  nansum: reduction,
  prod: [all, ...dims, on([matrix], (op, x) => op(x.mul(x.gt(0.5)), 1))],
  logsumexp: dims,
  amax: reduction,
  amin: reduction,
  _max_dim: [picked(1, false), picked(0, true)],
  _min_dim: [picked(1, false), picked(0, true)],
  _median_dim: [picked(1, false)],
  _nanmedian_dim: [picked(1, false)],
  mode: [picked()],
  kthvalue: [picked(2), picked(1, 0, true)],
  sort: [picked(), picked(0, true)],
  topk: [picked(2), picked(1, 0)],
  cummax: [picked(1)],
  cummin: [picked(0)],
  cumsum: dims,
  cumprod: [...dims, on([[2, 4]], (op, x) => op(x.mul(x.gt(0.4)), 1))],
  logcumsumexp: dims,
  _reverse_cumsum: dims,
  _reverse_logcumsumexp: dims,
  _softmax: dims,
  _log_softmax: dims,
  _softmax_backward: [true, false].map((log) => on([matrix, matrix], (op, g, y) => op(g, y, 1, log))),
  _var: moments,
  _std: moments,
  _var_mean: moments,
  _std_mean: moments,
  dist: [
    ...binary,
    on([matrix, matrix], (op, a, b) => op(a, b, 3)),
    on([matrix, matrix], (op, a, b) => op(a, b, 1)),
  ],
  cdist: [on([matrix, [4, 3]], (op, a, b) => op(a, b)), on([matrix, [4, 3]], (op, a, b) => op(a, b, 3))],
  linalg_vector_norm: [
    all,
    on([matrix], (op, x) => op(x, 3, [1])),
    on([matrix], (op, x) => op(x, 1), -2, 2),
    on([matrix], (op, x) => op(x, Infinity, [0]), -2, 2),
  ],
  _norm: [on([matrix], (op, x) => op(x, 3, [1], false))],
  _max_all: [pickedAll],
  _min_all: [pickedAll],
  _median_all: [pickedAll],
  // ── indexing ──
  _index: [
    on([[3, 4]], (op, x) => op(x, [rows])),
    on([[3, 4]], (op, x) => op(x, [rows, torch.tensor([1, 1])])),
  ],
  masked_fill: [
    on([matrix], (op, x) => op(x, mask, 2)),
    on([matrix, []], (op, x, value) => op(x, mask, value)),
  ],
  masked_select: [on([matrix], (op, x) => op(x, mask))],
  masked_scatter: [on([matrix, [4]], (op, x, source) => op(x, mask, source))],
  gather: [on([[2, 4]], (op, x) => op(x, 1, index))],
  scatter: [
    on([matrix, matrix], (op, x, src) =>
      op(
        x,
        1,
        torch.tensor([
          [0, 2, 1],
          [2, 1, 0],
        ]),
        src,
      ),
    ),
    on([matrix], (op, x) => op(x, 1, index, 2)),
  ],
  scatter_add: [on([matrix, matrix], (op, x, src) => op(x, 1, index, src))],
  scatter_reduce: ['sum', 'mean', 'prod', 'amax', 'amin'].flatMap((reduce) => [
    on([matrix, matrix], (op, x, src) => op(x, 1, index, src, reduce)),
    on([matrix, matrix], (op, x, src) => op(x, 1, index, src, reduce, { include_self: false })),
  ]),
  take: [
    on([matrix], (op, x) =>
      op(
        x,
        torch.tensor([
          [0, 5],
          [3, 3],
        ]),
      ),
    ),
  ],
  index_select: [on([[3, 2]], (op, x) => op(x, 0, torch.tensor([2, 0, 2])))],
  index_add: [
    on(
      [
        [3, 2],
        [2, 2],
      ],
      (op, x, source) => op(x, 0, rows, source, { alpha: 0.5 }),
    ),
  ],
  index_copy: [
    on(
      [
        [3, 2],
        [2, 2],
      ],
      (op, x, source) => op(x, 0, rows, source),
    ),
  ],
  index_fill: [
    on([[3, 2]], (op, x) => op(x, 0, rows, 2)),
    on([[3, 2], []], (op, x, value) => op(x, 0, rows, value)),
  ],
  _where: [on([matrix, [3]], (op, a, b) => op(mask, a, b))],
  _embedding: [on([[3, 2]], (op, weight) => op(weight, index))],
  // ── products ──
  mm: [on([matrix, [3, 4]], (op, a, b) => op(a, b))],
  bmm: [
    on(
      [
        [2, 2, 3],
        [2, 3, 1],
      ],
      (op, a, b) => op(a, b),
    ),
  ],
  mv: [on([matrix, [3]], (op, a, b) => op(a, b))],
  dot: [on([[3], [3]], (op, a, b) => op(a, b))],
  addmm: product([2, 2], [2, 3], [3, 2]),
  addmv: product([2], [2, 3], [3]),
  addr: product([2, 3], [2], [3]),
  baddbmm: product([2, 2, 2], [2, 2, 3], [2, 3, 2]),
  addbmm: product([2, 2], [2, 2, 3], [2, 3, 2]),
  // ── layers and losses ──
  _convolution: [
    on([[1, 2, 2, 3, 2], [2, 1, 2, 2, 1], [2]], (op, x, w, b) =>
      op(x, w, b, [1, 2, 1], [1, 0, 0], [1, 1, 1], 2),
    ),
    on([[1, 2, 4, 4], [2, 2, 3, 2], [2]], (op, x, w, b) => op(x, w, b, [2, 1], [1, 0], [1, 1], 1)),
    on(
      [
        [1, 2, 5],
        [4, 1, 2],
      ],
      (op, x, w) => op(x, w, null, [1, 2], [0, 1], [1, 1], 2),
    ),
  ],
  _convolution_input: [
    on(
      [
        [1, 2, 3, 3],
        [2, 2, 2, 2],
      ],
      (op, g, w) => op(g, w, [1, 2, 4, 4], [1, 1], [0, 0], [1, 1], 1),
    ),
  ],
  _convolution_weight: [
    on(
      [
        [1, 2, 4, 4],
        [1, 2, 3, 3],
      ],
      (op, x, g) => op(x, g, [2, 2, 2, 2], [1, 1], [0, 0], [1, 1], 1),
    ),
  ],
  _convolution_transposed: [
    on(
      [
        [1, 1, 1, 2, 2],
        [1, 2, 2, 1, 2],
      ],
      (op, x, w) => op(x, w, null, [1, 2, 2, 2, 3], [2, 1, 1], [0, 0, 0], [1, 1, 1], 1),
    ),
    on([[1, 2, 3, 2], [2, 2, 2, 2], [2]], (op, x, w, b) =>
      op(x, w, b, [1, 2, 6, 3], [2, 1], [0, 0], [1, 1], 1),
    ),
  ],
  _max_pool3d: [on([[1, 1, 2, 3, 3]], (op, x) => op(x, [2, 2, 2], [1, 1, 1], [1, 0, 1])[0])],
  _avg_pool3d: [on([[1, 1, 2, 3, 2]], (op, x) => op(x, [2, 2, 1], [1, 2, 1], [1, 0, 0], true, false))],
  _adaptive_avg_pool2d: [on([[1, 3, 4]], (op, x) => op(x, [2, 3]))],
  _adaptive_avg_pool3d: [on([[1, 2, 3, 2]], (op, x) => op(x, [1, 2, 2]))],
  _adaptive_max_pool2d: [on([[1, 3, 4]], (op, x) => op(x, [2, 3])[0])],
  _adaptive_max_pool3d: [on([[1, 2, 3, 2]], (op, x) => op(x, [1, 2, 2])[0])],
  _fractional_max_pool: [
    on([[1, 1, 4, 5]], (op, x) => op(x, [2, 2], [2, 3], torch.tensor([[[0.3, 0.6]]]))[0]),
    on([[1, 1, 3, 3, 3]], (op, x) => op(x, [1, 1, 1], [2, 2, 2], torch.tensor([[[0.3, 0.6, 0.1]]]))[0]),
  ],
  _max_unpool2d: [on([[1, 1, 2]], (op, x) => op(x, torch.tensor([[[1, 3]]]), [1, 5]))],
  _max_unpool3d: [on([[1, 1, 1, 2]], (op, x) => op(x, torch.tensor([[[[1, 3]]]]), [1, 2, 2]))],
  _upsample: [
    on([[1, 1, 3]], (op, x) => op(x, [5], 'linear', false, null)),
    on([[1, 1, 3, 2]], (op, x) => op(x, [4, 5], 'bicubic', true, null)),
    on([[1, 1, 3]], (op, x) => op(x, [4], 'nearest', false, [1.5])),
  ],
  _grid_sampler: ['zeros', 'border', 'reflection'].map((padding) =>
    on(
      [
        [1, 2, 3, 4],
        [1, 2, 1, 2],
      ],
      (op, x, grid) => op(x, grid.mul(1.7), 'bilinear', padding, false),
    ),
  ),
  _affine_grid: [on([[1, 2, 3]], (op, theta) => op(theta, [1, 1, 2, 3], false))],
  _pack_padded_sequence: [on([[3, 2, 2]], (op, x) => op(x, [2, 2, 1]))],
  _weight_norm: [on([matrix, [2, 1]], (op, v, g) => op(v, g, 0))],
  _embedding_bag: ['sum', 'mean', 'max'].map((mode) =>
    on([[3, 2], [4]], (op, w, s) =>
      op(
        w,
        torch.tensor([0, 2, 2, 1]),
        mode === 'sum' ? s : s.sum().mul(torch.ones(4, { dtype: torch.float64 })),
        [3, 1],
        mode,
      ),
    ),
  ),
  _im2col: [on([[1, 2, 3, 4]], (op, x) => op(x, [2, 2], [1, 1], [1, 0], [2, 1]))],
  _col2im: [on([[1, 4, 6]], (op, x) => op(x, [3, 4], [2, 2], [1, 1], [0, 0], [1, 1]))],
  _pad_with_own: ['reflect', 'replicate', 'circular'].map((mode) =>
    on([[2, 3, 3]], (op, x) => op(x, [1, 2, 0, 1], mode)),
  ),
  pixel_shuffle: [on([[1, 4, 2, 1]], (op, x) => op(x, 2))],
  pixel_unshuffle: [on([[1, 1, 2, 4]], (op, x) => op(x, 2))],
  soft_margin_loss: ['mean', 'none'].map((kind) =>
    on([matrix], (op, x) => op(x, torch.ones(2, 3).neg(), kind)),
  ),
  multi_margin_loss: [1, 2].map((p) => on([matrix], (op, x) => op(x, rows, { p }))),
  multilabel_margin_loss: [
    on([matrix], (op, x) =>
      op(
        x,
        torch.tensor([
          [0, -1, 0],
          [2, 1, -1],
        ]),
      ),
    ),
  ],
  _max_pool2d: [on([[1, 1, 4, 4]], (op, x) => op(x, [2, 2], [1, 1], [1, 1], [1, 1])[0])],
  _max_pool2d_backward: [
    on([[1, 1, 2, 2]], (op, g) => {
      const chosen = torch.tensor([0, 3, 1, 2]).view(1, 1, 2, 2);
      return op(g, chosen, [3, 3], [2, 2], [1, 1], [0, 0], [1, 1]);
    }),
  ],
  _avg_pool2d: [on([[1, 1, 4, 4]], (op, x) => op(x, [2, 2], [2, 1], [1, 0]))],
  layer_norm: [on([[2, 3], [3], [3]], (op, x, w, b) => op(x, [3], w, b))],
  group_norm: [on([[2, 4, 2], [4], [4]], (op, x, w, b) => op(x, 2, w, b))],
  _batch_norm: [on([[4, 2], [2], [2]], (op, x, w, b) => op(x, w, b))],
  fill: [on([matrix, [3]], (op, x, v) => op(x, v.sum()).mul(v))],
  _rnn_layer: [on([matrix, matrix], (op, a, b) => op([a, b]))],
  _transpose_layer: [on([matrix], (op, x) => op(x, 0, 1))],
  // Its gradient is that of softmax and loss together, and PyTorch has no second one.
  _ctc_loss: [
    {
      ...on([[4, 2, 3]], (op, x) => op(x.log_softmax(2), torch.tensor([1, 2, 2]), [4, 3], [2, 1], 0, false)),
      once: true,
    },
  ],
  mse_loss: losses,
  huber_loss: wide([...losses, on([matrix, matrix], (op, a, b) => op(a, b, { delta: 0.2 }))], -2, 2),
  smooth_l1_loss: wide([...losses, on([matrix, matrix], (op, a, b) => op(a, b, { beta: 0.2 }))], -2, 2),
  binary_cross_entropy: losses,
  binary_cross_entropy_with_logits: [
    ...losses,
    on([matrix, matrix], (op, a, b) => op(a, b, { pos_weight: torch.tensor([1.5, 2.5, 0.5]).double() })),
  ],
  _nll_loss_backward: [
    on([[]], (op, g) => op(g, torch.tensor([2, 0]), null, -100, 'mean', torch.tensor(2).double(), [2, 3])),
    on([[2]], (op, g) => op(g, torch.tensor([2, 0]), null, -100, 'none', torch.tensor(0).double(), [2, 3])),
  ],
  _nll_loss: ['mean', 'sum', 'none'].map((kind) =>
    on([[2, 3]], (op, x) => op(x, torch.tensor([2, 0]), null, -100, kind)[0]),
  ),
};

/** Operators whose graph node PyTorch has too, but no derivative behind it, or one that random numbers make. */
export const without: ReadonlySet<string> = new Set([
  '_ctc_loss_backward',
  '_unique2',
  '_unique_dim',
  'bernoulli',
  'floor_divide',
  'frexp',
  'heaviside',
  'igamma',
  'igammac',
  'nextafter',
  'normal',
  'poisson',
]);
