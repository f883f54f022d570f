/** Kernels over whole rows in double precision: variance, standard rows and softmax. */

import { cpuArray } from '../../core/reading.ts';
import type { Tensor } from '../../core/tensor.ts';
import { defineKernel } from '../device.ts';
import { softmaxVectors, standardizeVectors } from './row-vectors.ts';
import { forEachRow, lastSize, lastStride, perTypes } from './rows.ts';

type RowLoop = (source: ArrayLike<number>, start: number, count: number, stride: number) => number;

const sumOfSquares = perTypes<RowLoop>(() => ({
  parameters: 'source, start, count, stride',
  body: `
    let sum = 0;
    for (let i = 0, p = start; i < count; i++, p += stride) sum += source[p];
    const mean = sum / count;
    let squares = 0;
    for (let i = 0, p = start; i < count; i++, p += stride) {
      const d = source[p] - mean;
      squares += d * d;
    }
    return squares;`,
}));

/** Writes each row's sum of squared differences from its mean, divided, and its root where asked for. */
export const varianceKernel = defineKernel(
  'var',
  (source: Tensor, out: Tensor, divisor: number, root: boolean): void => {
    const loop = sumOfSquares(source.dtype);
    const [from, to] = [cpuArray(source) as Float64Array, cpuArray(out)];
    const [count, stride] = [lastSize(source), lastStride(source)];
    forEachRow([source, out], ([start, at]) => {
      const variance = loop(from, start, count, stride) / divisor;
      to[at] = root ? Math.sqrt(variance) : variance;
    });
  },
);

type SoftmaxLoop = (
  source: ArrayLike<number>,
  out: ArrayLike<number>,
  start: number,
  stride: number,
  outStart: number,
  outStride: number,
  count: number,
  exponentials: Float64Array,
) => void;

const softmaxLoops = {
  softmax: perTypes<SoftmaxLoop>(() => softmaxText('const scale = 1 / sum;', 'exponentials[i] * scale')),
  logSoftmax: perTypes<SoftmaxLoop>(() =>
    softmaxText('const shift = largest + Math.log(sum);', 'source[start + i * stride] - shift'),
  ),
};

function softmaxText(finish: string, value: string): { parameters: string; body: string } {
  return {
    parameters: 'source, out, start, stride, outStart, outStride, count, exponentials',
    body: `
    let largest = -Infinity;
    for (let i = 0, p = start; i < count; i++, p += stride) {
      const x = source[p];
      if (x > largest) largest = x;
    }
    let sum = 0;
    for (let i = 0, p = start; i < count; i++, p += stride) {
      const e = Math.exp(source[p] - largest);
      exponentials[i] = e;
      sum += e;
    }
    ${finish}
    for (let i = 0, o = outStart; i < count; i++, o += outStride) out[o] = ${value};`,
  };
}

/** Softmax (or its logarithm) of each row. */
export const softmaxKernel = defineKernel('_softmax', (source: Tensor, out: Tensor, log: boolean): void => {
  if (softmaxVectors(source, out, log)) return;
  const loop = softmaxLoops[log ? 'logSoftmax' : 'softmax'](source.dtype);
  const [from, to] = [cpuArray(source) as Float64Array, cpuArray(out) as Float64Array];
  const [stride, outStride] = [lastStride(source), lastStride(out)];
  const exponentials = new Float64Array(lastSize(source));
  forEachRow([source, out], ([start, outStart]) => {
    loop(from, to, start, stride, outStart, outStride, exponentials.length, exponentials);
  });
});

type StandardizeLoop = (
  source: ArrayLike<number>,
  out: ArrayLike<number>,
  start: number,
  stride: number,
  outStart: number,
  outStride: number,
  count: number,
  eps: number,
) => void;

const standardizeLoop = perTypes<StandardizeLoop>(() => ({
  parameters: 'source, out, start, stride, outStart, outStride, count, eps',
  body: `
    let sum = 0;
    for (let i = 0, p = start; i < count; i++, p += stride) sum += source[p];
    const mean = sum / count;
    let squares = 0;
    for (let i = 0, p = start; i < count; i++, p += stride) squares += (source[p] - mean) * (source[p] - mean);
    const scale = 1 / Math.sqrt(squares / count + eps);
    for (let i = 0; i < count; i++) out[outStart + i * outStride] = (source[start + i * stride] - mean) * scale;`,
}));

/** Each row shifted to mean 0 and scaled to variance 1. */
export const standardizeKernel = defineKernel(
  'native_layer_norm',
  (source: Tensor, out: Tensor, eps: number): void => {
    if (standardizeVectors(source, out, eps)) return;
    const loop = standardizeLoop(source.dtype);
    const [from, to] = [cpuArray(source) as Float64Array, cpuArray(out) as Float64Array];
    const [stride, outStride, count] = [lastStride(source), lastStride(out), lastSize(source)];
    forEachRow([source, out], ([start, outStart]) =>
      loop(from, to, start, stride, outStart, outStride, count, eps),
    );
  },
);
