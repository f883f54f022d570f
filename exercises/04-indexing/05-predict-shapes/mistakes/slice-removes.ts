// @says 1:2 is a slice, and a slice keeps its dimension even where only one element is left.
export function number_index(): number[] {
  return [3, 5];
}

export function slice_index(): number[] {
  return [3, 5];
}

export function ellipsis_index(): number[] {
  return [4, 3];
}

export function new_dimension(): number[] {
  return [4, 1, 2, 5];
}

export function two_lists(): number[] {
  return [3, 5];
}
