/** Poisson samples, with PyTorch's number of draws for each: Hörmann's transformed rejection for rates from 10 on. */

import { lgamma } from '../devices/cpu/special.ts';
import type { RandomStream } from './stream.ts';

/** A whole number whose mean is `rate`. */
export function poissonSample(stream: RandomStream, rate: number): number {
  if (rate === 0) return 0;
  return rate < 10 ? byProducts(stream, rate) : byRejection(stream, rate);
}

/** How many uniform samples can be multiplied before the product falls to e^-rate. */
function byProducts(stream: RandomStream, rate: number): number {
  const least = Math.exp(-rate);
  let product = stream.uniform53();
  let count = 0;
  while (product > least) {
    product *= stream.uniform53();
    count++;
  }
  return count;
}

function byRejection(stream: RandomStream, rate: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = stream.uniform53() - 0.5;
    const v = stream.uniform53();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + rate + 0.43);
    if (edge >= 0.07 && v <= quick) return k;
    if (k < 0 || (edge < 0.013 && v > edge)) continue;
    const hat = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (edge * edge) + b);
    if (hat <= -rate + k * Math.log(rate) - lgamma(k + 1)) return k;
  }
}
