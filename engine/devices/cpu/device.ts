/** The cpu: tensors on typed arrays, every operator done when it is called. */

import type { DType } from '../../core/dtype.ts';
import { RuntimeError } from '../../core/errors.ts';
import { CpuStorage } from '../../core/storage.ts';
import type { Tensor } from '../../core/tensor.ts';
import { type Device, type PointwiseCall, registerDevice } from '../device.ts';
import { runPointwise } from './pointwise.ts';
import { runVectors } from './vectors.ts';
import { freeFloats } from './wasm/heap.ts';

const largestDeferred = 2 ** 28;

export const cpu: Device = {
  type: 'cpu',
  toString: () => 'cpu',
  check: () => {},

  allocate(numel: number, dtype: DType): CpuStorage {
    try {
      // Large arrays at once: running out of memory should be told at the call that asked for it.
      const isLarge = numel * dtype.itemsize > largestDeferred;
      const storage = new CpuStorage(cpu, dtype, numel);
      if (isLarge) storage.settled();
      return storage;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RuntimeError(
        `cpu: cannot allocate ${numel * dtype.itemsize} bytes for ${numel} elements of ${dtype}: more than this JavaScript engine gives one array`,
      );
    }
  },

  pointwise(call: PointwiseCall): void {
    if (!runVectors(call)) runPointwise(call);
  },

  recycle: freeFloats,

  upload(tensor: Tensor): Tensor {
    return tensor;
  },

  download(tensor: Tensor): Promise<Tensor> {
    return Promise.resolve(tensor);
  },
};

registerDevice(cpu);
