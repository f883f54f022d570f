// @says A slice leaves gaps and closes none: rows are still 5 apart, although only three numbers of each are looked at.
export function transposed(): number[] {
  return [1, 5, 15];
}

export function one_row_of_each(): number[] {
  return [15, 1];
}

export function every_second(): number[] {
  return [9, 3, 1];
}

export function viewed(): number[] {
  return [10, 1];
}

export function expanded(): number[] {
  return [0, 5, 1];
}
