/** How modules write their settings: as Python does. */

import type { Sizes } from './sizes.ts';

/** A setting: True, None, 'mean', 3. */
export function python(value: number | string | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  return value === null ? 'None' : String(value);
}

/** A number that is a float in PyTorch, where JavaScript does not tell: 1.0, 1e-05. */
export function pythonFloat(value: number): string {
  if (Number.isInteger(value)) return `${value}.0`;
  return value < 1e-4 && value > 0 ? value.toExponential().replace(/e-(\d)$/, 'e-0$1') : String(value);
}

/** (3,) or (3, 4). */
export const tuple = (values: readonly (number | string)[]): string =>
  `(${values.join(', ')}${values.length === 1 ? ',' : ''})`;

/** One size for all dimensions, or a size each: 3 or (3, 4). */
export const sizesText = (value: Sizes): string =>
  typeof value === 'number' ? String(value) : `(${value.join(', ')})`;
