// @says The sizes are multiplied, not added: 2 matrices of 3 rows of 4 numbers.
export function rank_of_number(): number {
  return 0;
}

export function rank_of_brackets(): number {
  return 2;
}

export function elements(): number {
  return 9;
}

export function rank_left(): number {
  return 2;
}

export function elements_left(): number {
  return 9;
}

export function elements_of_sum(): number {
  return 5;
}
