/**
 * handgrad's engine: PyTorch's tensors and autograd, on the cpu and on WebGPU.
 * `import * as torch from 'torch'` gives PyTorch's own names; the course's cheat sheet
 * (site/content/docs/cheat-sheet.mdx) says how Python's syntax is written here.
 */

export { is_anomaly_enabled } from './autograd/anomaly.ts';
export * as autograd from './autograd/index.ts';
export {
  enable_grad,
  inference_mode,
  is_grad_enabled,
  is_inference_mode_enabled,
  no_grad,
  set_grad_enabled,
} from './autograd/modes.ts';
export {
  bool,
  DType,
  double,
  dtypes,
  float,
  float16,
  float32,
  float64,
  get_default_dtype,
  half,
  int,
  int8,
  int16,
  int32,
  int64,
  long,
  promote_types,
  type Scalar,
  set_default_dtype,
  short,
  uint8,
} from './core/dtype.ts';
export * from './core/errors.ts';
export { Slice } from './core/indexing.ts';
export { finfo, iinfo } from './core/limits.ts';
export { NdArray } from './core/ndarray.ts';
export { type Operator, operators } from './core/operator.ts';
export { get_printoptions, set_printoptions } from './core/print.ts';
export { scope } from './core/scope.ts';
export { Size } from './core/shape.ts';
export { strided } from './core/tensor.ts';
export { device } from './devices/device.ts';
export * as webgpu from './devices/webgpu/index.ts';
export * as distributed from './distributed/index.ts';
export * as multiprocessing from './distributed/multiprocessing.ts';
export * as func from './func/index.ts';
export { vmap } from './func/vmap.ts';
export * from './generated.ts';
export { load, save } from './io/index.ts';
export * as linalg from './linalg/index.ts';
export * as nn from './nn/index.ts';
export {
  BoolTensor,
  ByteTensor,
  CharTensor,
  DoubleTensor,
  FloatTensor,
  HalfTensor,
  IntTensor,
  LongTensor,
  ShortTensor,
  Tensor,
} from './ops/constructors.ts';
export { channels_last, channels_last_3d, contiguous_format, preserve_format } from './ops/copy.ts';
export { get_default_device, set_default_device } from './ops/creation.ts';
export * as optim from './optim/index.ts';
export * from './platform.ts';
export { Generator } from './random/generator.ts';
export * as random from './random/index.ts';
export {
  default_generator,
  get_rng_state,
  initial_seed,
  manual_seed,
  seed,
  set_rng_state,
} from './random/index.ts';
export * from './refused.ts';
export * as special from './special/index.ts';
export * as utils from './utils.ts';

/** The PyTorch whose results these are. */
export const __version__ = '2.13.0';

export const inf = Infinity;
export const nan = Number.NaN;
export const { PI: pi, E: e } = Math;
/** For indexing: `x.index(torch.newaxis)` is `x.index(null)`. */
export const newaxis = null;
