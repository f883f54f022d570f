// @says This adds the squares up for ever, which is Adagrad. RMSprop averages: the new square counts 1 - α.
import * as torch from 'torch';

/** The minimum of this is at `target`; along some directions it is steeper than along others. */
function loss(w: torch.Tensor, target: torch.Tensor): torch.Tensor {
  const steepness = torch.arange(1, w.numel() + 1);
  return w.sub(target).pow(2).mul(steepness).sum();
}

export function rmsprop(target: torch.Tensor, rate: number, alpha: number, steps: number): torch.Tensor {
  const w = torch.zeros_like(target).requires_grad_();
  const s = torch.zeros_like(target);
  for (let step = 0; step < steps; step++) {
    loss(w, target).backward();
    torch.no_grad(() => {
      const grad = w.grad as torch.Tensor;
      s.add_(grad.pow(2));
      w.sub_(grad.mul(rate).div(s.sqrt().add(1e-8)));
    });
    w.grad = null;
  }
  return w.detach();
}
