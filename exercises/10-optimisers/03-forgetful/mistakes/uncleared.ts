// @says The gradients pile up as well as the velocity: clear them after each step.
import * as torch from 'torch';

/** The minimum of this is at `target`; along some directions it is steeper than along others. */
function loss(w: torch.Tensor, target: torch.Tensor): torch.Tensor {
  const steepness = torch.arange(1, w.numel() + 1);
  return w.sub(target).pow(2).mul(steepness).sum();
}

export function descend(target: torch.Tensor, rate: number, mu: number, steps: number): torch.Tensor {
  const w = torch.zeros_like(target).requires_grad_();
  const v = torch.zeros_like(target);
  for (let step = 0; step < steps; step++) {
    loss(w, target).backward();
    torch.no_grad(() => {
      v.mul_(mu).add_(w.grad as torch.Tensor);
      w.sub_(v.mul(rate));
    });
  }
  return w.detach();
}
