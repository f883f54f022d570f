/** Running sums and products along the last dimension. Floats are kept in double precision and rounded when written. */

import { int64, type TypedArray } from '../../core/dtype.ts';
import { cpuArray } from '../../core/reading.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { logaddexp } from './math.ts';
import { forEachRow, lastSize, lastStride } from './rows.ts';

export type Scan = 'sum' | 'prod' | 'logsumexp';

const starts: Record<Scan, number> = { sum: 0, prod: 1, logsumexp: -Infinity };

const joins: Record<Scan, (a: number, b: number) => number> = {
  sum: (a, b) => a + b,
  prod: (a, b) => a * b,
  logsumexp: logaddexp,
};

/** Writes to `out` what `source`'s elements (of any type) amount to so far, from the front or from the back. */
export const scanKernel = defineKernel(
  'cumsum',
  (kind: Scan, source: Tensor, out: Tensor, reverse: boolean): void => {
    const [from, to] = [cpuArray(source), cpuArray(out)];
    const [step, outStep] = [lastStride(source), lastStride(out)];
    const count = lastSize(source);
    const run = out.dtype === int64 ? scanIntegers : scanNumbers;
    forEachRow([source, out], ([start, outStart]) => {
      const last = count - 1;
      if (reverse)
        run(kind, from, start + last * step, -step, to, outStart + last * outStep, -outStep, count);
      else run(kind, from, start, step, to, outStart, outStep, count);
    });
  },
);

function scanNumbers(
  kind: Scan,
  from: TypedArray,
  start: number,
  step: number,
  to: TypedArray,
  outStart: number,
  outStep: number,
  count: number,
): void {
  const join = joins[kind];
  let acc = starts[kind];
  for (let i = 0; i < count; i++) {
    acc = join(acc, Number(from[start + i * step]));
    to[outStart + i * outStep] = acc;
  }
}

/** Sums are numbers for as long as these are exact, then bigints, which wrap around when written. */
function scanIntegers(
  kind: Scan,
  from: TypedArray,
  start: number,
  step: number,
  to: TypedArray,
  outStart: number,
  outStep: number,
  count: number,
): void {
  const target = to as BigInt64Array;
  let acc = starts[kind];
  let i = 0;
  for (; i < count; i++) {
    const next = kind === 'sum' ? acc + Number(from[start + i * step]) : acc * Number(from[start + i * step]);
    if (!Number.isSafeInteger(next)) break;
    acc = next;
    target[outStart + i * outStep] = BigInt(acc);
  }
  for (let big = BigInt(acc); i < count; i++) {
    const x = BigInt(from[start + i * step]);
    big = BigInt.asIntN(64, kind === 'sum' ? big + x : big * x);
    target[outStart + i * outStep] = big;
  }
}
