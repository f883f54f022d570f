import type * as torch from 'torch';

/** What a Conv2d layer with this weight and bias gives. */
export function convolve(x: torch.Tensor, w: torch.Tensor, bias: torch.Tensor, stride: number): torch.Tensor {
  const [, , rows, columns] = w.shape;
  const patches = x.unfold(2, rows, stride).unfold(3, columns, stride);
  // patches is [n, c, out rows, out columns, kr, kc].
  return patches.sum([1, 4, 5]);
}
