// @says The border lies on both sides of the image, so it counts twice.
export function shape_after(shape: number[], layers: number[][]): number[] {
  let [depth, rows, columns] = shape;
  for (const [channels, kernel, stride, padding] of layers) {
    depth = channels;
    rows = Math.floor((rows + padding - kernel) / stride) + 1;
    columns = Math.floor((columns + padding - kernel) / stride) + 1;
  }
  return [depth, rows, columns];
}
