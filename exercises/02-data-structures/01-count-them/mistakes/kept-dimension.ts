// @says sum(0) takes dimension 0 away, the one of size 6: what is left has 5 elements.
export function rank_of_number(): number {
  return 0;
}

export function rank_of_brackets(): number {
  return 2;
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
  return 6;
}
