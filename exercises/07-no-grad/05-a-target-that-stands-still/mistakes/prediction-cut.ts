// @says The prediction is cut off, and the target is left in: this moves the squares arrived at.
import type * as torch from 'torch';

export function loss(
  values: torch.Tensor,
  now: torch.Tensor,
  after: torch.Tensor,
  rewards: torch.Tensor,
): torch.Tensor {
  const target = rewards.add(values.index(after).mul(0.9));
  return values.index(now).detach().sub(target).pow(2).mean();
}
