/**
 * Samples written into tensors of any layout, on any device. Each function checks its arguments as PyTorch does, with
 * its words; `generator` is the stream to draw from, null for the default one.
 */

import { bool, cppNames, type DType, type TypedArray } from '../core/dtype.ts';
import { NotImplementedError, RuntimeError } from '../core/errors.ts';
import { composeInto, isDense } from '../core/pointwise.ts';
import { cpuArray } from '../core/reading.ts';
import { hasInternalOverlap } from '../core/shape.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import { cpu } from '../devices/cpu/device.ts';
import { preservedStrides } from '../ops/creation.ts';
import { checkUniformRange, cppNumber, requireFloat, wholeRange } from './bounds.ts';
import * as distributions from './distributions.ts';
import { wholeNumbers } from './distributions.ts';
import { default_generator } from './generator.ts';
import type { RandomStream } from './stream.ts';

type Stream = RandomStream | null;

/** Dimensions in the order in which they are laid out, the one with the largest steps first. */
function memoryOrder(tensor: Tensor): number[] {
  const { sizes, strides } = tensor;
  return sizes.map((_, dim) => dim).sort((a, b) => strides[b] - strides[a] || a - b);
}

/**
 * Lets `sampler` fill the tensor's elements. As in PyTorch they are drawn in the order in which they lie in memory,
 * which is not row-major for a transposed tensor. Samples for other devices are drawn on the cpu, so they are the same.
 * @throws RuntimeError where elements share memory
 */
function fillSamples(tensor: Tensor, sampler: (out: TypedArray) => void): Tensor {
  if (hasInternalOverlap(tensor.sizes, tensor.strides)) {
    throw new RuntimeError(
      'unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.',
    );
  }
  if (tensor.is_cpu && isDense(tensor.sizes, tensor.strides)) {
    sampler(cpuArray(tensor).subarray(tensor.offset, tensor.offset + tensor.numel()));
    return tensor;
  }
  const host = allocate(tensor.sizes, tensor.dtype, cpu, preservedStrides(tensor));
  sampler(cpuArray(host));
  const source = tensor.is_cpu ? host : tensor.storage.device.upload(host.contiguous());
  return composeInto('copy_', 'source', { source }, tensor.dtype, tensor);
}

export function fillUniform(tensor: Tensor, from: number, to: number, generator: Stream): Tensor {
  const { dtype } = tensor;
  checkUniformRange(dtype, from, to);
  const stream = generator ?? default_generator;
  return fillSamples(tensor, (out) => distributions.uniform(stream, out, dtype, from, to));
}

export function fillNormal(tensor: Tensor, mean: number, std: number, generator: Stream): Tensor {
  const { dtype } = tensor;
  checkDeviation(std);
  if (tensor.numel() === 0) return tensor;
  requireFloat(dtype, 'normal_kernel_cpu');
  const stream = generator ?? default_generator;
  const isContiguous = tensor.is_contiguous();
  return fillSamples(tensor, (out) => distributions.normal(stream, out, dtype, mean, std, isContiguous));
}

/** @throws RuntimeError for a standard deviation below zero */
export function checkDeviation(std: number): void {
  if (!(std >= 0)) throw new RuntimeError(`normal expects std >= 0.0, but found std ${cppNumber(std)}`);
}

/** Whole numbers from `from` to below `to`; null: to the largest of the dtype. */
export function fillInts(tensor: Tensor, from: bigint, to: bigint | null, generator: Stream): Tensor {
  const { dtype } = tensor;
  const { base, range } = wholeRange(dtype, from, to);
  const stream = generator ?? default_generator;
  return fillSamples(tensor, (out) => distributions.randomInts(stream, out, dtype, base, range));
}

/** Any whole numbers from 0 up that the dtype has. */
export function fillAnyInts(tensor: Tensor, generator: Stream): Tensor {
  const stream = generator ?? default_generator;
  return fillSamples(tensor, (out) => distributions.randomAny(stream, out, tensor.dtype));
}

/** Ones with probability `p`: one number for all elements, or a tensor that can be broadcast to them. */
export function fillBernoulli(tensor: Tensor, p: number | Tensor, generator: Stream): Tensor {
  const { dtype } = tensor;
  const stream = generator ?? default_generator;
  if (p instanceof Tensor) {
    requireFloat(p.dtype, 'bernoulli_tensor_cpu_p_');
    if (!p.is_cpu) return fillByChance(tensor, p, stream);
    const inOrder = p
      .detach()
      .expand([...tensor.sizes])
      .permute(memoryOrder(tensor));
    const probabilities = inOrder.toTypedArray() as Float64Array | Float32Array | Float16Array;
    return fillSamples(tensor, (out) =>
      distributions.bernoulliEach(stream, out, dtype, probabilities, p.dtype),
    );
  }
  if (!(p >= 0 && p <= 1)) {
    throw new RuntimeError(`bernoulli_ expects p to be in [0, 1], but got p=${cppNumber(p)}`);
  }
  return fillSamples(tensor, (out) => distributions.bernoulli(stream, out, dtype, p));
}

/** Bernoulli samples whose probabilities lie on another device: the cpu's uniform samples are compared there. */
function fillByChance(tensor: Tensor, p: Tensor, stream: RandomStream): Tensor {
  const chance = allocate(tensor.sizes, p.dtype, tensor.storage.device, preservedStrides(tensor));
  fillUniform(chance, 0, 1, stream);
  return composeInto('bernoulli_', 'chance < p', { chance, p: p.detach() }, p.dtype, tensor);
}

export function fillExponential(tensor: Tensor, lambda: number, generator: Stream): Tensor {
  const { dtype } = tensor;
  if (!(lambda > 0)) {
    throw new RuntimeError(`exponential_ expects lambda > 0.0, but found lambda=${cppNumber(lambda)}`);
  }
  if (tensor.numel() === 0) return tensor;
  refuseIntegers(dtype, 'Exponential', dtype.scalarName);
  const stream = generator ?? default_generator;
  return fillSamples(tensor, (out) => distributions.exponential(stream, out, dtype, lambda));
}

export function fillCauchy(tensor: Tensor, median: number, sigma: number, generator: Stream): Tensor {
  const { dtype } = tensor;
  if (!(sigma > 0))
    throw new RuntimeError(`cauchy_ expects sigma > 0.0, but found sigma=${cppNumber(sigma)}`);
  refuseIntegers(dtype, 'Cauchy', cppNames[dtype.name]);
  const stream = generator ?? default_generator;
  return fillSamples(tensor, (out) => distributions.cauchy(stream, out, dtype, median, sigma));
}

function refuseIntegers(dtype: DType, distribution: string, shown: string): void {
  if (dtype.is_floating_point) return;
  throw new RuntimeError(
    `${distribution} distribution is a continuous probability distribution. dtype must be a floating point but you specified ${shown}`,
  );
}

export function fillGeometric(tensor: Tensor, p: number, generator: Stream): Tensor {
  const { dtype } = tensor;
  if (!(p > 0 && p < 1)) {
    throw new RuntimeError(`geometric_ expects p to be in (0, 1), but got p=${cppNumber(p)}`);
  }
  if (dtype === bool) throw new NotImplementedError(`"geometric_cpu" not implemented for 'Bool'`);
  const stream = generator ?? default_generator;
  return fillSamples(tensor, (out) => distributions.geometric(stream, out, dtype, p));
}

export function fillLogNormal(tensor: Tensor, mean: number, std: number, generator: Stream): Tensor {
  const { dtype } = tensor;
  if (!(std > 0)) throw new RuntimeError(`log_normal_ expects std > 0.0, but found std=${cppNumber(std)}`);
  if (tensor.numel() === 0) return tensor;
  requireFloat(dtype, 'log_normal_cpu');
  const stream = generator ?? default_generator;
  return fillSamples(tensor, (out) => distributions.logNormal(stream, out, dtype, mean, std));
}

/** The whole numbers from 0 to below the number of elements, in random order. */
export function fillPermutation(tensor: Tensor, generator: Stream): Tensor {
  const { dtype } = tensor;
  const n = tensor.numel();
  if (dtype === bool) throw new NotImplementedError(`"randperm" not implemented for 'Bool'`);
  if (BigInt(n) > wholeNumbers[dtype.name]) {
    throw new RuntimeError(
      dtype.is_floating_point
        ? `n cannot be greater than ${wholeNumbers[dtype.name]} for ${dtype.scalarName} type.`
        : `value cannot be converted to type ${dtype.name}_t without overflow`,
    );
  }
  const stream = generator ?? default_generator;
  return fillSamples(tensor, (out) => distributions.permutation(stream, out, dtype));
}
