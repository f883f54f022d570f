import torch
from handgrad import case


class LinearFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight, bias):
        ctx.save_for_backward(x, weight)
        return x @ weight.T + bias

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        return grad @ weight, grad.T @ x, grad.sum(0)


def linear(x, weight, bias):
    return LinearFunction.apply(x, weight, bias)


def inputs(n, into, out, dtype=torch.float32):
    shapes = [(n, into), (out, into), (out,)]
    return [torch.randn(shape, dtype=dtype, requires_grad=True) for shape in shapes]


torch.manual_seed(86)
assert torch.autograd.gradcheck(linear, inputs(3, 4, 2, torch.float64))
case(linear, *inputs(2, 3, 1), backward=True)
case(linear, *inputs(4, 2, 5), backward=True)
case(linear, *inputs(3, 6, 2), backward=True)
case(linear, *inputs(5, 1, 3, torch.float64), backward=True)
