/** `torch.autograd.backward`, with its arguments as a user gives them. */

import type { BackwardOptions, Tensor } from '../core/tensor.ts';
import { backward } from './backward.ts';

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);

/** Adds the gradients of one or several tensors to the `grad` of their leaves. */
export function backwardOf(
  tensors: Tensor | readonly Tensor[],
  gradients: Tensor | readonly (Tensor | null)[] | null = null,
  options: BackwardOptions = {},
): void {
  const roots = isList(tensors) ? tensors : [tensors];
  const given = gradients === null ? roots.map(() => null) : isList(gradients) ? gradients : [gradients];
  backward(roots, given as readonly (Tensor | null)[], options);
}
