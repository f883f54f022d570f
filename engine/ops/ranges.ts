/** Evenly spaced numbers. */

import { bool, type DType, float16, float32, get_default_dtype, int64, scalarDtype } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { CpuStorage } from '../core/storage.ts';
import { alias, Tensor } from '../core/tensor.ts';
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

defineOperator({
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

defineOperator({
  name: 'linspace',
  schema: `start: Scalar, end: Scalar, steps: int, *, ${creationOptions}`,
  doc: 'So many numbers from `start` to `end`, both included, at equal distances.',
  example: 'torch.linspace(0, 1, 5)',
  as: 'function',
  forward({ start, end, steps, dtype, device, requires_grad }) {
    const made = spaced(Number(start), Number(end), steps, dtype ?? get_default_dtype(), (value) => value);
    return withGrad(made.to(deviceFor(device).toString()), requires_grad);
  },
});

defineOperator({
  name: 'logspace',
  schema: `start: Scalar, end: Scalar, steps: int, base: float = 10, *, ${creationOptions}`,
  doc: 'So many numbers from `base` to the power of `start` to `base` to the power of `end`, at equal ratios.',
  example: 'torch.logspace(0, 2, 3)',
  as: 'function',
  forward({ start, end, steps, base, dtype, device, requires_grad }) {
    const type = dtype ?? get_default_dtype();
    const made = spaced(Number(start), Number(end), steps, type, (power) => base ** power);
    return withGrad(made.to(deviceFor(device).toString()), requires_grad);
  },
});

/** As PyTorch does, the first half is counted from the start and the second back from the end. */
function spaced(
  start: number,
  end: number,
  steps: number,
  dtype: DType,
  value: (at: number) => number,
): Tensor {
  if (steps < 0) throw new RuntimeError('number of steps must be non-negative');
  const exact = (x: number): number => x;
  const rounded = dtype === float16 ? Math.f16round : dtype === float32 ? Math.fround : exact;
  const [first, last] = dtype.is_floating_point ? [start, end].map(rounded) : [start, end].map(Math.trunc);
  const step = rounded((last - first) / (steps - 1));
  // Distances are of the narrow type too, while those of float32 are added before they are rounded.
  const along = (count: number): number => (dtype === float16 ? rounded(step * count) : step * count);
  return vectorOf(steps, dtype, (k) =>
    value(steps === 1 ? first : k < Math.floor(steps / 2) ? first + along(k) : last - along(steps - k - 1)),
  );
}

defineOperator({
  name: 'range',
  schema: `start: Scalar, end: Scalar, step: Scalar = 1, *, ${creationOptions}`,
  doc: 'Numbers from `start` to `end`, which is included: `arange` is what to use.',
  example: 'torch.range(1, 4)',
  as: 'function',
  forward({ start, end, step, dtype, device, requires_grad }) {
    const [first, last, by] = [Number(start), Number(end), Number(step)];
    if (by === 0) throw new RuntimeError('step must be nonzero');
    if (by > 0 ? last < first : last > first) {
      throw new RuntimeError('upper bound and lower bound inconsistent with step sign');
    }
    const count = Math.floor((last - first) / by) + 1;
    const made = vectorOf(count, dtype ?? get_default_dtype(), (position) => first + position * by);
    return withGrad(made.to(deviceFor(device).toString()), requires_grad);
  },
});

for (const [name, side] of [
  ['tril_indices', 'lower'],
  ['triu_indices', 'upper'],
] as const) {
  defineOperator({
    name,
    schema: 'row: int, col: int, offset: int = 0, *, dtype: dtype? = null, device: str? = null',
    doc: `The rows and the columns of the elements in the ${side} triangle of a matrix of that size.`,
    example: `torch.${name}(2, 3)`,
    as: 'function',
    forward({ row, col, offset, dtype, device }) {
      if (row < 0) throw new RuntimeError(`row must be non-negative, got${row}`);
      if (col < 0) throw new RuntimeError(`col must be non-negative, got${col}`);
      const places: [number[], number[]] = [[], []];
      for (let i = 0; i < row; i++) {
        const split = Math.min(Math.max(i + offset + (side === 'lower' ? 1 : 0), 0), col);
        const [from, to] = side === 'lower' ? [0, split] : [split, col];
        for (let j = from; j < to; j++) {
          places[0].push(i);
          places[1].push(j);
        }
      }
      const count = places[0].length;
      const flat = places.flat();
      const made = vectorOf(2 * count, dtype ?? int64, (position) => flat[position]).view(2, count);
      return alias(made.to(deviceFor(device).toString()));
    },
  });
}
