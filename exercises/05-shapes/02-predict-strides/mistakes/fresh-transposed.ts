// @says These would be the strides of a fresh tensor of the transposed shape. transpose moves no number, so the old strides stay, in another order.
export function transposed(): number[] {
  return [12, 4, 1];
}

export function one_row_of_each(): number[] {
  return [15, 1];
}

export function every_second(): number[] {
  return [30, 5, 1];
}

export function viewed(): number[] {
  return [10, 1];
}

export function expanded(): number[] {
  return [0, 5, 1];
}
