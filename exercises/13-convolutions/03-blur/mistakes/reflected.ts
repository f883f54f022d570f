// @says Repeating the outermost pixels counts them twice or thrice. Only pixels that exist should count, once each.
import * as torch from 'torch';

const { conv2d, pad } = torch.nn.functional;

export function blur(image: torch.Tensor): torch.Tensor {
  const x = image.index(null, null);
  const kernel = torch.full([1, 1, 3, 3], 1 / 9);
  return conv2d(pad(x, [1, 1, 1, 1], 'replicate'), kernel).index(0, 0);
}
