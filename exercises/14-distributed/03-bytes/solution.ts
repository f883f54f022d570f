export function sent(shape: number[], ranks: number): number[] {
  const bytes = 4 * shape.reduce((product, size) => product * size, 1);
  return [(ranks - 1) * bytes, (2 * (ranks - 1) * bytes) / ranks];
}
