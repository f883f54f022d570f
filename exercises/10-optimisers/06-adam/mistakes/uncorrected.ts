// @says The averages begin at zero, so the first steps are far off: divide them by 1 - 0.9^t and 1 - 0.999^t.
import * as torch from 'torch';

class Adam {
  params: torch.Tensor[];
  rate: number;
  step_count = 0;
  means: torch.Tensor[];
  squares: torch.Tensor[];

  constructor(params: torch.Tensor[], rate: number) {
    this.params = params;
    this.rate = rate;
    this.means = params.map((p) => torch.zeros_like(p.detach()));
    this.squares = params.map((p) => torch.zeros_like(p.detach()));
  }

  zero_grad(): void {
    for (const p of this.params) p.grad = null;
  }

  step(): void {
    this.step_count++;
    torch.no_grad(() => {
      this.params.forEach((p, k) => {
        const grad = p.grad as torch.Tensor;
        const mean = this.means[k].mul_(0.9).add_(grad.mul(1 - 0.9));
        const square = this.squares[k].mul_(0.999).add_(grad.pow(2).mul(1 - 0.999));
        const meanHat = mean;
        const squareHat = square;
        p.sub_(meanHat.mul(this.rate).div(squareHat.sqrt().add(1e-8)));
      });
    });
  }
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
