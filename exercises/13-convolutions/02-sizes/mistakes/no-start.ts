// @says That counts the steps. There is one place more than steps between them.
export function shape_after(shape: number[], layers: number[][]): number[] {
  let [depth, rows, columns] = shape;
  for (const [channels, kernel, stride, padding] of layers) {
    depth = channels;
    rows = Math.floor((rows + 2 * padding - kernel) / stride);
    columns = Math.floor((columns + 2 * padding - kernel) / stride);
  }
  return [depth, rows, columns];
}
