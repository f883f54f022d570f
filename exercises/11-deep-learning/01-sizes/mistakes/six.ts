// @says The loss is a mean over the six examples, so their number does not matter. There are four classes: ln 4.
export function one_layer(): number {
  return 16;
}

export function without_bias(): number {
  return 10;
}

export function weight_shape(): number[] {
  return [7, 3];
}

export function output_shape(): number[] {
  return [5, 3];
}

export function clueless(): number {
  return Math.log(6);
}
