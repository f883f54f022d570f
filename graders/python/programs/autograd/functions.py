# Functions of one's own, functional derivatives, what nodes keep.
import torch
from torch.autograd import Function, gradcheck
from torch.autograd.function import once_differentiable


class ClampedExp(Function):
    @staticmethod
    def forward(ctx, x, top):
        out = x.clamp(max=top).exp()
        ctx.save_for_backward(x, out)
        ctx.top = top
        return out

    @staticmethod
    def backward(ctx, grad_out):
        x, out = ctx.saved_tensors
        grad = None
        if ctx.needs_input_grad[0]:
            grad = grad_out * out * (x <= ctx.top)
        return grad, None


class Pair(Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return a * b, a + b

    @staticmethod
    def backward(ctx, g1, g2):
        a, b = ctx.saved_tensors
        return g1 * b + g2, g1 * a + g2


class STE(Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    @once_differentiable
    def backward(ctx, g):
        return g


x = torch.linspace(-1, 2, 5, dtype=torch.double, requires_grad=True)
y = ClampedExp.apply(x, 1.0)
print(y)
y.sum().backward()
print(x.grad)
print(gradcheck(lambda t: ClampedExp.apply(t, 1.2), (x,)))
a = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([3.0, 4.0], requires_grad=True)
p, s = Pair.apply(a, b)
print(type(p.grad_fn).__name__, p.grad_fn is s.grad_fn)
(p.sum() + 2 * s.sum()).backward()
print(a.grad, b.grad)
z = STE.apply(a * 1.3)
z.pow(2).sum().backward()
print(a.grad)


class Wrong(Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g, g


class Silent(Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2


for cls in (Wrong, Silent):
    try:
        cls.apply(a).sum().backward()
    except Exception as error:
        print(type(error).__name__, error)
try:
    gradcheck(STE.apply, (torch.tensor([0.3, 1.2], dtype=torch.double, requires_grad=True),))
except Exception as error:
    print(str(error).splitlines()[0])
f = lambda t: (t**3).sum()
print(torch.autograd.functional.jacobian(lambda t: t**2, torch.tensor([1.0, 2.0])))
print(torch.autograd.functional.hessian(f, torch.tensor([1.0, 2.0])))
print(torch.autograd.functional.vjp(lambda t: t * 2, torch.ones(2), torch.tensor([1.0, 3.0])))
print(torch.autograd.functional.jvp(lambda t: t**2, torch.ones(2), torch.tensor([1.0, 3.0])))
g = torch.autograd.grad(a.pow(3).sum(), a, create_graph=True)[0]
print(g, torch.autograd.grad(g.sum(), a))
n = (a * b).sum()
print([type(fn).__name__ for fn, _ in n.grad_fn.next_functions])
m = a * b
print(m.grad_fn._saved_self is a, m.grad_fn._saved_other is b, torch.exp(a).grad_fn._saved_result)
print(a.sin().grad_fn._saved_self, a.pow(2).grad_fn._saved_exponent)
h = a.register_hook(lambda g: print("hook", g))
(a * 2).sum().backward()
h.remove()
with torch.autograd.set_detect_anomaly(True):
    try:
        torch.sqrt(torch.tensor([-1.0], requires_grad=True)).sum().backward()
    except RuntimeError as e:
        print(str(e)[:60])
print(torch.is_grad_enabled(), a.is_leaf, m.is_leaf, m.retains_grad)
