import type * as torch from 'torch';

/** The mean squared difference to a target that is taken as given. */
export function loss(
  values: torch.Tensor,
  now: torch.Tensor,
  after: torch.Tensor,
  rewards: torch.Tensor,
): torch.Tensor {
  const target = rewards.add(values.index(after).mul(0.9));
  return values.index(now).sub(target).pow(2).mean();
}
