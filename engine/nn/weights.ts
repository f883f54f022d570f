/** The weights of new layers, and their first values. */

import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as init from './init.ts';
import { Parameter } from './parameter.ts';

/** Memory for a weight that has its first values yet to come. */
export const empty = (sizes: number[]): Parameter => new Parameter(call('empty', sizes));
/** A tensor of ones or zeros, for what starts as nothing changed. */
export const filled = (name: 'ones' | 'zeros', sizes: readonly number[]): Tensor => call(name, sizes);

/** PyTorch's default: weights uniform within 1/sqrt(fan_in), and the bias too. */
export function resetLinear(weight: Parameter, bias: Parameter | null): void {
  init.kaiming_uniform_(weight, { a: Math.sqrt(5) });
  if (!bias) return;
  const [fanIn] = init._calculate_fan_in_and_fan_out(weight);
  const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
  init.uniform_(bias, -bound, bound);
}
