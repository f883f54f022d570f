import * as torch from 'torch';

export function limit_weights(w: torch.Tensor, limit: number): torch.Tensor {
  torch.no_grad(() => {
    w.clamp_({ min: -limit, max: limit });
  });
  return w;
}
