// @says After ranks − 1 steps everybody has met everybody: nobody needs to send to itself.
export function sent(shape: number[], ranks: number): number[] {
  const bytes = 4 * shape.reduce((product, size) => product * size, 1);
  return [ranks * bytes, 2 * bytes];
}
