// @says Each element of a product of matrices is a whole sum: here 20 multiplications, and not one.
export function for_every_element(): number {
  return 60_000;
}

export function elements_of_product(): number {
  return 300;
}

export function multiplications_of_product(): number {
  return 300;
}

export function bytes(): number {
  return 800_000;
}
