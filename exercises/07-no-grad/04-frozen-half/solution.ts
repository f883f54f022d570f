import * as torch from 'torch';

export function predict(x: torch.Tensor, base: torch.Tensor, head: torch.Tensor): torch.Tensor {
  const features = torch.no_grad(() => x.matmul(base).relu());
  return features.matmul(head);
}
