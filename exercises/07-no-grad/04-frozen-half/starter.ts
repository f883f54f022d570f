import * as torch from 'torch';

/** relu(x @ base) @ head, with a gradient for head alone. */
export function predict(x: torch.Tensor, base: torch.Tensor, head: torch.Tensor): torch.Tensor {
  return torch.no_grad(() => x.matmul(base).relu().matmul(head));
}
