/** The multiplications in torch.rand(300, 200).mul(2) */
export function for_every_element(): number {
  return 1;
}

/** The elements of torch.rand(10, 20).matmul(torch.rand(20, 30)) */
export function elements_of_product(): number {
  return 1;
}

/** The multiplications in torch.rand(10, 20).matmul(torch.rand(20, 30)) */
export function multiplications_of_product(): number {
  return 1;
}

/** The bytes that the numbers of torch.rand(500, 400) take in memory: float32 */
export function bytes(): number {
  return 1;
}
