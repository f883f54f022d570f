/** What a device must be able to do. Everything else is built on pointwise programs and the registered kernels. */

import type { DType, Scalar, TypedArray } from '../core/dtype.ts';
import { NotImplementedError, RuntimeError } from '../core/errors.ts';
import type { Expression } from '../core/expression.ts';
import type { Storage } from '../core/storage.ts';
import type { Tensor } from '../core/tensor.ts';

export type DeviceType = 'cpu' | 'webgpu';

/** One evaluation of an expression for every element of `out`. */
export interface PointwiseCall {
  /** What asks for it, an operator or a gradient's node, for profiles. */
  readonly name: string;
  readonly expression: Expression;
  /** Tensor operands by variable name, each already expanded to out's sizes. */
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** Number operands by variable name. They are parameters of the kernel, not part of its code. */
  readonly scalars: ReadonlyMap<string, Scalar>;
  /** Operands are converted to this dtype before the expression is evaluated. */
  readonly compute: DType;
  readonly out: Tensor;
  /** True where `out` was made for this call alone, so that a device may put the work off until it is read. */
  readonly fresh: boolean;
}

export interface Device {
  readonly type: DeviceType;
  /** `cpu`, or `webgpu:0`, as in messages and in printed tensors. */
  toString(): string;
  /** @throws RuntimeError where the device is gone, and all that lay on it. */
  check(): void;
  /** @throws RuntimeError where the device has no room; TypeError where it has no such dtype. */
  allocate(numel: number, dtype: DType): Storage;
  pointwise(call: PointwiseCall): void;
  /** Takes the array of a cpu storage that nobody will read again. */
  recycle?(array: TypedArray): void;
  /** A copy of a row-major cpu tensor on this device (the tensor itself on the cpu). */
  upload(tensor: Tensor): Tensor;
  /** A copy of the tensor on the cpu (the tensor itself where it is there). */
  download(tensor: Tensor): Promise<Tensor>;
}

/**
 * A kernel with one implementation a device, called by the device of its first tensor.
 * A device's module adds its own with `kernel.on('webgpu', …)`.
 */
export interface Kernel<F extends (...args: never[]) => unknown> {
  readonly name: string;
  on(device: DeviceType, implementation: F): void;
  for(device: Device): F;
}

export function defineKernel<F extends (...args: never[]) => unknown>(name: string, cpu: F): Kernel<F> {
  const implementations = new Map<DeviceType, F>([['cpu', cpu]]);
  return {
    name,
    on: (device, implementation) => void implementations.set(device, implementation),
    for(device) {
      const implementation = implementations.get(device.type);
      if (implementation) return implementation;
      throw new NotImplementedError(
        `The operator 'aten::${name}' is not currently implemented for the ${device.type} device. ` +
          'Move its inputs to the cpu first: await t.cpu()',
      );
    },
  };
}

const devices = new Map<DeviceType, Device>();

export function registerDevice(device: Device): void {
  devices.set(device.type, device);
}

/** The device of that name (`cpu`, `webgpu`, `webgpu:0`). @throws RuntimeError where there is none. */
export function deviceNamed(name: string): Device {
  const type = name.replace(/:0$/, '');
  const device = devices.get(type as DeviceType);
  if (device) return device;
  if (type === 'webgpu') {
    throw new RuntimeError(
      'The webgpu device is not ready: await torch.webgpu.init() once before its first use',
    );
  }
  if (/^webgpu:\d+$/.test(name))
    throw new RuntimeError(`invalid device ordinal: there is one GPU, webgpu:0, no ${name}`);
  throw new RuntimeError(`Expected one of cpu, webgpu device type at start of device string: ${name}`);
}

/** A device by its name, as `device` options take it: `torch.device('cpu')`. @throws RuntimeError for one there is not */
export function device(type: string | { type: string; index?: number }, index?: number): string {
  const given = typeof type === 'string' ? { type, index } : type;
  const name = given.index === undefined ? given.type : `${given.type}:${given.index}`;
  if (!/^webgpu(:0)?$/.test(name)) deviceNamed(name);
  return name;
}

/** The one device of all tensors with dimensions; numbers and 0-d cpu tensors go anywhere. */
export function commonDevice(tensors: readonly Tensor[]): Device {
  let found: Device | null = null;
  for (const tensor of tensors) {
    if (tensor.sizes.length === 0 && tensor.storage.device.type === 'cpu') continue;
    if (found && found !== tensor.storage.device) {
      found.check();
      tensor.storage.device.check();
      throw new RuntimeError(
        `Expected all tensors to be on the same device, but found at least two devices, ${found} and ${tensor.storage.device}!`,
      );
    }
    found = tensor.storage.device;
  }
  return (
    found ??
    tensors.find((tensor) => tensor.storage.device.type !== 'cpu')?.storage.device ??
    deviceNamed('cpu')
  );
}
