/** Results that come in pairs: arrays that destructure, with PyTorch's names for their parts. */

import { inspect } from './inspect.ts';
import type { Tensor } from './tensor.ts';

/** `[values, indices]` by place and by name, as `max`, `sort`, `topk` … give it. */
export type ValuesIndices = [Tensor, Tensor] & { readonly values: Tensor; readonly indices: Tensor };

/** `[min, max]`, as `aminmax` gives it. */
export type MinMax = [Tensor, Tensor] & { readonly min: Tensor; readonly max: Tensor };

/** What `frexp` gives. */
export type Frexp = [Tensor, Tensor] & { readonly mantissa: Tensor; readonly exponent: Tensor };

/** What `histogram` gives. */
export type Histogram = [Tensor, Tensor] & { readonly hist: Tensor; readonly bin_edges: Tensor };

export class NamedTuple extends Array<Tensor> {
  // map, slice and friends give plain arrays.
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** A tuple of the same names on other tensors. */
  declare readonly renamed: (tensors: readonly Tensor[]) => NamedTuple;

  [inspect](): string {
    return this.toString();
  }
}

/** A pair that PyTorch prints as `torch.return_types.<name>(…)`, with its parts' names in their order. */
export function namedTuple<T>(name: string, parts: Readonly<Record<string, Tensor>>): T {
  const tuple = NamedTuple.from(Object.values(parts));
  const fields = Object.entries(parts);
  for (const [field, value] of fields) Object.defineProperty(tuple, field, { value });
  Object.defineProperty(tuple, 'renamed', {
    value: (tensors: readonly Tensor[]) =>
      namedTuple(name, Object.fromEntries(fields.map(([field], index) => [field, tensors[index]]))),
  });
  Object.defineProperty(tuple, 'toString', {
    value: () =>
      `torch.return_types.${name}(\n${fields.map(([field, value]) => `${field}=${value}`).join(',\n')})`,
  });
  return tuple as T;
}

export function valuesIndices(name: string, values: Tensor, indices: Tensor): ValuesIndices {
  return namedTuple(name, { values, indices });
}
