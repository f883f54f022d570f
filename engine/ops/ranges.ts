/** Evenly spaced numbers. */

import { bool, type DType, get_default_dtype, int64, scalarDtype } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { CpuStorage } from '../core/storage.ts';
import { Tensor } from '../core/tensor.ts';
import { toInt64, truncate } from '../devices/cpu/convert.ts';
import { cpu } from '../devices/cpu/device.ts';
import { creationOptions, deviceFor, filled, withGrad } from './creation.ts';
import { throwNotImplemented } from './support.ts';

/** A cpu vector whose elements are computed from their positions. */
export function vectorOf(count: number, dtype: DType, value: (position: number) => number): Tensor {
  const array = new dtype.arrayType(count);
  for (let position = 0; position < count; position++) {
    const number = value(position);
    array[position] = dtype === int64 ? toInt64(number) : dtype.is_floating_point ? number : truncate(number);
  }
  return new Tensor({ storage: new CpuStorage(cpu, dtype, array), dtype, sizes: [count] });
}

const python = (value: number): string =>
  Number.isNaN(value) ? 'nan' : String(value).replace('Infinity', 'inf');

export const arange = defineOperator({
  name: 'arange',
  schema: `start: Scalar = 0, end: Scalar? = null, step: Scalar = 1, *, ${creationOptions}`,
  doc: 'Numbers from `start` (0 where only an end is given) to before `end`, `step` apart.',
  example: 'torch.arange(1, 10, 2)',
  as: 'function',
  forward({ start, end, step, dtype, device, requires_grad }) {
    const given = end === null ? [0, start, step] : [start, end, step];
    const isWhole = given.every((value) => !scalarDtype(value).is_floating_point);
    const type = dtype ?? (isWhole ? int64 : get_default_dtype());
    if (type === bool) throwNotImplemented('arange_cpu', type);
    let [first, last, by] = given.map(Number);
    if (by === 0) throw new RuntimeError('step must be nonzero');
    if (!Number.isFinite(first) || !Number.isFinite(last)) {
      throw new RuntimeError(`unsupported range: ${python(first)} -> ${python(last)}`);
    }
    if (by > 0 ? last < first : last > first) {
      throw new RuntimeError('upper bound and lower bound inconsistent with step sign');
    }
    // int64 counts in whole numbers; the other integer types cut off only to start and step.
    if (type === int64) [first, last, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(by)];
    if (by === 0) throw new ValueError('step must be nonzero');
    const count = Math.ceil((last - first) / by);
    if (count > Number.MAX_SAFE_INTEGER) throw new RuntimeError('invalid size, possible overflow?');
    if (!type.is_floating_point) [first, by] = [Math.trunc(first), Math.trunc(by)];
    const made = vectorOf(count, type, (position) => first + position * by);
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
