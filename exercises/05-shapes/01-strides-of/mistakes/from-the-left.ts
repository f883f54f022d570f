// @says These are products of the sizes to the left. A step jumps over what lies to its right.
export function strides_of(sizes: number[]): number[] {
  let step = 1;
  return sizes.map((size) => {
    const stride = step;
    step *= size;
    return stride;
  });
}
