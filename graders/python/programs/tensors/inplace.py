import torch

x = torch.tensor([1.0, -2.0, 3.0])
print(x.add_(1), x.mul_(2), x.sub_(1), x.div_(2), x.pow_(2), x.sqrt_(), x.abs_(), x.neg_(), x.clamp_(-2, 0), x.zero_(), x.fill_(3))
y = x
y += 1
print(x is y, x, x._version)
z = torch.arange(3)
try:
    z += 0.5
except RuntimeError as error:
    print(error)
try:
    z.div_(2)
except RuntimeError as error:
    print(error)
z.copy_(torch.tensor([1.9, 2.9, 3.9]))
print(z, z.float().exp_().round_(decimals=2), z.random_(0, 5).shape, torch.empty(2).uniform_().shape, z.t_().shape, torch.ones(2, 3).transpose_(0, 1).shape, torch.ones(4).resize_(2).shape, torch.ones(1, 2).squeeze_(0).shape, torch.ones(2).unsqueeze_(0).shape)
a = torch.ones(2, 2)
a[0] += 5
a[:, 1] *= 2
a.T[0] -= 1
print(a, a.set_(torch.zeros(1)) if False else "", a.swapaxes(0, 1).contiguous().view(-1))
b = torch.zeros(2, requires_grad=True)
try:
    b.add_(1)
except RuntimeError as error:
    print(error)
c = b * 2
c.add_(1)
c.sum().backward()
print(c, b.grad)
b.data.add_(1)
b.grad.zero_()
print(b, b.grad)
e = torch.ones(2, 2)
f = e[0]
e.mul_(3)
print(f, torch.ones(3).logical_not_(), torch.tensor([True, False]).logical_or_(torch.tensor([False, False])), (~torch.tensor([True])).bitwise_and_(torch.tensor([True])))
