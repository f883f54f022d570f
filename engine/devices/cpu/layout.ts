/** Loop nests over strided operands: dimensions that lie end to end in all operands become one. */

export interface LoopNest {
  readonly sizes: readonly number[];
  /** Strides by operand, then by dimension. */
  readonly strides: readonly (readonly number[])[];
}

/**
 * The shortest loop nest that visits every index: dimensions of size 1 dropped, ordered by the first operand's
 * strides (so that its memory is written in order), and merged where no operand can tell. At least one dimension.
 */
export function coalesce(sizes: readonly number[], operands: readonly (readonly number[])[]): LoopNest {
  const dims = sizes.map((_, dim) => dim).filter((dim) => sizes[dim] !== 1);
  const [first] = operands;
  dims.sort((a, b) => first[b] - first[a] || a - b);
  const merged: number[] = [];
  const strides: number[][] = operands.map(() => []);
  for (const dim of dims) {
    const last = merged.length - 1;
    const joins = last >= 0 && operands.every((own, k) => strides[k][last] === own[dim] * sizes[dim]);
    if (joins) merged[last] *= sizes[dim];
    else merged.push(sizes[dim]);
    operands.forEach((own, k) => {
      strides[k][joins ? last : last + 1] = own[dim];
    });
  }
  if (merged.length === 0) {
    merged.push(1);
    for (const own of strides) own.push(0);
  }
  return { sizes: merged, strides };
}
