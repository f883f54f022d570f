/** The rank of torch.tensor(7) */
export function rank_of_number(): number {
  return -1;
}

/** The rank of torch.tensor([[7]]) */
export function rank_of_brackets(): number {
  return -1;
}

/** The number of elements of torch.zeros(2, 3, 4) */
export function elements(): number {
  return -1;
}

/** The rank of torch.zeros(2, 3, 4, 5).index(1, 0) */
export function rank_left(): number {
  return -1;
}

/** The number of elements of torch.zeros(2, 3, 4, 5).index(1, 0) */
export function elements_left(): number {
  return -1;
}

/** The number of elements of torch.zeros(6, 5).sum(0) */
export function elements_of_sum(): number {
  return -1;
}
