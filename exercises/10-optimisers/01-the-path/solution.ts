import * as torch from 'torch';

export function path(start: torch.Tensor, rate: number, steps: number): torch.Tensor {
  const p = start.clone().requires_grad_();
  const rows = [p.detach().clone()];
  for (let step = 0; step < steps; step++) {
    p.index(0).pow(2).add(p.index(1).pow(2).mul(10)).backward();
    torch.no_grad(() => {
      p.sub_((p.grad as torch.Tensor).mul(rate));
    });
    p.grad = null;
    rows.push(p.detach().clone());
  }
  return torch.stack(rows);
}
