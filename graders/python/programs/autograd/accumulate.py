import torch

w = torch.tensor([1.0], requires_grad=True)
for k in range(3):
    (w * (k + 1)).sum().backward()
    print(k, w.grad)
w.grad = None
x = torch.tensor([2.0], requires_grad=True)
y = x * x
y.backward(retain_graph=True)
y.backward()
print(x.grad)
u = torch.ones(2, 2, requires_grad=True)
v = u.sum(0)
v.backward(torch.tensor([1.0, 10.0]))
print(u.grad)
a = torch.tensor([1.0, 2.0], requires_grad=True)
b = a.detach()
c = a.clone()
d = a.data
print(b.requires_grad, c.requires_grad, d.requires_grad, b.data_ptr() == a.data_ptr(), c.data_ptr() == a.data_ptr())
e = (a * torch.tensor([1.0, 0.0])).max()
e.backward()
print(a.grad)
f = torch.where(a > 1.5, a * 2, a * 3).sum()
(g,) = torch.autograd.grad(f, a)
print(g)
loss = sum((p**2).sum() for p in [a, w])
print(loss, torch.autograd.grad(loss, [a, w]))
