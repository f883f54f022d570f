/** Evenly spaced numbers. */

import { type DType, get_default_dtype, int64, scalarDtype } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { CpuStorage } from '../core/storage.ts';
import { Tensor } from '../core/tensor.ts';
import { toInt64, truncate } from '../devices/cpu/convert.ts';
import { cpu } from '../devices/cpu/device.ts';
import { creationOptions, deviceFor, filled, withGrad } from './creation.ts';

/** A cpu vector whose elements are computed from their positions. */
export function vectorOf(count: number, dtype: DType, value: (position: number) => number): Tensor {
  const array = new dtype.arrayType(count);
  for (let position = 0; position < count; position++) {
    const number = value(position);
    array[position] = dtype === int64 ? toInt64(number) : dtype.is_floating_point ? number : truncate(number);
  }
  return new Tensor({ storage: new CpuStorage(cpu, dtype, array), dtype, sizes: [count] });
}

export const arange = defineOperator({
  name: 'arange',
  schema: `start: Scalar, end: Scalar? = null, step: Scalar = 1, *, ${creationOptions}`,
  doc: 'Numbers from `start` (0 where only an end is given) to before `end`, `step` apart.',
  example: 'torch.arange(1, 10, 2)',
  as: 'function',
  forward({ start, end, step, dtype, device, requires_grad }) {
    const [from, to] = end === null ? [0, start] : [start, end];
    const [first, last, by] = [Number(from), Number(to), Number(step)];
    if (by === 0) throw new RuntimeError('step must be nonzero');
    if (!Number.isFinite(first) || !Number.isFinite(last)) {
      throw new RuntimeError(`unsupported range: ${first} -> ${last}`);
    }
    if (by > 0 ? last < first : last > first) {
      throw new RuntimeError('upper bound and lower bound inconsistent with step sign');
    }
    const isWhole = [from, to, step].every((value) => !scalarDtype(value).is_floating_point);
    const type = dtype ?? (isWhole ? int64 : get_default_dtype());
    const made = vectorOf(Math.ceil((last - first) / by), type, (position) => first + position * by);
    return withGrad(made.to(deviceFor(device).toString()), requires_grad);
  },
});

defineOperator({
  name: 'eye',
  schema: `n: int, m: int? = null, *, ${creationOptions}`,
  doc: 'A matrix of n rows (and m columns, where they differ) with ones on its diagonal and zeros elsewhere.',
  example: 'torch.eye(3)',
  as: 'function',
  forward({ n, m, dtype, device, requires_grad }) {
    if (n < 0) throw new RuntimeError(`n must be greater or equal to 0, got ${n}`);
    if (m !== null && m < 0) throw new RuntimeError(`m must be greater or equal to 0, got ${m}`);
    const made = filled([n, m ?? n], 0, dtype ?? get_default_dtype(), deviceFor(device));
    if (made.numel() > 0) made.diagonal().fill_(1);
    // Built in place, but as new as any other.
    made.version.value = 0;
    return withGrad(made, requires_grad);
  },
});
