"""How autograd keeps what it needs, and what it says when that has changed."""

import torch
from torch import nn

a = torch.tensor([1.0, 2.0], requires_grad=True)
try:
    a.add_(1)
except RuntimeError as error:
    print(error)
b = a * 2
c = b.exp()
b.mul_(3)
c.sum().backward()
print(a.grad)
d = (a * 1).sigmoid()
d += 1
try:
    d.sum().backward()
except RuntimeError as error:
    print(str(error)[:94])
try:
    (a * 2).backward()
except RuntimeError as error:
    print(error)
try:
    torch.ones(2).sum().backward()
except RuntimeError as error:
    print(error)
try:
    torch.tensor([1, 2], requires_grad=True)
except RuntimeError as error:
    print(error)

seen = []
h = a.register_hook(lambda grad: seen.append(grad.clone()) or grad * 10)
a.grad = None
(a**2).sum().backward()
print(seen, a.grad)
h.remove()
w = torch.tensor(2.0, requires_grad=True)
for p in (0, 1):
    with torch.set_grad_enabled(p == 1):
        print((w * 3).requires_grad)
with torch.inference_mode():
    frozen = w * 2
print(frozen.is_inference(), frozen.requires_grad)
try:
    (frozen * w).backward()
except RuntimeError as error:
    print(str(error)[:61])
net = nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.5))
net.eval()
print(net.training, net[1].training, net(torch.ones(1, 2)).requires_grad)
z = torch.tensor([0.0, 1.0, 4.0], requires_grad=True)
print(torch.autograd.grad(z.sqrt().sum(), z), torch.autograd.grad(z.abs().sum() + z.relu().sum(), z))
first = torch.autograd.grad((z**3).sum(), z, create_graph=True)[0]
print(torch.autograd.grad(first.sum(), z)[0], first.grad_fn is not None)
unused = torch.ones(1, requires_grad=True)
print(torch.autograd.grad(z.sum(), [z, unused], allow_unused=True))
print(torch.autograd.functional.jacobian(lambda v: v**2, torch.tensor([1.0, 2.0])))
print(torch.autograd.gradcheck(torch.sin, torch.rand(3, dtype=torch.double, requires_grad=True)))
