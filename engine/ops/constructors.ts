/** PyTorch's older constructors: `new torch.Tensor(2, 3)` of sizes, `new torch.LongTensor([1, 2])` of data. */

import {
  bool,
  type DType,
  float16,
  float32,
  float64,
  get_default_dtype,
  int8,
  int16,
  int32,
  int64,
  uint8,
} from '../core/dtype.ts';
import { NdArray } from '../core/ndarray.ts';
import { call } from '../core/operator.ts';
import { typeName } from '../core/schema.ts';
import { Tensor as Internal, type TensorInit } from '../core/tensor.ts';
import type { TensorData } from './creation.ts';

/** A constructor by sizes or by data. */
export interface TensorConstructor {
  new (data: TensorData): Internal;
  new (...size: number[]): Internal;
  readonly prototype: Internal;
}

function construct(dtype: DType, args: readonly unknown[]): Internal {
  const [first] = args;
  const isData = Array.isArray(first) || first instanceof NdArray || ArrayBuffer.isView(first);
  if (args.length === 1 && isData) return call('tensor', first, { dtype });
  if (args.length === 1 && first instanceof Internal) {
    if (first.dtype === dtype) return first.detach();
    throw new TypeError(
      `expected ${dtype.scalarName} (got ${first.dtype.scalarName}): convert it with to(), or use torch.tensor`,
    );
  }
  const wrong = args.find((size) => !Number.isInteger(size));
  if (wrong !== undefined) throw new TypeError(`new(): data must be a sequence (got ${typeName(wrong)})`);
  return call('empty', args.length === 0 ? [0] : args, { dtype });
}

/** A constructor for tensors of the type that a call finds; `instanceof` asks for that type where it is one alone. */
function ofType(dtype: () => DType, own?: DType): TensorConstructor {
  return new Proxy(Internal, {
    // Whoever derives from it, and the engine itself, makes tensors of what is already there.
    construct: (target, args, newTarget) =>
      isInit(args[0]) ? Reflect.construct(target, args, newTarget) : construct(dtype(), args),
    get(target, key) {
      if (key !== Symbol.hasInstance || !own) return Reflect.get(target, key);
      return (value: unknown) => value instanceof target && value.dtype === own;
    },
  }) as unknown as TensorConstructor;
}

const only = (dtype: DType): TensorConstructor => ofType(() => dtype, dtype);

function isInit(value: unknown): value is TensorInit {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export const Tensor = ofType(get_default_dtype);
export type Tensor = Internal;
export const FloatTensor = only(float32);
export const DoubleTensor = only(float64);
export const HalfTensor = only(float16);
export const LongTensor = only(int64);
export const IntTensor = only(int32);
export const ShortTensor = only(int16);
export const CharTensor = only(int8);
export const ByteTensor = only(uint8);
export const BoolTensor = only(bool);

// What a tensor calls its class is the one that programs see.
Internal.prototype.constructor = Tensor as never;
