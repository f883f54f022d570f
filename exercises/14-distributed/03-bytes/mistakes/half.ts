// @says A ring goes round twice: once to add up, once to hand out the sums.
export function sent(shape: number[], ranks: number): number[] {
  const bytes = 4 * shape.reduce((product, size) => product * size, 1);
  return [(ranks - 1) * bytes, ((ranks - 1) * bytes) / ranks];
}
