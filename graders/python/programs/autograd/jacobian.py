import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = torch.stack([x[0] * x[1], x[1] * x[2]])
rows = [torch.autograd.grad(y[i], x, retain_graph=True)[0] for i in range(len(y))]
print(torch.stack(rows))
print(torch.autograd.functional.jacobian(lambda v: torch.stack([v[0] * v[1], v[1] * v[2]]), x.detach()))
print(torch.autograd.functional.vjp(lambda v: v**2, x.detach(), torch.ones(3)))
print(torch.func.vmap(lambda v: v.sum())(torch.ones(2, 3)), torch.func.grad(lambda v: (v**2).sum())(torch.tensor([1.0, 2.0])), torch.func.jacrev(torch.sin)(torch.zeros(2)))
