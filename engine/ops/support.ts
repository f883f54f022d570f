/** What the records of several families need: PyTorch's refusals, and choices within gradients. */

import type { DType } from '../core/dtype.ts';
import { NotImplementedError, RuntimeError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';

/** A check that refuses types as PyTorch's kernel of that name does. */
export function notFor(kernel: string, ...categories: readonly DType['category'][]) {
  return (_args: unknown, compute: DType): void => {
    if (categories.includes(compute.category)) throwNotImplemented(kernel, compute);
  };
}

export function throwNotImplemented(kernel: string, dtype: DType): never {
  throw new NotImplementedError(`"${kernel}" not implemented for '${dtype.scalarName}'`);
}

/** The gradient of an operator that has one for PyTorch's graph, but none that can be computed. */
export function noDerivative(name: string): () => never {
  return () => {
    throw new RuntimeError(`derivative for aten::${name} is not implemented`);
  };
}

export function zerosLike(tensor: Tensor): Tensor {
  return call('zeros_like', tensor);
}

/** Goes on with a result: at once on the cpu, when it is there for one whose size only the GPU knows. */
export function whenReady<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** @throws RuntimeError for a tensor whose elements only a promise can tell, naming the way out */
export function refuseReading(tensor: Tensor, instead: string): void {
  if (tensor.is_cpu) return;
  throw new RuntimeError(`reading from ${tensor.device} takes a while: use ${instead}`);
}

/** @throws RuntimeError for a size that depends on a device's data, naming the way out */
export function refuseUnknownSize(what: string, tensor: Tensor, instead: string): void {
  if (tensor.is_cpu) return;
  throw new RuntimeError(`${what} on ${tensor.device} is not known at once: ${instead}`);
}

/** `where` for gradient formulas: elements (or numbers) by a condition. */
export function choose(condition: Tensor, yes: Tensor | number, no: Tensor | number): Tensor {
  return call('where', condition, yes, no);
}
