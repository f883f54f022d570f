// @says A step that does not fit is not taken: round down.
export function shape_after(shape: number[], layers: number[][]): number[] {
  let [depth, rows, columns] = shape;
  for (const [channels, kernel, stride, padding] of layers) {
    depth = channels;
    rows = Math.ceil((rows + 2 * padding - kernel) / stride) + 1;
    columns = Math.ceil((columns + 2 * padding - kernel) / stride) + 1;
  }
  return [depth, rows, columns];
}
