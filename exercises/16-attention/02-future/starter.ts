import * as torch from 'torch';

/** What each place takes from itself and those before it. */
export function causal_mix(scores: torch.Tensor, v: torch.Tensor): torch.Tensor {
  const visible = torch.ones(scores.shape).tril();
  return scores.mul(visible).softmax(-1).matmul(v);
}
