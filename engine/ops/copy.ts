/** Copies and casts: between types, memory layouts and devices; and writing values into a tensor. */

import {
  bool,
  DType,
  dtypes,
  float16,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  refuseOverflow,
  uint8,
} from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { composeInto } from '../core/pointwise.ts';
import { typeName } from '../core/schema.ts';
import { channelsLastStrides } from '../core/shape.ts';
import { alias, allocate, channelsLastRanks, Tensor } from '../core/tensor.ts';
import { type Device, deviceNamed } from '../devices/device.ts';
import { preservedStrides } from './creation.ts';

/** The memory layouts that a copy can be asked for. */
export const contiguous_format = 'torch.contiguous_format';
export const preserve_format = 'torch.preserve_format';
export const channels_last = 'torch.channels_last';
export const channels_last_3d = 'torch.channels_last_3d';

/** The strides of a copy in that memory format. @throws RuntimeError for a format of another number of dimensions */
function stridesIn(memory_format: string, self: Tensor): readonly number[] | undefined {
  const rank = channelsLastRanks.get(memory_format);
  if (rank === undefined) return memory_format === contiguous_format ? undefined : preservedStrides(self);
  if (rank === self.ndim) return channelsLastStrides(self.sizes);
  throw new RuntimeError(`required rank ${rank} tensor to use ${memory_format.replace('torch.', '')} format`);
}

/** Copies every element, cast to the target's type. */
function copyInto(target: Tensor, source: Tensor): Tensor {
  if (source.storage.device === target.storage.device || source.numel() === 1) {
    return composeInto('copy_', 'source', { source }, target.dtype, target);
  }
  return composeInto(
    'copy_',
    'source',
    { source: transfer(source, target.storage.device) },
    target.dtype,
    target,
  );
}

/** A copy on another device. Reading back from a GPU has to wait, so it is not done here. */
function transfer(source: Tensor, device: Device): Tensor {
  if (!source.is_cpu) {
    source.storage.device.check();
    throw new RuntimeError(
      `reading from ${source.device} takes a while: use 'await t.cpu()' where PyTorch writes t.cpu() or t.to('cpu')`,
    );
  }
  const strides = preservedStrides(source);
  const dense =
    strides === source.strides
      ? source
      : copyInto(allocate(source.sizes, source.dtype, source.storage.device, strides), source);
  const elements = alias(dense, [source.numel()], [1]);
  return alias(device.upload(elements), source.sizes, strides);
}

defineOperator({
  name: 'detach',
  schema: 'self: Tensor',
  doc: 'A tensor on the same memory that takes no part in autograd.',
  example: 'torch.ones(2, { requires_grad: true }).detach()',
  forward: ({ self }) => alias(self),
});

defineOperator({
  name: 'detach_',
  schema: 'self: Tensor',
  doc: 'Takes this tensor out of the graph: it becomes a leaf that requires no grad.',
  forward({ self }) {
    if (self.viewInfo) {
      throw new RuntimeError(
        "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for training, and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence detach_() cannot be called on these gradients. To fix this error, please refer to the Optimizer.zero_grad() function in torch/optim/optimizer.py as the solution.",
      );
    }
    self.node = null;
    self.leafRequiresGrad = false;
    return self;
  },
});

defineOperator({
  name: 'clone',
  schema: "self: Tensor, *, memory_format: str = 'torch.preserve_format'",
  doc: 'A copy on memory of its own. Gradients flow through it.',
  example: 'torch.tensor([1, 2]).clone()',
  grad: { self: 'grad' },
  forward({ self, memory_format }) {
    const strides = stridesIn(memory_format, self);
    return copyInto(allocate(self.sizes, self.dtype, self.storage.device, strides), self);
  },
});

defineOperator({
  name: 'contiguous',
  schema: "self: Tensor, memory_format: str = 'torch.contiguous_format'",
  doc: 'This tensor where it lies in row-major order without gaps, a copy that does otherwise.',
  example: 'torch.tensor([[1, 2], [3, 4]]).t().contiguous()',
  as: 'method',
  forward({ self, memory_format }) {
    if (
      ![contiguous_format, preserve_format].includes(memory_format) &&
      !channelsLastRanks.has(memory_format)
    ) {
      throw new TypeError("contiguous(): argument 'memory_format' must be torch.memory_format, not str");
    }
    if (memory_format === preserve_format) {
      throw new RuntimeError('preserve memory format is unsupported by the contiguous operator');
    }
    return self.is_contiguous({ memory_format }) ? self : self.clone({ memory_format });
  },
});

const toCopy = defineOperator({
  name: '_to_copy',
  schema: 'self: Tensor, dtype: dtype, device: str',
  doc: 'A copy of another type, on another device.',
  grad: { self: (grad, { meta }) => castBack(grad, meta.self.dtype) },
  gradName: 'ToCopyBackward0',
  forward({ self, dtype, device }) {
    const target = deviceNamed(device);
    const moved = target === self.storage.device ? self : transfer(self, target);
    if (moved !== self && moved.dtype === dtype) return moved;
    return copyInto(allocate(self.sizes, dtype, target, preservedStrides(moved)), moved);
  },
});

function castBack(grad: Tensor, dtype: DType): Tensor {
  return grad.to(dtype);
}

/** The dtype and device that `to` was asked for, in whichever order PyTorch allows. */
function readTarget(
  self: Tensor,
  given: readonly unknown[],
  named: { dtype: DType | null; device: string | null },
): { dtype: DType; device: string } {
  let dtype = named.dtype ?? self.dtype;
  let device = named.device ?? self.device;
  for (const value of given) {
    if (value instanceof Tensor) [dtype, device] = [value.dtype, value.device];
    else if (value instanceof DType) dtype = value;
    else if (typeof value === 'string') device = value;
    else if (value !== null) {
      throw new TypeError(`to() received an invalid combination of arguments - got (${typeName(value)})`);
    }
  }
  return { dtype, device };
}

defineOperator({
  name: 'to',
  schema:
    'self: Tensor, target: any = null, other: any = null, *, dtype: dtype? = null, device: str? = null, copy: bool = false, non_blocking: bool = false, memory_format: str? = null',
  doc: 'This tensor as another type, or on another device: itself where nothing changes.',
  example: 'torch.tensor([1.5, 2.5]).to(torch.int64)',
  as: 'method',
  forward({ self, target, other, dtype, device, copy, memory_format }) {
    const wanted = readTarget(self, [target, other], { dtype, device });
    const sameDevice = deviceNamed(wanted.device) === self.storage.device;
    const isSame = !copy && sameDevice && wanted.dtype === self.dtype;
    const moved = isSame ? self : toCopy(self, wanted.dtype, wanted.device);
    if (!channelsLastRanks.has(memory_format ?? '')) return moved;
    return moved.contiguous({ memory_format });
  },
});

defineOperator({
  name: 'type_as',
  schema: 'self: Tensor, other: Tensor',
  doc: "This tensor in the other's type.",
  example: 'torch.tensor([1, 2]).type_as(torch.tensor(1.5))',
  as: 'method',
  forward: ({ self, other }) => self.to(other.dtype),
});

defineOperator({
  name: 'type',
  schema: 'self: Tensor, dtype: any = null',
  doc: "The name of this tensor's type, or with a dtype this tensor cast to it.",
  example: 'torch.tensor([1.5]).type()',
  as: 'method',
  overloads: [
    ['self: Tensor', 'string'],
    ['self: Tensor, dtype: dtype', 'Tensor'],
    ['self: Tensor, dtype: str', 'Tensor'],
    ['self: Tensor, *, dtype: dtype', 'Tensor'],
  ],
  forward({ self, dtype }) {
    if (dtype instanceof DType) return self.to(dtype);
    if (dtype === null) return self.dtype.className;
    const named = dtypes.find(({ className }) => className === dtype);
    if (named) return self.to(named);
    throw new ValueError(`invalid type: '${dtype}'`);
  },
});

defineOperator({
  name: 'webgpu',
  schema: 'self: Tensor',
  doc: 'This tensor on the GPU: itself where it is there.',
  example: "torch.webgpu.is_available() ? torch.ones(2).webgpu().device : 'no GPU here'",
  as: 'method',
  forward: ({ self }) => self.to('webgpu'),
});

const casts = {
  double: float64,
  float: float32,
  half: float16,
  long: int64,
  int: int32,
  short: int16,
  char: int8,
  byte: uint8,
  bool,
};

for (const [name, dtype] of Object.entries(casts)) {
  defineOperator({
    name,
    schema: 'self: Tensor',
    doc: `This tensor as ${dtype.name}: itself where it is that already.`,
    example: `torch.tensor([1.5, 0]).${name}()`,
    as: 'method',
    forward: ({ self }) => self.to(dtype),
  });
}

defineOperator({
  name: 'copy_',
  schema: 'self: Tensor, src: Operand',
  doc: 'Writes another tensor (or a number) into this one, broadcast and cast to fit.',
  example: 'torch.zeros(2, 2).copy_(torch.tensor([1, 2]))',
  as: 'method',
  mutates: true,
  gradName: 'CopyBackwards',
  grad: { self: 'zeros_like(grad)', src: (grad, { meta }) => castBack(grad, meta.src.dtype) },
  forward: ({ self, src }) =>
    src instanceof Tensor ? copyInto(self, src) : composeInto('copy_', 'src', { src }, self.dtype, self),
});

/** A view in which elements that share their memory stand once. */
function withoutRepeats(self: Tensor): Tensor {
  if (!self.strides.includes(0)) return self;
  return alias(
    self,
    self.sizes.map((size, dim) => (self.strides[dim] === 0 ? Math.min(size, 1) : size)),
  );
}

defineOperator({
  name: 'fill_',
  schema: 'self: Tensor, value: Operand',
  doc: 'Writes one value everywhere.',
  example: 'torch.zeros(3).fill_(2)',
  mutates: true,
  gradName: ({ value }) => (value instanceof Tensor ? 'FillBackward3' : 'FillBackward2'),
  grad: { self: 'zeros_like(grad)', value: 'sum(grad)' },
  forward({ self, value }) {
    if (value instanceof Tensor && value.ndim > 0) {
      throw new RuntimeError(
        `fill_ only supports 0-dimension value tensor but got tensor with ${value.ndim} dimensions.`,
      );
    }
    if (!(value instanceof Tensor)) refuseOverflow(value, self.dtype);
    composeInto('fill_', 'value', { value }, self.dtype, withoutRepeats(self));
    return self;
  },
});

defineOperator({
  name: 'fill',
  schema: 'input: Tensor, value: Operand',
  doc: 'A tensor of the same size and type with one value everywhere.',
  example: 'torch.fill(torch.zeros(2), 7)',
  as: 'function',
  gradName: ({ value }) => (typeof value === 'object' ? 'FillBackward1' : 'FillBackward0'),
  grad: { input: 'zeros_like(grad)', value: 'sum(grad)' },
  forward: ({ input, value }) => input.clone().fill_(value),
});

defineOperator({
  name: 'zero_',
  schema: 'self: Tensor',
  doc: 'Writes zeros everywhere.',
  example: 'torch.ones(3).zero_()',
  mutates: true,
  gradName: 'ZeroBackward0',
  grad: { self: 'zeros_like(grad)' },
  forward({ self }) {
    composeInto('zero_', '0', {}, self.dtype, withoutRepeats(self));
    return self;
  },
});
