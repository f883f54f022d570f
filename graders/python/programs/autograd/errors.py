import torch


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, "|", error)


x = torch.ones(3, requires_grad=True)
y = x * 2
attempt(lambda: y.backward())
loss = (y * y).sum()
loss.backward()
attempt(lambda: loss.backward())
attempt(lambda: torch.ones(3).sum().backward())
attempt(lambda: torch.tensor([1, 2], requires_grad=True))
attempt(lambda: torch.autograd.grad(torch.ones(1, requires_grad=True).sum(), x))
attempt(lambda: torch.autograd.grad((x * 2).sum(), torch.ones(1, requires_grad=True), allow_unused=True))
z = x.exp()
z += 1
attempt(lambda: z.sum().backward())
attempt(lambda: x.detach().requires_grad_().add_(1))
w = torch.zeros(3, requires_grad=True)
attempt(lambda: w[0].fill_(1))
attempt(lambda: setattr(x * 2, "requires_grad", False))
attempt(lambda: setattr(x, "grad", torch.ones(2)))
attempt(lambda: setattr(x, "grad", 1))
v = torch.ones(2, 2, requires_grad=True)
attempt(lambda: v.sum().backward(torch.ones(2)))
attempt(lambda: (v * 2).backward(torch.ones(3)))
print(v.grad)
attempt(lambda: v.mean().backward(retain_graph=True))
print(v.grad)
