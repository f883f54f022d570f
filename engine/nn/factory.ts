/** Layers whose constructor takes PyTorch's `device` and `dtype` too, for the parameters that it makes. */

import { newByName } from '../core/call.ts';
import { type DType, get_default_dtype, set_default_dtype } from '../core/dtype.ts';
import { isOptions } from '../core/schema.ts';
import { get_default_device, set_default_device } from '../ops/creation.ts';

// biome-ignore lint/suspicious/noExplicitAny: any class, and any arguments of its constructor
type AnyClass = new (...args: any[]) => any;

interface Place {
  device?: string | null;
  dtype?: DType | null;
}

/** As `newByName`, for a class whose new tensors are to be of the type and on the device that a call names. */
export function layerByName<C extends AnyClass>(Class: C, order: string): ReturnType<typeof newByName<C>> {
  const named = newByName(Class, order);
  const proxy = new Proxy(named, {
    construct(target, args, newTarget) {
      const last = args[args.length - 1];
      if (!isOptions(last) || !('device' in last || 'dtype' in last)) {
        return Reflect.construct(target, args, newTarget);
      }
      const { device, dtype, ...others } = last as Place;
      return within({ device, dtype }, () =>
        Reflect.construct(target, [...args.slice(0, -1), others], newTarget),
      );
    },
  });
  Class.prototype.constructor = proxy;
  return proxy;
}

/** Runs a function with another default type and device. */
function within<T>({ device, dtype }: Place, make: () => T): T {
  const [ownDevice, ownType] = [get_default_device(), get_default_dtype()];
  try {
    if (device) set_default_device(device);
    if (dtype) set_default_dtype(dtype);
    return make();
  } finally {
    set_default_device(ownDevice);
    set_default_dtype(ownType);
  }
}
