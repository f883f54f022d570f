/** How the elements of several ranks become one. */

import { withGradMode } from '../autograd/modes.ts';
import { call, operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';

/** Source: https://docs.pytorch.org/docs/stable/distributed.html#torch.distributed.ReduceOp */
export const ReduceOp = {
  SUM: 'SUM',
  AVG: 'AVG',
  PRODUCT: 'PRODUCT',
  MIN: 'MIN',
  MAX: 'MAX',
  BAND: 'BAND',
  BOR: 'BOR',
  BXOR: 'BXOR',
} as const;
export type ReduceOp = (typeof ReduceOp)[keyof typeof ReduceOp];

/** The operator that joins two tensors; AVG is a sum that is divided in the end. */
const JOINS: Record<ReduceOp, string> = {
  SUM: 'add',
  AVG: 'add',
  PRODUCT: 'mul',
  MIN: 'minimum',
  MAX: 'maximum',
  BAND: 'bitwise_and',
  BOR: 'bitwise_or',
  BXOR: 'bitwise_xor',
};

/** Joins `other` into `into`. */
export function join(into: Tensor, other: Tensor, op: ReduceOp): void {
  withGradMode(false, () => into.copy_(operatorNamed(JOINS[op]).call(into, other)));
}

/** What is left to do once all ranks are joined. */
export function finish(joined: Tensor, op: ReduceOp, ranks: number): void {
  if (op !== 'AVG') return;
  const rounding_mode = joined.dtype.is_floating_point ? null : 'trunc';
  withGradMode(false, () => joined.copy_(call('div', joined, ranks, { rounding_mode })));
}

/** @throws TypeError for what is no ReduceOp */
export function checkOp(op: ReduceOp): void {
  if (op in JOINS) return;
  throw new TypeError(
    `op should be one of ReduceOp.${Object.keys(JOINS).join(', ReduceOp.')}, but got ${op}`,
  );
}
