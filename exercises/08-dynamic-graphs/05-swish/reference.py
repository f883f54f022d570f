import torch
from handgrad import case


class Swish(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * torch.sigmoid(x)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        sigmoid = torch.sigmoid(x)
        return grad * (sigmoid + x * sigmoid * (1 - sigmoid))


def swish(x):
    return Swish.apply(x)


assert torch.autograd.gradcheck(swish, torch.linspace(-3, 3, 7, dtype=torch.float64).requires_grad_())
case(swish, torch.tensor([-2.0, 0.0, 1.0, 3.0], requires_grad=True), backward=True)
torch.manual_seed(85)
case(swish, torch.randn(3, 5, requires_grad=True), backward=True)
case(swish, torch.randn(2, 4, 3, requires_grad=True), backward=True)
case(swish, torch.randn(6, dtype=torch.float64, requires_grad=True), backward=True)
