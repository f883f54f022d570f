import * as torch from 'torch';

const { conv2d } = torch.nn.functional;

/** The mean of the pixels around each pixel. */
export function blur(image: torch.Tensor): torch.Tensor {
  const x = image.index(null, null);
  const kernel = torch.full([1, 1, 3, 3], 1 / 9);
  return conv2d(x, kernel, { padding: 1 }).index(0, 0);
}
