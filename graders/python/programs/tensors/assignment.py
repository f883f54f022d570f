import torch

x = torch.zeros(3, 4)
x[0] = 1
x[1, 2] = 5
x[:, 3] = torch.tensor([7.0, 8.0, 9.0])
x[2, :2] = torch.tensor(3)
print(x)
x[x > 6] = 0
x[[0, 2], [0, 1]] = -1
x[..., 2] += 10
x[1] *= 2
print(x)
try:
    x[0, :] = [1, 2, 3, 4]
except TypeError as error:
    print(error)
x[0, :] = torch.tensor([1, 2, 3, 4])
x[-1] = x[0]
x[:, 0:2] = torch.arange(6).view(3, 2)
x[None, 0] = 0.5
print(x)
y = torch.arange(5)
y[1:4] = y[2:5].clone()
y[torch.tensor([True, False, False, False, True])] = 100
print(y)
y[0] = 3.9
y[1] = True
print(y)
try:
    x[0] = torch.ones(3)
except RuntimeError as error:
    print(error)
try:
    x[5] = 1
except IndexError as error:
    print(error)
v = x[0]
v[:] = 9
v.zero_()
print(x[0], x._version)
