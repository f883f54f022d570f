// @says Each stride is too large by its own size: a step along a dimension jumps over what is inside it, not over all of it.
export function strides_of(sizes: number[]): number[] {
  return sizes.map((_, dim) => sizes.slice(dim).reduce((product, size) => product * size, 1));
}
