// @says The outputs do not count alike: each has its own gradient, and it belongs inside the sum.
import * as torch from 'torch';

const { conv2d } = torch.nn.functional;

export function kernel_gradient(x: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  return conv2d(x.index(null, null), torch.ones_like(grad).index(null, null)).index(0, 0);
}
