// @says These are the elements. A float32 takes four bytes.
export function for_every_element(): number {
  return 60_000;
}

export function elements_of_product(): number {
  return 300;
}

export function multiplications_of_product(): number {
  return 6_000;
}

export function bytes(): number {
  return 200_000;
}
