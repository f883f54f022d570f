/** How many parameters has new nn.Linear(3, 4)? */
export function one_layer(): number {
  return 12;
}

/** How many has new nn.Linear(5, 2, { bias: false })? */
export function without_bias(): number {
  return 12;
}

/** The shape of new nn.Linear(3, 7).weight */
export function weight_shape(): number[] {
  return [3, 7];
}

/** Linear(4, 8), ReLU, Linear(8, 3), one after the other: what shape comes out for a batch of shape [5, 4]? */
export function output_shape(): number[] {
  return [8, 3];
}

/** cross_entropy of torch.zeros(6, 4) against any six answers. */
export function clueless(): number {
  return 1;
}
