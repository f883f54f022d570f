import torch
from handgrad import case


def slope(f, value):
    x = torch.tensor(value, requires_grad=True)
    f(x).backward()
    return x.grad.tolist()


def doubled(x):
    while x < 10:
        x = x * 2
    return x


def branch():
    return slope(lambda x: x**2 if x > 0 else x * 5, -1.0)


def loop():
    return slope(doubled, 1.5)


def collected():
    return slope(lambda x: x * 1 + x * 2 + x * 3, 7.0)


def picked():
    return slope(lambda x: torch.where(x > 0, x**2, 0).sum(), [-1.0, 2.0])


def fetched():
    return slope(lambda x: x * x.item(), 3.0)


case(branch)
case(loop)
case(collected)
case(picked)
case(fetched)
