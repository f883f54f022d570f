import * as torch from 'torch';

/** The weights after `steps` steps of gradient descent. */
export function fit(X: torch.Tensor, y: torch.Tensor, steps: number): torch.Tensor {
  const w = torch.zeros(X.size(1), { requires_grad: true });
  const loss = X.matmul(w).sub(y).pow(2).mean();
  loss.backward();
  // Move w here, `steps` times.
  return w.detach().mul(steps);
}
