// @says Weights below -limit are left as they are: give min as well as max.
import * as torch from 'torch';

export function limit_weights(w: torch.Tensor, limit: number): torch.Tensor {
  torch.no_grad(() => {
    w.clamp_({ max: limit });
  });
  return w;
}
