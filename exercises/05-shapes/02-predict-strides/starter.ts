/** The strides of x.transpose(0, 2) */
export function transposed(): number[] {
  return [15, 5, 1];
}

/** The strides of x.index(':', 1) */
export function one_row_of_each(): number[] {
  return [15, 5, 1];
}

/** The strides of x.index('::2', ':', '1:4') */
export function every_second(): number[] {
  return [15, 5, 1];
}

/** The strides of x.view(6, 10) */
export function viewed(): number[] {
  return [15, 5, 1];
}

/** The strides of x.index(0).unsqueeze(0).expand(7, 3, 5) */
export function expanded(): number[] {
  return [15, 5, 1];
}
