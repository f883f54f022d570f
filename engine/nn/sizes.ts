/** Sizes of kernels, steps and borders: one number for all dimensions, or one each. */
export type Sizes = number | readonly number[];

/** A size for each of `count` dimensions. */
export const spread = (value: Sizes, count: number): number[] =>
  typeof value === 'number' ? new Array<number>(count).fill(value) : [...value];
