import type * as torch from 'torch';

/** The gradient of the mean squared error with respect to `w`. */
export function loss_gradient(X: torch.Tensor, w: torch.Tensor, y: torch.Tensor): torch.Tensor {
  const errors = X.matmul(w).sub(y);
  return errors;
}
