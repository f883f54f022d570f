// @says Every output adds its share: sum over the places, and do not divide by how many there are.
import * as torch from 'torch';

const { conv2d } = torch.nn.functional;

export function kernel_gradient(x: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  return conv2d(x.index(null, null), grad.index(null, null)).index(0, 0).div(grad.numel());
}
