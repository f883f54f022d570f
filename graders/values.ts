/** Values between plain data and the engine's tensors. Runs next to the learner's code, and in Node. */

import * as torch from 'torch';
import { sameShape } from './compare.ts';
import { deepestList, largestTensor, longestList } from './limits.ts';
import type { TensorData, Value } from './types.ts';

/** The engine's tensor for the data, on a device, with the strides that it had in PyTorch. */
export function toTensor(data: TensorData, device: string): torch.Tensor {
  const flat = torch.tensor(
    new torch.NdArray(data.data.slice(), [...data.shape], { dtype: dtypeNamed(data.dtype) }),
    { device: 'cpu' },
  );
  // What an expanded dimension repeats lies in memory once, and is written once.
  const sizes = data.shape.map((size, dim) => (data.strides[dim] === 0 ? Math.min(size, 1) : size));
  const options = { dtype: flat.dtype, device: 'cpu' };
  const strided = torch.empty_strided(sizes, [...data.strides], options);
  strided.copy_(flat.as_strided(sizes, flat.stride()));
  const tensor = (sameShape(sizes, data.shape) ? strided : strided.expand(...data.shape)).to(device);
  return data.requires_grad ? tensor.requires_grad_() : tensor;
}

function dtypeNamed(name: string): torch.DType {
  return torch.dtypes.find((dtype) => dtype.name === name) as torch.DType;
}

/** A value as the learner's function takes it. */
export function toArgument(value: Value, device: string): unknown {
  switch (value.kind) {
    case 'tensor':
      return toTensor(value, device);
    case 'ndarray':
      return new torch.NdArray(value.data.slice(), [...value.shape], { dtype: dtypeNamed(value.dtype) });
    case 'plain':
      return value.value;
    case 'list':
      return value.items.map((item) => toArgument(item, device));
    case 'other':
      throw new TypeError(`an exercise cannot take ${value.name}`);
  }
}

export async function fromTensor(tensor: torch.Tensor): Promise<TensorData> {
  const onCpu = await tensor.detach().cpu();
  return {
    kind: 'tensor',
    dtype: tensor.dtype.name,
    shape: [...tensor.shape],
    strides: [...tensor.stride()],
    data: onCpu.toTypedArray(),
    requires_grad: tensor.requires_grad,
    grad_fn: tensor.grad_fn?.name ?? null,
  };
}

/** Anything as plain data. */
export async function toValue(value: unknown, depth = 0): Promise<Value> {
  if (value instanceof torch.Tensor) {
    const numel = value.numel();
    if (numel > largestTensor) return { kind: 'other', name: `a tensor of ${numel} elements` };
    return fromTensor(value);
  }
  if (value instanceof torch.NdArray) {
    const tensor = await fromTensor(torch.from_numpy(value));
    return { ...tensor, kind: 'ndarray' };
  }
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  ) {
    return { kind: 'plain', value };
  }
  if (typeof value === 'bigint') return { kind: 'plain', value: Number(value) };
  if (Array.isArray(value)) {
    if (value.length > longestList) return { kind: 'other', name: `an array of ${value.length} entries` };
    if (depth > deepestList) return { kind: 'other', name: 'an array within itself' };
    const items: Value[] = [];
    for (let at = 0; at < value.length; at++) items.push(await toValue(value[at], depth + 1));
    return { kind: 'list', items };
  }
  return { kind: 'other', name: nameOf(value) };
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'a function';
  return `an object of type ${Object.getPrototypeOf(value)?.constructor?.name || 'Object'}`;
}
