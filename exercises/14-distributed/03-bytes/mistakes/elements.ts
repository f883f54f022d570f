// @says Those are elements. A float32 has four bytes.
export function sent(shape: number[], ranks: number): number[] {
  const bytes = shape.reduce((product, size) => product * size, 1);
  return [(ranks - 1) * bytes, (2 * (ranks - 1) * bytes) / ranks];
}
