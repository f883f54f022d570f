// @says The size that both matrices share is summed away: the result has the rows of the first and the columns of the second.
export function for_every_element(): number {
  return 60_000;
}

export function elements_of_product(): number {
  return 6_000;
}

export function multiplications_of_product(): number {
  return 6_000;
}

export function bytes(): number {
  return 800_000;
}
