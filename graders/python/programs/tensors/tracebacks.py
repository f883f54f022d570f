import torch


def inner(x):
    y = x + 1
    return y @ y


def outer(n):
    x = torch.ones(n, 3)
    return inner(x)


print("start")
outer(2)
