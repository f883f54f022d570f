import torch

x = torch.tensor(3.0, requires_grad=True)
y = x**2 + 2 * x + 1
y.backward()
print(x.grad, y, y.grad_fn.name(), y.is_leaf, x.is_leaf, y.requires_grad)
a = torch.tensor([2.0, 3.0], requires_grad=True)
b = torch.tensor([6.0, 4.0], requires_grad=True)
Q = 3 * a**3 - b**2
Q.backward(gradient=torch.tensor([1.0, 1.0]))
print(9 * a**2 == a.grad, -2 * b == b.grad, a.grad)
x = torch.ones(2, 2, requires_grad=True)
y = x + 2
z = y * y * 3
out = z.mean()
print(y, z, out)
out.backward()
print(x.grad)
z = (x * 2).sum()
z.backward()
print(x.grad)
x.grad.zero_()
print(x.grad, x.grad is None)
x.grad = None
(x**2).sum().backward()
print(x.grad, torch.autograd.grad((x**3).sum(), x), torch.autograd.grad(x.sum(), [x])[0])
