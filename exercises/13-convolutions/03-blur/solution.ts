import * as torch from 'torch';

const { conv2d } = torch.nn.functional;

export function blur(image: torch.Tensor): torch.Tensor {
  const x = image.index(null, null);
  const kernel = torch.full([1, 1, 3, 3], 1 / 9);
  const sums = conv2d(x, kernel, { padding: 1 });
  const parts = conv2d(torch.ones_like(x), kernel, { padding: 1 });
  return sums.div(parts).index(0, 0);
}
