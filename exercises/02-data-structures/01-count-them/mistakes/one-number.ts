// @says One number need not be of rank 0: [[7]] takes two indices to reach its 7, so its rank is 2.
export function rank_of_number(): number {
  return 0;
}

export function rank_of_brackets(): number {
  return 0;
}

export function elements(): number {
  return 24;
}

export function rank_left(): number {
  return 2;
}

export function elements_left(): number {
  return 20;
}

export function elements_of_sum(): number {
  return 5;
}
