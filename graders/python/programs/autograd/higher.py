import torch
from torch.autograd.functional import hessian, jacobian

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = (x**3).sum()
(g,) = torch.autograd.grad(y, x, create_graph=True)
print(g)
(h,) = torch.autograd.grad(g.sum(), x)
print(h)
print(jacobian(lambda v: v**2, torch.tensor([1.0, 2.0, 3.0])))
print(hessian(lambda v: (v**3).sum(), torch.tensor([1.0, 2.0])))

print(torch.autograd.gradcheck(lambda v: v.sin(), torch.rand(3, dtype=torch.double, requires_grad=True)))
x = torch.tensor(2.0, requires_grad=True)
for order in range(4):
    y = x**4 if order == 0 else torch.autograd.grad(y, x, create_graph=True)[0]
    print(order, y.item())
