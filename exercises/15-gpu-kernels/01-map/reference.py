import torch
from handgrad import case


def axpy(a, x, y):
    return torch.add(y, x, alpha=a)


case(axpy, 2.5, torch.arange(6.0), torch.ones(6), kernel=True)
torch.manual_seed(1)
case(axpy, -0.5, torch.randn(5, 7), torch.randn(5, 7), kernel=True)
case(axpy, 3.0, torch.rand(100), torch.randn(100), kernel=True)
case(axpy, 0.25, torch.randn(2, 3, 64), torch.rand(2, 3, 64), kernel=True)
