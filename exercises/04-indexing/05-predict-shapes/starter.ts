/** The shape of x.index(1) */
export function number_index(): number[] {
  return [4, 3, 5];
}

/** The shape of x.index('1:2') */
export function slice_index(): number[] {
  return [4, 3, 5];
}

/** The shape of x.index('...', 0) */
export function ellipsis_index(): number[] {
  return [4, 3, 5];
}

/** The shape of x.index(':', null, [0, 2]) */
export function new_dimension(): number[] {
  return [4, 3, 5];
}

/** The shape of x.index([0, 1, 3], [2, 0, 1]) */
export function two_lists(): number[] {
  return [4, 3, 5];
}
