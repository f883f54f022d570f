// @says The product rule has two terms: σ itself, where x is differentiated, is missing.
import * as torch from 'torch';

class Swish extends torch.autograd.Function {
  static override forward(ctx: torch.autograd.FunctionContext, x: torch.Tensor): torch.Tensor {
    ctx.save_for_backward(x);
    return x.mul(x.sigmoid());
  }

  static override backward(ctx: torch.autograd.FunctionContext, grad: torch.Tensor): torch.Tensor {
    const [x] = ctx.saved_tensors as torch.Tensor[];
    const sigmoid = x.sigmoid();
    const slope = x.mul(sigmoid).mul(torch.rsub(sigmoid, 1));
    return grad.mul(slope);
  }
}

export function swish(x: torch.Tensor): torch.Tensor {
  return Swish.apply(x);
}
