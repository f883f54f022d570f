/** The shape [channels, rows, columns] behind the last layer. */
export function shape_after(shape: number[], layers: number[][]): number[] {
  return shape;
}
