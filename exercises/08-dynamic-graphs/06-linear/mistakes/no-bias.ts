// @says The bias gets no gradient: it was added to every row, so it collects from every row.
import * as torch from 'torch';

class LinearFunction extends torch.autograd.Function {
  static override forward(
    ctx: torch.autograd.FunctionContext,
    x: torch.Tensor,
    weight: torch.Tensor,
    bias: torch.Tensor,
  ): torch.Tensor {
    ctx.save_for_backward(x, weight);
    return x.matmul(weight.t()).add(bias);
  }

  static override backward(ctx: torch.autograd.FunctionContext, grad: torch.Tensor): (torch.Tensor | null)[] {
    const [x, weight] = ctx.saved_tensors as torch.Tensor[];
    return [grad.matmul(weight), grad.t().matmul(x), null];
  }
}

export function linear(x: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor): torch.Tensor {
  return LinearFunction.apply(x, weight, bias);
}
