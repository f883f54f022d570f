/** The cpu: tensors on typed arrays, every operator done when it is called. */

import type { DType } from '../../core/dtype.ts';
import { RuntimeError } from '../../core/errors.ts';
import { CpuStorage } from '../../core/storage.ts';
import type { Tensor } from '../../core/tensor.ts';
import { type Device, type PointwiseCall, registerDevice } from '../device.ts';
import { runPointwise } from './pointwise.ts';

export const cpu: Device = {
  type: 'cpu',
  toString: () => 'cpu',

  allocate(numel: number, dtype: DType): CpuStorage {
    try {
      return new CpuStorage(cpu, dtype, new dtype.arrayType(numel));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RuntimeError(
        `cpu: cannot allocate ${numel * dtype.itemsize} bytes for ${numel} elements of ${dtype}: more than this JavaScript engine gives one array`,
      );
    }
  },

  pointwise(call: PointwiseCall): void {
    runPointwise(call);
  },

  upload(tensor: Tensor): Tensor {
    return tensor;
  },

  download(tensor: Tensor): Promise<Tensor> {
    return Promise.resolve(tensor);
  },
};

registerDevice(cpu);
