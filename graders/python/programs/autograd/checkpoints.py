import torch


def numeric_gradient(f, x, eps=1e-4):
    x = x.double()
    grad = torch.zeros_like(x)
    for i in range(x.numel()):
        step = torch.zeros_like(x)
        step.view(-1)[i] = eps
        grad.view(-1)[i] = (f(x + step) - f(x - step)) / (2 * eps)
    return grad


f = lambda v: (v.sin() * v.exp()).sum()
x = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64, requires_grad=True)
f(x).backward()
print(x.grad, numeric_gradient(f, x.detach()), torch.allclose(x.grad, numeric_gradient(f, x.detach()), atol=1e-6))
print(torch.autograd.gradcheck(f, (x,)), torch.autograd.gradgradcheck(f, (x,)))
try:
    torch.autograd.gradcheck(lambda v: v.detach() * v, (x,))
except Exception as error:
    print(isinstance(error, RuntimeError), str(error).split("\n")[0])
