import * as torch from 'torch';

class Swish extends torch.autograd.Function {
  static override forward(ctx: torch.autograd.FunctionContext, x: torch.Tensor): torch.Tensor {
    ctx.save_for_backward(x);
    return x.mul(x.sigmoid());
  }

  static override backward(_ctx: torch.autograd.FunctionContext, grad: torch.Tensor): torch.Tensor {
    return grad;
  }
}

export function swish(x: torch.Tensor): torch.Tensor {
  return Swish.apply(x);
}
