// @says The last row and the last column are missing: n - k + 1 places, both ends included.
import * as torch from 'torch';

export function slide(image: torch.Tensor, kernel: torch.Tensor): torch.Tensor {
  const [rows, columns] = kernel.shape;
  const out = torch.zeros(Math.max(1, image.size(0) - rows), Math.max(1, image.size(1) - columns));
  for (let i = 0; i < out.size(0); i++) {
    for (let j = 0; j < out.size(1); j++) {
      const patch = image.index(torch.Slice(i, i + rows), torch.Slice(j, j + columns));
      out.index(i, j).copy_(patch.mul(kernel).sum());
    }
  }
  return out;
}
