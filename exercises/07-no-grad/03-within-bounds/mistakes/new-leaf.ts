// @says This is a new tensor with memory of its own: the model still holds the old weights, beyond their bounds.
import type * as torch from 'torch';

export function limit_weights(w: torch.Tensor, limit: number): torch.Tensor {
  return w.detach().clamp({ min: -limit, max: limit }).requires_grad_();
}
