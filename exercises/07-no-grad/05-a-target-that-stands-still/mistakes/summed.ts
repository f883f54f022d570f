// @says This is the sum over the moves: the loss is their mean.
import type * as torch from 'torch';

export function loss(
  values: torch.Tensor,
  now: torch.Tensor,
  after: torch.Tensor,
  rewards: torch.Tensor,
): torch.Tensor {
  const target = rewards.add(values.index(after).mul(0.9)).detach();
  return values.index(now).sub(target).pow(2).sum();
}
