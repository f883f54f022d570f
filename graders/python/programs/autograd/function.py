import torch


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, power=2):
        ctx.save_for_backward(x)
        ctx.power = power
        return x**power

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        print("backward", ctx.needs_input_grad, grad_output.shape)
        return grad_output * ctx.power * x ** (ctx.power - 1), None


x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = Square.apply(x)
print(y)
y.sum().backward()
print(x.grad)
square = Square.apply
print(square(x, 3))


class Swap(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        return b.clone(), a.clone()

    @staticmethod
    def backward(ctx, ga, gb):
        return gb, ga


a, b = torch.ones(2, requires_grad=True), torch.zeros(2, requires_grad=True)
p, q = Swap.apply(a, b)
(p * 2 + q * 3).sum().backward()
print(a.grad, b.grad, p.grad_fn.name())


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return input.clamp(min=0)

    @staticmethod
    def backward(ctx, grad_output):
        (input,) = ctx.saved_tensors
        grad_input = grad_output.clone()
        grad_input[input < 0] = 0
        return grad_input


t = torch.tensor([-1.0, 2.0], requires_grad=True)
MyReLU.apply(t).sum().backward()
print(t.grad, MyReLU.apply(t.detach()), MyReLU.__name__)
with torch.no_grad():
    print(MyReLU.apply(t).requires_grad)
