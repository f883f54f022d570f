export function strides_of(sizes: number[]): number[] {
  const strides: number[] = [];
  let step = 1;
  for (const size of [...sizes].reverse()) {
    strides.unshift(step);
    step *= size;
  }
  return strides;
}
