import * as torch from 'torch';

export function batched(T: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return torch.einsum('bij,bj->bi', T, x);
}
