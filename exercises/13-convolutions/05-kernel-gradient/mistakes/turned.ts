// @says The gradient is turned over. k[a, b] met x[i + a, j + b], with plus signs: nothing is turned.
import * as torch from 'torch';

const { conv2d } = torch.nn.functional;

export function kernel_gradient(x: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  return conv2d(x.index(null, null), grad.flip([0, 1]).index(null, null)).index(0, 0);
}
