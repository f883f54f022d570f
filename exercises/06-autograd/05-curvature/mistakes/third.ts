// @says Once too often: this is the third derivative.
import * as torch from 'torch';

export function curvature(x: torch.Tensor): torch.Tensor {
  x.requires_grad_();
  const y = x.pow(4).add(x.sin()).sum();
  const [slope] = torch.autograd.grad(y, [x], { create_graph: true });
  const [bend] = torch.autograd.grad((slope as torch.Tensor).sum(), [x], { create_graph: true });
  const [third] = torch.autograd.grad((bend as torch.Tensor).sum(), [x]);
  return third as torch.Tensor;
}
