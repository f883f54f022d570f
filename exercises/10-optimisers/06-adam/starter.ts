import * as torch from 'torch';

class Adam {
  params: torch.Tensor[];
  rate: number;

  constructor(params: torch.Tensor[], rate: number) {
    this.params = params;
    this.rate = rate;
  }

  zero_grad(): void {}

  step(): void {}
}

/** A line through points, fitted by your optimiser. Leave this as it is. */
export function fit(X: torch.Tensor, y: torch.Tensor, rate: number, steps: number): torch.Tensor[] {
  const weight = torch.zeros(X.size(1), { dtype: X.dtype, requires_grad: true });
  const bias = torch.zeros(1, { dtype: X.dtype, requires_grad: true });
  const optimizer = new Adam([weight, bias], rate);
  for (let step = 0; step < steps; step++) {
    optimizer.zero_grad();
    X.matmul(weight).add(bias).sub(y).pow(2).mean().backward();
    optimizer.step();
  }
  return [weight.detach(), bias.detach()];
}
